import type { FieldEntry } from '#core/model/field.ts'
import { issue } from '#core/model/issue.ts'
import type { Issue, IssueCode } from '#core/model/issue.ts'
import type { MappedCell, MappedRow } from '#core/model/mapped-row.ts'
import type { ColumnTarget } from '#core/model/mapping.ts'
import type { CellPlace } from '#core/model/place.ts'
import type { SourceRow } from '#core/model/source.ts'
import { trimmed } from '#core/model/trimmed.ts'
import type { ColumnReading } from '#core/values/column-reading.ts'
import type { Converted } from '#core/values/converted.ts'
import type { Converter } from '#core/values/index.ts'

/** The text of a cell after the operator's edits. */
export type TextAt = (row: SourceRow, table: number, column: number) => string

/** One accepted column, ready to read. */
export interface ColumnReader {
  readonly column: number
  readonly header: string
  readonly target: ColumnTarget
  readonly entry: FieldEntry | null
  /** How its dates and numbers are read. */
  readonly reading: ColumnReading
  /** What the operator confirmed of its texts, by trimmed text; null for none. */
  readonly values: ReadonlyMap<string, string> | null
  /** Null for plain text, which is most of a file: only the white space around it goes. */
  readonly convert: Converter | null
  /** What a text that cannot be converted may mean, for the sentence of its issue; null when nothing fits. */
  readonly propose: (text: string) => string | null
}

export interface RowToRead {
  readonly columns: readonly ColumnReader[]
  readonly row: SourceRow
  readonly table: number
  readonly textAt: TextAt
}

/**
 * Converts every cell of the row that has a column and is not blank, and joins names that stand in two columns. What the operator
 * confirmed for a text comes first; an empty one leaves the cell out.
 */
export function readColumns({ columns, row, table, textAt }: RowToRead): MappedRow {
  const cells: MappedCell[] = []
  const issues: Issue[] = []
  let hasParts = false
  for (const reader of columns) {
    const { column, target, entry, values } = reader
    const raw = textAt(row, table, column)
    const text = values === null ? raw : (values.get(raw.trim()) ?? raw)
    if (isBlank(text)) continue
    const place = { table, row: row.row, column }
    if (target.part !== undefined) hasParts = true
    if (reader.convert === null) {
      cells.push({ target, entry, place, raw, value: trimmed(text) })
      continue
    }
    const result = reader.convert(text)
    if (result.kind === 'broken' || result.remark !== undefined) issues.push(describe(reader, result, { raw, place }))
    cells.push({ target, entry, place, raw, value: result.kind === 'broken' ? undefined : result.value })
  }
  return { place: { table, row: row.row }, cells: hasParts ? joinParts(cells) : cells, issues }
}

/** Most cells begin with something to see: then nothing is trimmed to find out. */
function isBlank(text: string): boolean {
  const first = text.charCodeAt(0)
  return !(first > 32 && first < 127) && text.trim() === ''
}

function describe({ header, target, propose }: ColumnReader, result: Converted, { raw, place }: { readonly raw: string; readonly place: CellPlace }): Issue {
  const about = result.kind === 'broken' ? result : result.remark
  if (about === undefined) throw new Error('Nothing to say of a value')
  const proposed = propose(raw.trim())
  const params = { ...about.params, ...(aboutColumns.has(about.code) ? { column: header } : {}), ...(proposed === null ? {} : { proposed }) }
  return issue({ code: about.code, severity: result.kind === 'broken' ? 'error' : 'warning', place, field: target.field, value: raw, params })
}

/** Issues whose sentence names the column. */
const aboutColumns: ReadonlySet<IssueCode> = new Set<IssueCode>(['date-order-open', 'date-order-mixed', 'decimal-sign-open', 'decimal-sign-mixed'])

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
    const key = `${whole.field}[${whole.index ?? ''}]@${whole.site ?? ''}`
    if (done.has(key)) continue
    done.add(key)
    const parts = cells.filter(({ target }) => target.part !== undefined && target.field === whole.field && target.index === whole.index && target.site === whole.site)
    const inOrder = [...parts.filter(({ target }) => target.part === 'first'), ...parts.filter(({ target }) => target.part === 'last')]
    const text = inOrder.map(({ raw }) => raw.trim()).join(' ')
    joined.push({ ...cell, target: whole, raw: text, value: text })
  }
  return joined
}
