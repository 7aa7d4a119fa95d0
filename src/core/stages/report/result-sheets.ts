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
        const repeats = (table.repeats ?? []).map((row): PackLine => ({ row, look: 'loose', cells: headings, bucket: null }))
        let at = 0
        for (const row of rowsOf(report, index)) {
          for (let line = repeats[at]; line !== undefined && line.row < row.row; line = repeats[at += 1]) yield line
          yield { row: row.row, look: 'row', cells: [...pick(row.cells), ...added.map(({ read }) => read(row))], bucket: row.bucket }
        }
        yield* [...repeats.slice(at), ...looseLines(table, 'footer', pick)].toSorted((a, b) => a.row - b.row)
      },
    }
  })
}

function looseLines(table: ReportTable, which: 'preamble' | 'footer', pick: (cells: readonly string[]) => readonly string[]): readonly PackLine[] {
  return table[which].map(({ row, cells }) => ({ row, look: 'loose', cells: pick(cells), bucket: null }))
}
