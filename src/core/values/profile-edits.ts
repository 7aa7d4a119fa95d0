import type { ColumnProfile } from '#core/model/column-profile.ts'
import { indexOfRow } from '#core/model/row-index.ts'
import type { RowList } from '#core/model/source.ts'
import { tallyText } from './tally-text.ts'

/** A cell that the operator changed. */
export interface ChangedCell {
  readonly row: number
  readonly column: number
}

/** The cells that the operator changed, by table; `edits` is keyed by `cellKey`. */
export function changedCells(edits: ReadonlyMap<string, string>): ReadonlyMap<number, readonly ChangedCell[]> {
  const byTable = new Map<number, ChangedCell[]>()
  for (const key of edits.keys()) {
    const [table = 0, row = 0, column = 0] = key.split(':').map(Number)
    const known = byTable.get(table)
    if (known === undefined) byTable.set(table, [{ row, column }])
    else known.push({ row, column })
  }
  return byTable
}

/**
 * What a column says of its dates and numbers without the cells that were changed: correcting the one date that stands in the other
 * order settles the column. What was put in their place proves nothing of the file's other cells. Counts and samples of its values
 * stay those of the file.
 */
export function profileAfterEdits(profile: ColumnProfile, rows: RowList, changes: readonly ChangedCell[]): ColumnProfile {
  if (changes.length === 0) return profile
  const tallies = { dates: { ...profile.dates }, numbers: { ...profile.numbers } }
  for (const { row, column } of changes) {
    const before = textOf(rows, row, column).trim()
    if (before !== '') tallyText(tallies, before, -1)
  }
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
