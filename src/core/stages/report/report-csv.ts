import type { Report } from '#core/model/report.ts'
import { reportColumns } from './report-columns.ts'

/** What makes a spreadsheet program take a cell for a formula, in the ASCII and the full-width form. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * The rows of the report as CSV, in pieces to be written one after the other: UTF-8 with byte order mark, comma, every cell quoted,
 * CRLF. A cell that could run as a formula gets an apostrophe in front, and the last column lists those columns (from 1), so that
 * the change can be undone exactly.
 */
export function* renderReportCsv(report: Report): Generator<string, void, undefined> {
  const { outcome, own, readOwn } = reportColumns(report)
  yield `\u{FEFF}${writeRecord([...outcome.map(({ header }) => header), ...own, 'Columns with an added apostrophe'].map(guard))}`
  for (const row of report.rows) {
    const cells = [...outcome.map(({ read }) => String(read(row))), ...readOwn(row).map((cell) => cell ?? '')]
    const guarded = cells.flatMap((cell, index) => (formulaStart.test(cell) ? [index + 1] : []))
    yield writeRecord([...cells.map(guard), guarded.join(' ')])
  }
}

function guard(cell: string): string {
  return formulaStart.test(cell) ? `'${cell}` : cell
}

function writeRecord(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`
}
