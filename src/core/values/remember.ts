import { broken } from './converted.ts'
import type { Converted } from './converted.ts'

const limit = 2_000

/**
 * Columns repeat their values (types, countries, dates), often in the next row: the first ones are kept, within a limit so that a
 * large file stays small, and the last one. Where most texts came once only (telephone numbers, e-mail addresses), none are kept: looking
 * them up takes longer than reading them.
 */
export function remember(convert: (text: string) => Converted): (text: string) => Converted {
  let known: Map<string, Converted> | null = new Map<string, Converted>()
  let found = 0
  let lastText: string | null = null
  let lastResult: Converted = broken('not-a-number')
  return (text) => {
    if (text === lastText) return lastResult
    let result = known?.get(text)
    if (result === undefined) {
      result = convert(text)
      if (known !== null && known.size < limit) known.set(text, result)
      else if (found < limit) known = null
    } else found += 1
    lastText = text
    lastResult = result
    return result
  }
}
