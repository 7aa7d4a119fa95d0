import type { SourceRow } from '#core/model/source.ts'

// What a cell looks like, for telling a header from the rows below it. Knows no field names.

/** `words` is what could as well be a heading; everything else is more likely a value. */
export type CellShape = 'empty' | 'number' | 'date' | 'email' | 'address' | 'answer' | 'code' | 'words'

const number = /^[-+(]?\s?(?:[£$€]|[A-Z]{3}\s)?\s?[\d(+][\d.,\s()/-]*[)%]?$/
const date = /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-\s][A-Za-z]{3,9}[-\s,]+\d{2,4})(?:[T\s]\s?\d{1,2}:\d{2}.*)?$/
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const web = /^(?:https?:\/\/|www\.)\S+$/i
const answer = /^(?:y|n|yes|no|true|false|x|n\/a|null|-)$/i

function shapeOf(cell: string): CellShape {
  const text = cell.trim()
  if (text === '') return 'empty'
  if (answer.test(text)) return 'answer'
  if (text.length > 60) return 'words'
  if (text.includes('@') && email.test(text)) return 'email'
  if (web.test(text)) return 'address'
  if (!/\d/.test(text)) return 'words'
  if (date.test(text)) return 'date'
  if (number.test(text)) return 'number'
  return 'code'
}

export interface CellLook {
  readonly shape: CellShape
  readonly mask: string
  /** Trimmed, in small letters. */
  readonly text: string
}

/** What the cells of a row look like; asked for again and again while the header is sought. */
export function looksOf(row: SourceRow): readonly CellLook[] {
  const known = seen.get(row)
  if (known !== undefined) return known
  const looks = row.cells.map((cell) => ({ shape: shapeOf(cell), mask: maskOf(cell), text: cell.trim().toLowerCase() }))
  seen.set(row, looks)
  return looks
}
const seen = new WeakMap<SourceRow, readonly CellLook[]>()

/** Letters as A or a, digits as 9, each run once: `CUST-0012` is `A-9`, `Address 1` is `Aa 9`. */
export function maskOf(cell: string): string {
  return cell.trim().slice(0, 60).replace(/\p{Lu}+/gu, 'A').replace(/\p{Ll}+/gu, 'a').replace(/\d+/g, '9').replace(/\s+/g, ' ')
}
