import { addedHeadings as headings } from '#core/model/added-columns.ts'
import type { Report } from '#core/model/report.ts'
import { mergedLines } from './merged-lines.ts'
import type { PackCell } from './pack-sheet.ts'
import { resultSheets } from './result-sheets.ts'

/** What makes a spreadsheet program take a cell for a formula, in the ASCII and the full-width form. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * The rows of the report as CSV, in pieces to be written one after the other: UTF-8 with byte order mark, comma, every cell quoted,
 * CRLF. One table comes line by line as it stood, several come below each other under the headings of all. A cell that could run as a
 * formula gets an apostrophe in front, and the last column lists those columns (from 1), so that the change can be undone exactly.
 */
export function* renderReportCsv(report: Report): Generator<string, void, undefined> {
  const [only, ...others] = resultSheets(report, [])
  const lines = only !== undefined && others.length === 0 ? only.lines() : mergedLines(report)
  yield '\u{FEFF}'
  for (const { look, cells } of lines) {
    // A title above the header is as wide as the rest: some programs read no other text.
    const texts = Array.from({ length: Math.max(cells.length, only?.width ?? 0) }, (_, column) => String(cells[column] ?? ''))
    const guarded = texts.flatMap((text, index) => (formulaStart.test(text) ? [index + 1] : []))
    yield writeRecord([...texts.map(guard), look === 'header' ? headings.apostrophes : guarded.join(' ')])
  }
}

function guard(cell: string): string {
  return formulaStart.test(cell) ? `'${cell}` : cell
}

function writeRecord(cells: readonly PackCell[]): string {
  return `${cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')}\r\n`
}
