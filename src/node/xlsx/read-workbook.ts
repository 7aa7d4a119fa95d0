import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { Source, SourceTable } from '#core/model/source.ts'
import { buildTable, findInvalidText, type TableBuilt } from '#core/stages/parse/index.ts'
import type { ReadOptions } from '../source-file/read-options.ts'
import type { CellContext } from './cell-value.ts'
import { findCellIssues } from './find-cell-issues.ts'
import { refuseOtherContainers } from './identify-container.ts'
import { findPart, openContainer, type Container } from './open-container.ts'
import { readSharedStrings, readStyles, readWorkbookPart, type SheetEntry } from './read-parts.ts'
import { readSheet } from './read-sheet.ts'
import { damaged, Refusal } from './refusal.ts'

export interface WorkbookFile {
  /** Without its folder. */
  readonly name: string
  readonly bytes: Buffer
}

/** An XLSX workbook to one table for each sheet that was asked for. Macros, links and everything but cells is left alone. */
export async function readWorkbook(file: WorkbookFile, options: ReadOptions): Promise<Result<Source>> {
  try {
    return ok(await readContainer(file, options))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return fail(error.code, `${file.name} ${error.reason}`)
  }
}

async function readContainer(file: WorkbookFile, options: ReadOptions): Promise<Source> {
  const container = await openContainer(file.bytes)
  refuseOtherContainers(container)
  const { sheets, date1904, stylesPart, sharedStringsPart } = await readWorkbookPart(container)
  const chosen = chooseSheets(sheets, options.sheets)
  const context = { sharedStrings: await readSharedStrings(container, sharedStringsPart), formats: await readStyles(container, stylesPart), date1904 }
  const tables = await readTables({ container, context, file, options }, chosen)
  const evidence = [...sheetEvidence(sheets, tables, options), ...(date1904 ? ['Its dates are counted from 1904.'] : []), ...macroEvidence(container)]
  const summary = { sizeBytes: file.bytes.length, sha256: createHash('sha256').update(file.bytes).digest('hex') }
  const findings = evidence.map((sentence) => ({ about: 'sheet', confidence: 1, evidence: sentence } as const))
  const reading = { kind: 'workbook', sheets: sheets.map(({ name, hidden }) => ({ name, hidden })), findings } as const
  return {
    file: file.name, ...summary, files: [{ name: file.name, ...summary, reading }], tables, questions: [],
     issues: tables.flatMap((table, index) => [...findCellIssues(index, table), ...findInvalidText(index, table)]),
  }
}

interface Reading {
  readonly container: Container
  readonly context: CellContext
  readonly file: WorkbookFile
  readonly options: ReadOptions
}

/**
 * Named sheets must have a header, and one of them data. By default the first visible sheet that is not blank is read alone: when it
 * has a header only, that is said, instead of quietly reading another one.
 */
async function readTables(reading: Reading, chosen: readonly SheetEntry[]): Promise<readonly SourceTable[]> {
  const named = Array.isArray(reading.options.sheets)
  const tables: SourceTable[] = []
  let hasData = false
  for (const sheet of chosen) {
    const built = await readTable(reading, sheet)
    if (built.kind === 'no-header' && named) throw noHeader(`sheet “${sheet.name}”`, reading.options)
    if (built.kind === 'no-header') continue
    if (reading.options.sheets === undefined && built.kind === 'table') return [built.table]
    if (reading.options.sheets === undefined) throw noData([built.table], ' Is another sheet meant? Choose it by its name.')
    tables.push(built.table)
    hasData ||= built.kind === 'table'
  }
  if (tables.length === 0) throw noHeader('any of its visible sheets', reading.options)
  if (!hasData) throw noData(tables)
  return tables
}

function noData(tables: readonly SourceTable[], more = ''): Refusal {
  return new Refusal('no-data-rows', `holds a header but no rows below it (${tables.map(({ sheet }) => `sheet “${sheet}”`).join(', ')}). Add the customers below the header, then try again.${more}`)
}

async function readTable({ container, context, file, options }: Reading, sheet: SheetEntry): Promise<TableBuilt> {
  if (sheet.part === null) return { kind: 'no-header' }
  const onRow = (): void => {
    if (options.signal?.aborted === true) throw new Refusal('stopped', 'was not read to its end: reading was stopped. Nothing was changed.')
  }
  const rows = await readSheet(container, { part: sheet.part, context, onRow })
  return buildTable({ file: file.name, sheet: sheet.name, rows, ...(options.headerRow === undefined ? {} : { headerRow: options.headerRow }) })
}

function noHeader(where: string, { headerRow }: ReadOptions): Refusal {
  return new Refusal('no-header', headerRow === undefined
    ? `has no header row in ${where}: every row is blank. Put the column names in the first row.`
    : `has no header in row ${headerRow} of ${where}: that row is blank or does not exist. Choose the row that holds the column names.`)
}

function chooseSheets(sheets: readonly SheetEntry[], wanted: ReadOptions['sheets']): readonly SheetEntry[] {
  if (sheets.length === 0) throw damaged('it has no sheets')
  if (wanted === undefined || wanted === 'all') return sheets.filter(({ hidden }) => !hidden)
  return wanted.map((name) => {
    const sheet = sheets.find((candidate) => candidate.name === name) ?? sheets.find((candidate) => candidate.name.trim().toLowerCase() === name.trim().toLowerCase())
    if (sheet !== undefined) return sheet
    throw new Refusal('no-such-sheet', `has no sheet “${name}”. Its sheets are: ${sheets.map((one) => `“${one.name}”${one.hidden ? ' (hidden)' : ''}`).join(', ')}.`)
  })
}

function sheetEvidence(sheets: readonly SheetEntry[], tables: readonly SourceTable[], { sheets: wanted }: ReadOptions): string[] {
  const read = tables.map(({ sheet }) => `“${sheet}”`).join(', ')
  const hidden = sheets.filter((sheet) => sheet.hidden && !tables.some((table) => table.sheet === sheet.name)).map(({ name }) => `“${name}”`)
  const why = wanted === undefined ? `Sheet ${read} was read: the first visible one that is not blank.` : `Read as chosen: ${read}.`
  return [why, ...(hidden.length === 0 ? [] : [`Hidden and not read: ${hidden.join(', ')}.`])]
}

function macroEvidence(container: Container): string[] {
  return findPart(container, 'xl/vbaProject.bin') === undefined ? [] : ['The workbook holds macros; they were not run.']
}
