import { describeFinalLook } from '#core/model/final-look.ts'
import { type Report, type ReportBucket, bucketWords, reportBuckets } from '#core/model/report.ts'
import { columnLetters } from '#core/model/place.ts'
import { type PackLine, type PackSheet, fixSheets, resultSheets } from '#core/stages/report/index.ts'
import { issueHeadings, summaryHeadings } from './own-sheets.ts'
import { type CellContent, type Sheet, type SheetLine, writeSheets } from './workbook-sheet.ts'

/** Pale enough for black text at 15 to 1 or better. */
const colours: Readonly<Record<ReportBucket, string>> = {
  created: 'FFE2F0D9', existing: 'FFDDEBF7', rejected: 'FFFBE5D6', incomplete: 'FFFFF2CC', unknown: 'FFFFF2CC', duplicate: 'FFFBE5D6',
  'not-sent': 'FFEDEDED', held: 'FFFBE5D6', excluded: 'FFEDEDED', blank: 'FFEDEDED',
}
/** Of a cell that is wrong. */
const wrongColour = 'FFFFC7CE'

/** Rows looked at to choose the widths of columns. */
const sampleRows = 200

const summaryName = 'Import summary'
const issuesName = 'Import issues'

/**
 * The operator's own workbook with what became of each row beside it, and two sheets about the whole. Rejects with the system's error
 * when the file cannot be written.
 */
export async function writeResultWorkbook(report: Report, path: string): Promise<void> {
  const sheets = resultSheets(report, [summaryName, issuesName])
  // The cell that says the outcome is the first of the added ones.
  const own = sheets.map((sheet) => packSheet(sheet, ({ bucket }) => (bucket === null ? undefined : new Map([[sheet.ownWidth, colours[bucket]]]))))
  await writeSheets(path, [...own, summarySheet(report), ...(report.issues.length > 0 ? [issuesSheet(report)] : [])])
}

/** The workbook of what is left to mend. */
export async function writeFixWorkbook(report: Report, path: string): Promise<void> {
  await writeSheets(path, fixSheets(report).map((sheet) => packSheet(sheet, ({ notes }) => (notes === undefined ? undefined : new Map([...notes.keys()].map((column) => [column, wrongColour]))))))
}

function packSheet(sheet: PackSheet, colour: (line: PackLine) => SheetLine['colours']): Sheet {
  const sample: (readonly CellContent[])[] = []
  for (const line of sheet.lines()) {
    if (sample.length >= sampleRows) break
    if (line.look !== 'loose') sample.push(line.cells)
  }
  return {
    name: sheet.name, headerRow: sheet.headerRow, widths: fitWidths(sheet.width, sample),
    lines: mapLines(sheet.lines(), (line) => {
      const colours = colour(line)
      return { row: line.row, cells: line.cells, isHeader: line.look === 'header', ...(colours === undefined ? {} : { colours }), ...(line.notes === undefined ? {} : { notes: line.notes }) }
    }),
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
  return { name: summaryName, widths: [28, 24, 44, 70], headerRow: 1, lines: listed([summaryHeadings, ...facts]) }
}

function issuesSheet({ issues, tables }: Report): Sheet {
  const only = tables.length === 1 ? tables[0]?.sheet ?? tables[0]?.file : undefined
  const rows = issues.map((issue): readonly CellContent[] => [
    issue.severity, issue.sheet ?? issue.file ?? only, issue.row ?? undefined, issue.customer ?? undefined, issue.site ?? undefined,
    issue.field ?? undefined, issue.value ?? undefined, issue.message, issue.code,
  ])
  const lines = [issueHeadings, ...rows]
  return { name: issuesName, widths: fitWidths(issueHeadings.length, lines.slice(0, sampleRows)), headerRow: 1, lines: listed(lines) }
}

/** Lines from the first row on, the first a header. */
function listed(lines: readonly (readonly CellContent[])[]): Iterable<SheetLine> {
  return mapLines(lines.entries(), ([index, cells]) => ({ row: index + 1, cells, isHeader: index === 0 }))
}

function fitWidths(count: number, sample: readonly (readonly CellContent[])[]): readonly number[] {
  return Array.from({ length: count }, (_, column) => {
    const longest = sample.reduce((most, cells) => Math.max(most, String(cells[column] ?? '').length), 0)
    return Math.min(Math.max(longest + 2, 9), 60)
  })
}

function* mapLines<From>(from: Iterable<From>, make: (one: From) => SheetLine): Generator<SheetLine, void, undefined> {
  for (const one of from) yield make(one)
}
