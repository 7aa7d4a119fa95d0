import { addedHeadings as headings } from '#core/model/added-columns.ts'
import type { Report } from '#core/model/report.ts'
import { ownColumns, type PackLine } from './pack-sheet.ts'
import { resultColumns } from './result-columns.ts'

/** The rows of several tables as one: where a row stands, the columns of all tables (one that several share once), what became of it. */
export function* mergedLines(report: Report): Generator<PackLine, void, undefined> {
  const { headers, places } = mergeHeaders(report)
  const added = resultColumns(report)
  yield { row: 1, look: 'header', cells: [headings.sheet, headings.row, ...headers, ...added.map(({ heading }) => heading)], bucket: null }
  let at = 1
  for (const row of report.rows) {
    const own = Array.from<string | undefined>({ length: headers.length })
    for (const [column, place] of places[row.table] ?? []) own[place] = row.cells[column]
    const table = report.tables[row.table]
    yield { row: at += 1, look: 'row', cells: [table?.sheet ?? table?.file, row.row, ...own, ...added.map(({ read }) => read(row))], bucket: row.bucket }
  }
}

/** `places`: for each table its columns and where they stand among all. The second "Name" of one table is that of the other. */
function mergeHeaders({ tables }: Report): { readonly headers: readonly string[]; readonly places: readonly ReadonlyMap<number, number>[] } {
  const known = new Map<string, number>()
  const headers: string[] = []
  const places = tables.map((table) => {
    const seen = new Map<string, number>()
    return new Map(ownColumns(table).map((column) => {
      const header = table.headers[column] ?? ''
      const nth = (seen.get(header) ?? 0) + 1
      seen.set(header, nth)
      const key = `${nth}:${header}`
      const place = known.get(key) ?? headers.push(header) - 1
      known.set(key, place)
      return [column, place]
    }))
  })
  return { headers, places }
}
