import type { ColumnProfile } from '#core/model/column-profile.ts'
import { differingRows, noEdits, type Edits } from '#core/model/edits.ts'
import { indexOfRow } from '#core/model/row-index.ts'
import type { RowList } from '#core/model/source.ts'
import { tallyText, type Tallies } from './tally-text.ts'

/** A column, and what the operator changed in its table. */
export interface EditedColumn {
  readonly table: number
  readonly column: number
  readonly edits: Edits
}

/**
 * What a column says of its dates and numbers without the cells that were changed: correcting the one date that stands in the other
 * order settles the column. What was put in their place proves nothing of the file's other cells. Counts and samples of its values
 * stay those of the file.
 */
export function profileAfterEdits(profile: ColumnProfile, rows: RowList, edited: EditedColumn): ColumnProfile {
  const { tallies, count } = tallied(profile, rows, edited)
  if (count === 0) return profile
  const { dates, numbers } = tallies
  const example = (count: number, text: string | null): string | null => (count > 0 ? text : null)
  return {
    ...profile,
    dates: {
      ...dates, example: example(dates.ambiguous, dates.example), dayFirstExample: example(dates.dayFirst, dates.dayFirstExample), monthFirstExample: example(dates.monthFirst, dates.monthFirstExample),
      yearFirstExample: example(dates.yearFirst, dates.yearFirstExample), serialExample: example(dates.serials, dates.serialExample),
    },
    numbers: { ...numbers, example: example(numbers.ambiguous, numbers.example), pointExample: example(numbers.point, numbers.pointExample), commaExample: example(numbers.comma, numbers.commaExample) },
  }
}

/** A column's tallies without its changed cells, and in which state of the edits they are so. */
interface Tallied {
  readonly profile: ColumnProfile
  readonly edits: Edits
  readonly tallies: Tallies
  readonly count: number
}

/** Kept by column, for a change is followed by the next one: only what is different since is tallied. */
const lastTallied = new WeakMap<RowList, Map<number, Tallied>>()

function tallied(profile: ColumnProfile, rows: RowList, { table, column, edits }: EditedColumn): Tallied {
  const known = lastTallied.get(rows) ?? new Map<number, Tallied>()
  lastTallied.set(rows, known)
  const last = known.get(column)
  const from = last?.profile === profile ? last : { edits: noEdits, tallies: { dates: { ...profile.dates }, numbers: { ...profile.numbers } }, count: 0 }
  const { tallies } = from
  let { count } = from
  for (const { row, before, now } of differingRows(from.edits, edits, table)) {
    const step = Number(before?.has(column) === true) - Number(now?.has(column) === true)
    if (step === 0) continue
    count -= step
    const text = textOf(rows, row, column).trim()
    if (text !== '') tallyText(tallies, text, step)
  }
  const found = { profile, edits, tallies, count }
  known.set(column, found)
  return found
}

/** Rows that were changed, as they stand in the file: asked for again after each edit, and a staged file is slow to ask. */
const originals = new WeakMap<RowList, Map<number, readonly string[]>>()

function textOf(rows: RowList, row: number, column: number): string {
  const known = originals.get(rows) ?? new Map<number, readonly string[]>()
  originals.set(rows, known)
  const cells = known.get(row) ?? cellsOf(rows, row)
  known.set(row, cells)
  return cells[column] ?? ''
}

function cellsOf(rows: RowList, row: number): readonly string[] {
  const index = indexOfRow(rows, row)
  return index < 0 ? [] : (rows.at(index)?.cells ?? [])
}
