import type { Report, ReportTable } from '#core/model/report.ts'
import { ownColumns, rowsOf, sheetNames, type PackLine, type PackSheet } from './pack-sheet.ts'
import { resultColumns } from './result-columns.ts'

/**
 * The operator's own tables: the same sheets, every line where it stood, every cell as it was read, and what became of each row to its
 * right. `reserved`: names that other sheets of the workbook have.
 */
export function resultSheets(report: Report, reserved: readonly string[]): readonly PackSheet[] {
  const names = sheetNames(report.tables, reserved)
  const added = resultColumns(report)
  return report.tables.map((table, index): PackSheet => {
    const own = ownColumns(table)
    return {
      name: names[index] ?? '', headerRow: table.headerRow, ownWidth: own.length, width: own.length + added.length,
      * lines() {
        const pick = (cells: readonly string[]): readonly string[] => own.map((column) => cells[column] ?? '')
        yield* looseLines(table, 'preamble', pick)
        const headings = [...pick(table.headers), ...added.map(({ heading }) => heading)]
        if (table.headerRow > 0) yield { row: table.headerRow, look: 'header', cells: headings, bucket: null }
        // A header that is repeated stays one, with our headings as well: known again when the sheet is imported once more.
        const repeats = [...table.repeats ?? []]
        const before = (end: number): readonly PackLine[] => repeats.splice(0, repeats.findLastIndex((each) => each < end) + 1).map((row) => ({ row, look: 'loose', cells: headings, bucket: null }))
        for (const row of rowsOf(report, index)) {
          if (repeats.length > 0) yield* before(row.row)
          yield { row: row.row, look: 'row', cells: [...pick(row.cells), ...added.map(({ read }) => read(row))], bucket: row.bucket }
        }
        yield* before(table.footer[0]?.row ?? Infinity)
        yield* looseLines(table, 'footer', pick)
      },
    }
  })
}

function looseLines(table: ReportTable, which: 'preamble' | 'footer', pick: (cells: readonly string[]) => readonly string[]): readonly PackLine[] {
  return table[which].map(({ row, cells }) => ({ row, look: 'loose', cells: pick(cells), bucket: null }))
}
