import { describeFinalLook } from '#core/model/final-look.ts'
import { type Report, type ReportBucket, type ReportRow, bucketWords, reportBuckets } from '#core/model/report.ts'
import { columnLetters } from '#core/model/place.ts'
import { type ReportColumns, reportColumns } from '#core/stages/report/index.ts'
import { type CellContent, type Sheet, type SheetColumn, writeSheets } from './workbook-sheet.ts'

/** Pale enough for black text at 15 to 1 or better. */
const colours: Readonly<Record<ReportBucket, string>> = {
  created: 'FFE2F0D9', existing: 'FFDDEBF7', rejected: 'FFFBE5D6', incomplete: 'FFFFF2CC', unknown: 'FFFFF2CC', duplicate: 'FFFBE5D6',
  'not-sent': 'FFEDEDED', held: 'FFFBE5D6', excluded: 'FFEDEDED', blank: 'FFEDEDED',
}

/** Rows looked at to choose the widths of columns. */
const sampleRows = 200

/**
 * The report as a workbook: a summary, every source row with its outcome, one sheet for each bucket that has rows, and every issue.
 * Rejects with the system's error when the file cannot be written.
 */
export async function writeReportWorkbook(report: Report, path: string): Promise<void> {
  await writeSheets(path, reportSheets(report))
}

function* reportSheets(report: Report): Generator<Sheet, void, undefined> {
  const columns = reportColumns(report)
  yield summarySheet(report)
  yield rowsSheet({ name: 'All rows', rows: report.rows, columns })
  for (const bucket of reportBuckets) {
    const rows = report.rows.filter((row) => row.bucket === bucket)
    if (rows.length > 0) yield rowsSheet({ name: bucketWords[bucket].title, rows, columns })
  }
  if (report.issues.length > 0) yield issuesSheet(report)
}

function rowsSheet({ name, rows, columns }: { name: string; rows: readonly ReportRow[]; columns: ReportColumns }): Sheet {
  const { outcome, own, readOwn } = columns
  const readRow = (row: ReportRow): readonly CellContent[] => [...outcome.map(({ read }) => read(row)), ...readOwn(row)]
  const outcomeColumn = outcome.findIndex(({ header }) => header === 'Import outcome')
  const colourOfTitle = new Map<CellContent, string>(reportBuckets.map((bucket) => [bucketWords[bucket].title, colours[bucket]]))
  return {
    name,
    columns: fitWidths([...outcome.map(({ header }) => header), ...own], rows.slice(0, sampleRows).map(readRow)),
    rows: mapRows(rows, readRow),
    paint: { column: outcomeColumn, colour: (cells) => colourOfTitle.get(cells[outcomeColumn]) ?? colours.blank },
  }
}

function summarySheet({ run, summary, finalLook, tables }: Report): Sheet {
  const facts: readonly (readonly CellContent[])[] = [
    ['Run', run.runId],
    ['Started', run.startedAt],
    ['Finished', run.finishedAt],
    ...(run.operator === null ? [] : [['By', run.operator]]),
    ['Target', run.target.name, run.target.baseUrl],
    ['File', run.file.name],
    ['File fingerprint (SHA-256)', run.file.sha256],
    ['Plan fingerprint (SHA-256)', run.planHash],
    [],
    ['Outcome', 'Rows', 'Customers', 'Meaning'],
    ...reportBuckets.map((bucket) => [bucketWords[bucket].title, summary.rowsByBucket[bucket], summary.customersByBucket[bucket], bucketWords[bucket].meaning]),
    ['Total', summary.rows, summary.customers, summary.sumsAgree ? 'Every row of the file is in exactly one outcome.' : 'THE SUMS DO NOT AGREE.'],
    [],
    ['Sites created', summary.sitesCreated],
    ['Requests sent', summary.attempts],
    ['Errors in the data', summary.errors],
    ['Warnings', summary.warnings],
    ['Notices', summary.infos],
    [],
    ...(finalLook === null ? [] : [...describeFinalLook(finalLook).map((sentence, at) => [at === 0 ? 'Final look at the server' : '', sentence]), []]),
    ['Column', 'Header', 'Used for', 'Sheet'],
    ...tables.flatMap(({ headers, fields, sheet, file }) =>
      fields.map((field, column) => [columnLetters(column), headers[column] ?? '', field ?? 'not used', sheet ?? file])),
  ]
  const widths = [28, 24, 44, 70]
  return { name: 'Summary', columns: ['Elevate Onboarder', 'Report', '', ''].map((header, column) => ({ header, width: widths[column] ?? 20 })), rows: facts }
}

function issuesSheet({ issues, tables }: Report): Sheet {
  const headers = ['Severity', 'Sheet', 'Row', 'Customer', 'Site', 'Field', 'Value', 'What is wrong and what to do', 'Code']
  const only = tables.length === 1 ? tables[0]?.sheet ?? tables[0]?.file : undefined
  const rows = issues.map((issue): readonly CellContent[] => [
    issue.severity, issue.sheet ?? issue.file ?? only, issue.row ?? undefined, issue.customer ?? undefined, issue.site ?? undefined,
    issue.field ?? undefined, issue.value ?? undefined, issue.message, issue.code,
  ])
  return { name: 'Issues', columns: fitWidths(headers, rows.slice(0, sampleRows)), rows }
}

function fitWidths(headers: readonly string[], sample: readonly (readonly CellContent[])[]): readonly SheetColumn[] {
  return headers.map((header, column) => {
    const longest = sample.reduce((most, cells) => Math.max(most, String(cells[column] ?? '').length), header.length)
    return { header, width: Math.min(Math.max(longest + 2, 9), 60) }
  })
}

function* mapRows(rows: readonly ReportRow[], read: (row: ReportRow) => readonly CellContent[]): Generator<readonly CellContent[], void, undefined> {
  for (const row of rows) yield read(row)
}
