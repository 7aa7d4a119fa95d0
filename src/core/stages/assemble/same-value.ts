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

/** The same texts from the same columns: one conversion made them, so nothing more needs comparing. Most repeated cells are such. */
export function sameTexts(a: readonly MappedCell[], b: readonly MappedCell[]): boolean {
  if (a.length !== b.length) return false
  for (let at = a.length - 1; at >= 0; at--) {
    const cell = a[at]
    const other = b[at]
    if (cell === undefined || other === undefined || cell.raw !== other.raw || cell.target !== other.target) return false
  }
  return true
}

/** The same fields with the same values, wherever in their rows they stand; what could not be read is compared as it stands. */
export function sameCells(a: readonly MappedCell[], b: readonly MappedCell[]): boolean {
  return a.length === b.length && a.every((cell, at) => {
    const beside = b[at]
    const other = beside !== undefined && sameField(beside, cell) ? beside : b.find((one) => sameField(one, cell))
    return other !== undefined && sameContent(cell, other)
  })
}

function sameField({ target: a }: MappedCell, { target: b }: MappedCell): boolean {
  return a.field === b.field && a.index === b.index && a.site === b.site
}

/** The same person: as `sameCells`, but the number of the contact in its row does not count. */
export function sameContact(a: readonly MappedCell[], b: readonly MappedCell[]): boolean {
  return a.length === b.length && a.every((cell, at) => {
    const beside = b[at]
    if (beside !== undefined && beside.target.field === cell.target.field) return sameContent(cell, beside)
    return b.some((other) => other.target.field === cell.target.field && sameContent(cell, other))
  })
}

function sameContent(cell: MappedCell, other: MappedCell): boolean {
  if (cell.value === undefined || other.value === undefined) return cell.value === other.value && cell.raw === other.raw
  return sameValue(cell.value, other.value)
}
