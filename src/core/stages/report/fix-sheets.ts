import { addedHeadings as headings } from '#core/model/added-columns.ts'
import { bucketWords, unfinishedBuckets, type Report, type ReportIssue, type ReportRow } from '#core/model/report.ts'
import { checkFirst } from './check-first.ts'
import { ownColumns, rowsOf, sheetNames, type AddedColumn, type PackSheet } from './pack-sheet.ts'
import { tableOf } from './row-reason.ts'

/**
 * What is left to do, to be mended in a spreadsheet program and given back: the rows of customers that are not finished, as they stand
 * after what was mended already, with a note at each cell that is wrong. Empty when every customer is finished.
 */
export function fixSheets(report: Report): readonly PackSheet[] {
  if (!unfinishedBuckets.some((bucket) => report.summary.rowsByBucket[bucket] > 0)) return []
  const names = sheetNames(report.tables, [])
  const notes = notesByRow(report)
  const added: readonly AddedColumn[] = [
    { heading: headings.whatToDo, read: whatToDo },
    ...checkFirst(report),
    { heading: headings.row, read: ({ row }) => row },
    { heading: headings.run, read: () => report.run.runId },
  ]
  return report.tables.map((table, index): PackSheet => {
    const own = ownColumns(table)
    return {
      name: names[index] ?? '', headerRow: 1, ownWidth: own.length, width: own.length + added.length,
      * lines() {
        yield { row: 1, look: 'header', cells: [...own.map((column) => table.headers[column]), ...added.map(({ heading }) => heading)], bucket: null }
        let at = 1
        for (const row of rowsOf(report, index)) {
          if (!unfinishedBuckets.includes(row.bucket)) continue
          const found = notes.get(`${index}:${row.row}`)
          yield {
            row: at += 1, look: 'row', bucket: row.bucket,
            cells: [...own.map((column) => row.edits[column] ?? row.cells[column]), ...added.map(({ read }) => read(row))],
            ...(found === undefined ? {} : { notes: new Map([...found].map(([column, texts]) => [own.indexOf(column), [...texts].join('\n')])) }),
          }
        }
      },
    }
  })
}

function whatToDo({ bucket, reason }: ReportRow): string {
  const { meaning } = bucketWords[bucket]
  return bucket === 'held' || reason === null || reason === meaning ? reason ?? meaning : `${reason} ${meaning}`
}

/** By row, then by column: the sentences of its errors, with what may stand there. */
function notesByRow({ tables, issues }: Report): ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<string>>> {
  const rows = new Map<string, Map<number, Set<string>>>()
  for (const issue of issues) {
    const table = tableOf(tables, issue)
    const column = columnOf(issue, tables[table]?.fields ?? [])
    if (issue.severity !== 'error' || issue.row === null || column < 0) continue
    const key = `${table}:${issue.row}`
    const row = rows.get(key) ?? new Map<number, Set<string>>()
    rows.set(key, row.set(column, (row.get(column) ?? new Set()).add(issue.allowed === null ? issue.message : `${issue.message} Possible: ${issue.allowed}.`)))
  }
  return rows
}

/** The cell that is named, or else the one that the field is filled from; -1 where there is none. */
function columnOf({ cell, field }: ReportIssue, fields: readonly (string | null)[]): number {
  const letters = /^[A-Z]+/.exec(cell ?? '')?.[0] ?? ''
  if (letters !== '') return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return field === null ? -1 : fields.findIndex((target) => target?.replace(/\[\d+\](@\d+)?/, '') === field)
}
