import { ExactNumber, writeJson } from '#core/model/json.ts'
import type { Json } from '#core/model/json.ts'
import type { MappedCell } from '#core/model/mapped-row.ts'

/** Equal after conversion: 12.50 is 12.5, and texts are compared exactly. */
export function sameValue(a: Json, b: Json): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object') return false
  if (a instanceof ExactNumber && b instanceof ExactNumber) return plainDigits(a.text) === plainDigits(b.text)
  return writeJson(a) === writeJson(b)
}

function plainDigits(text: string): string {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return short === '-0' ? '0' : short
}

/** The same person: the same cells, wherever in their rows they stand. */
export function sameContact(a: readonly MappedCell[], b: readonly MappedCell[]): boolean {
  return a.length === b.length && a.every((cell) => b.some((other) => other.target.field === cell.target.field && sameContent(cell, other)))
}

/** The same fields with the same values; what could not be read is compared as it stands. */
export function sameCells(a: readonly MappedCell[], b: readonly MappedCell[]): boolean {
  return a.length === b.length && a.every((cell, index) => {
    const other = b[index]
    if (other === undefined || cell.target.field !== other.target.field || cell.target.index !== other.target.index) return false
    return sameContent(cell, other)
  })
}

function sameContent(cell: MappedCell, other: MappedCell): boolean {
  if (cell.value === undefined || other.value === undefined) return cell.value === other.value && cell.raw === other.raw
  return sameValue(cell.value, other.value)
}
