import type { FieldEntry } from '#core/model/field.ts'
import { issue } from '#core/model/issue.ts'
import type { Issue } from '#core/model/issue.ts'
import type { MappedCell, MappedRow } from '#core/model/mapped-row.ts'
import type { ColumnTarget } from '#core/model/mapping.ts'
import type { SourceRow } from '#core/model/source.ts'
import type { Converter } from '#core/values/index.ts'

/** The text of a cell after the operator's edits. */
export type TextAt = (row: SourceRow, table: number, column: number) => string

/** One accepted column, ready to read. */
export interface ColumnReader {
  readonly column: number
  readonly target: ColumnTarget
  readonly entry: FieldEntry | null
  readonly convert: Converter
}

export interface RowToRead {
  readonly columns: readonly ColumnReader[]
  readonly row: SourceRow
  readonly table: number
  readonly textAt: TextAt
}

/** Converts every cell of the row that has a column and is not blank, and joins names that stand in two columns. */
export function readColumns({ columns, row, table, textAt }: RowToRead): MappedRow {
  const cells: MappedCell[] = []
  const issues: Issue[] = []
  for (const { column, target, entry, convert } of columns) {
    const raw = textAt(row, table, column)
    if (raw.trim() === '') continue
    const place = { table, row: row.row, column }
    const result = convert(raw)
    const about = result.kind === 'broken' ? result : result.remark
    if (about !== undefined) {
      const severity = result.kind === 'broken' ? 'error' : 'warning'
      issues.push(issue({ code: about.code, severity, place, field: target.field, value: raw, params: about.params }))
    }
    cells.push({ target, entry, place, raw, value: result.kind === 'broken' ? undefined : result.value })
  }
  return { place: { table, row: row.row }, cells: cells.some(({ target }) => target.part !== undefined) ? joinParts(cells) : cells, issues }
}

/** First name, one space, last name, wherever the columns stand; the joined cell stands where the first of them stood. */
function joinParts(cells: readonly MappedCell[]): readonly MappedCell[] {
  const joined: MappedCell[] = []
  const done = new Set<string>()
  for (const cell of cells) {
    if (cell.target.part === undefined) {
      joined.push(cell)
      continue
    }
    const { part: _, ...whole } = cell.target
    const key = `${whole.field}[${whole.index ?? ''}]`
    if (done.has(key)) continue
    done.add(key)
    const parts = cells.filter(({ target }) => target.part !== undefined && target.field === whole.field && target.index === whole.index)
    const inOrder = [...parts.filter(({ target }) => target.part === 'first'), ...parts.filter(({ target }) => target.part === 'last')]
    const text = inOrder.map(({ raw }) => raw.trim()).join(' ')
    joined.push({ ...cell, target: whole, raw: text, value: text })
  }
  return joined
}
