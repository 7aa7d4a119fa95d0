import { nameSome } from '#core/model/name-some.ts'
import type { ReadingFinding } from '#core/model/reading.ts'
import type { SourceRow } from '#core/model/source.ts'
import { countFilled } from './count-filled.ts'

const named = 5

/** Whether a row is the header once more. A header of one word is no proof: that may be a value as well. */
export function newHeaderWatch(header: SourceRow | undefined): (row: SourceRow) => boolean {
  return header === undefined || countFilled(header) < 2 ? () => false : saysTheSame(header)
}

/** Whether a row has the same text in each cell. */
export function saysTheSame(header: SourceRow): (row: SourceRow) => boolean {
  const texts = header.cells.map((cell) => cell.trim())
  const first = texts.findIndex((text) => text !== '')
  // Nearly every row is told by one cell.
  return ({ cells }) => cells[first]?.trim() === texts[first] && !texts.some((text, column) => text !== (cells[column] ?? '').trim()) && !cells.some((cell, column) => column >= texts.length && cell.trim() !== '')
}

export function sayRepeats(rows: readonly number[]): readonly ReadingFinding[] {
  if (rows.length === 0) return []
  const names = rows.map(String)
  const told = rows.length > named ? nameSome(names, named) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  const evidence = rows.length === 1 ? `Row ${rows[0]} repeats the header and is no data.` : `Rows ${told} repeat the header and are no data.`
  return [{ about: 'header', confidence: 1, evidence }]
}
