import { issue, type Issue } from '#core/model/issue.ts'
import { isBlankRow, type SourceRow } from '#core/model/source.ts'
import { undecodable } from './invalid-text.ts'

/** What the reader of the format noticed about a row. */
export interface RowRemark {
  /** Text follows a closing quote, so that its cells may have shifted. */
  readonly strayQuote?: boolean
  /** Its text may hold the character that decoding leaves for bytes without a meaning. */
  readonly undecodable?: boolean
  /** It ends in another way than most, or the row before it does: a line break in a cell may have cut it in two. */
  readonly oddEnd?: boolean
}

export interface RowJudge {
  readonly tableIndex: number
  /** Cells of the header; null when rows of different widths are no matter, as in a workbook. */
  readonly expected: number | null
  /** Of a table that an earlier import gave back: the column that says which rows were in doubt; -1 where there is none. */
  readonly checkColumn: number
}

/** Adds what is wrong with a row of data. Nearly every row has nothing, so this must be cheap. */
export function judgeRow(issues: Issue[], { row, remark }: { readonly row: SourceRow; readonly remark: RowRemark | undefined }, judge: RowJudge): void {
  if (judge.expected !== null && row.cells.length !== judge.expected) {
    addRagged(issues, row, { expected: judge.expected, table: judge.tableIndex, severity: remark?.oddEnd === true ? 'error' : 'warning' })
  }
  const doubt = judge.checkColumn < 0 ? '' : row.cells[judge.checkColumn] ?? ''
  if (doubt.trim() !== '') issues.push(issue({ code: 'row-unchecked', severity: 'error', place: { table: judge.tableIndex, row: row.row, column: judge.checkColumn }, value: doubt }))
  if (remark === undefined) return
  // Which delimiters separate columns cannot be known, so the row's cells may have shifted: an error.
  if (remark.strayQuote === true) issues.push(issue({ code: 'stray-quote', severity: 'error', place: { table: judge.tableIndex, row: row.row } }))
  if (remark.undecodable === true) addUndecodable(issues, row, judge.tableIndex)
}

/**
 * A row that is not as wide as its header. Cells beyond the header belong to no column: an error, unless they are empty. A short
 * row lacks its last cells: a warning, because Excel leaves trailing empty cells out, unless it seems to be a piece of a row. Params: `expected` and `found` count cells.
 */
function addRagged(issues: Issue[], row: SourceRow, { expected, table, severity }: { readonly expected: number; readonly table: number; readonly severity: 'error' | 'warning' }): void {
  if (isBlankRow(row)) return
  const found = row.cells.length
  const extra = row.cells.findIndex((cell, column) => column >= expected && cell.trim() !== '')
  const params = { expected, found }
  if (extra !== -1) {
    issues.push(issue({ code: 'ragged-row', severity: 'error', place: { table, row: row.row, column: extra }, value: row.cells[extra] ?? null, params }))
  } else if (found < expected) {
    issues.push(issue({ code: 'ragged-row', severity, place: { table, row: row.row }, params }))
  }
}

/** Cells that hold bytes the encoding does not know: errors, for the letters are lost and must not be imported. */
function addUndecodable(issues: Issue[], { row, cells }: SourceRow, table: number): void {
  cells.forEach((cell, column) => {
    if (cell.includes(undecodable)) issues.push(issue({ code: 'invalid-bytes', severity: 'error', place: { table, row, column }, value: cell }))
  })
}
