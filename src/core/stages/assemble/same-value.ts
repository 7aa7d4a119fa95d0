import { ExactNumber, writeJson } from '#core/model/json.ts'
import type { Json } from '#core/model/json.ts'

/** Equal after conversion: 12.50 is 12.5, and texts are compared exactly. */
export function sameValue(a: Json, b: Json): boolean {
  if (a instanceof ExactNumber && b instanceof ExactNumber) return plainDigits(a.text) === plainDigits(b.text)
  return a === b || writeJson(a) === writeJson(b)
}

function plainDigits(text: string): string {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return short === '-0' ? '0' : short
}
