import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { ReadingFinding } from '#core/model/reading.ts'
import type { Source } from '#core/model/source.ts'
import type { ReadOptions } from '../source-file/read-options.ts'
import type { CellContext } from './cell-value.ts'
import { chooseSheets } from './choose-sheets.ts'
import { refuseOtherContainers } from './identify-container.ts'
import { findPart, openContainer, type Container } from './open-container.ts'
import { readSharedStrings, readStyles, readWorkbookPart, type SheetEntry } from './read-parts.ts'
import { readTable, type SheetRead } from './read-table.ts'
import { Refusal } from './refusal.ts'
import { glanceAt } from './sheet-kind.ts'

export interface WorkbookFile {
  /** Without its folder. */
  readonly name: string
  readonly bytes: Buffer
}

/**
 * An XLSX workbook to one table for each sheet that was asked for. Macros, links and everything but cells is left alone. When it
 * is open which sheets are meant there are no tables yet. Rows go to the sinks before the checksum at the end of their part is
 * seen: of a reading that fails, they count for nothing.
 */
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
  const checkStop = (): void => {
    if (options.signal?.aborted === true) throw new Refusal('stopped', 'was not read to its end: reading was stopped. Nothing was changed.')
  }
  const formats = await readStyles(container, stylesPart)
  const sharedStrings = await readSharedStrings(container, sharedStringsPart, { onPiece: checkStop })
  const reading: Reading = { container, context: { sharedStrings, formats, date1904 }, file, options, checkStop }
  const choice = await chooseSheets(sheets, options.sheets, (sheet) => glanceAt({ container, context: reading.context, part: sheet.part ?? '' }))
  if (choice.chosen.length === 0 && choice.question === null) throw noHeader('any of its visible sheets', options)
  const read = await readTables(reading, choice.chosen)
  const summary = { sizeBytes: file.bytes.length, sha256: createHash('sha256').update(file.bytes).digest('hex') }
  const findings = [...choice.findings, ...read.flatMap((each) => each.findings), ...workbookFindings(container, date1904)]
  return {
    file: file.name, ...summary,
    files: [{ name: file.name, ...summary, reading: { kind: 'workbook', sheets: sheets.map(({ name, hidden }) => ({ name, hidden })), findings } }],
    tables: read.map(({ table }) => table),
    questions: [...(choice.question === null ? [] : [choice.question]), ...read.flatMap(({ questions }) => questions)],
    issues: read.flatMap(({ issues }) => issues),
  }
}

interface Reading {
  readonly container: Container
  readonly context: CellContext
  readonly file: WorkbookFile
  readonly options: ReadOptions
  readonly checkStop: () => void
}

/** A sheet that was chosen must have a header, and one of them data: that is said, instead of quietly reading another one. */
async function readTables(reading: Reading, chosen: readonly SheetEntry[]): Promise<readonly SheetRead[]> {
  const { options } = reading
  const found: SheetRead[] = []
  let rows = 0
  for (const [index, sheet] of chosen.entries()) {
    const onPiece = (share: number): void => {
      reading.checkStop()
      options.onProgress?.(rows, (index + share) / chosen.length)
    }
    const read = sheet.part === null ? null : await readTable({
      container: reading.container, context: reading.context, part: sheet.part, file: reading.file.name, sheet: sheet.name,
      tableIndex: found.length, options, onPiece, onRow: () => { rows += 1 },
    })
    if (read === null) throw noHeader(`sheet “${sheet.name}”`, options)
    found.push(read)
  }
  if (chosen.length === 0) return found
  if (!found.some(({ kind }) => kind === 'table')) throw noData(found, options)
  return found
}

function noData(found: readonly SheetRead[], { sheets }: ReadOptions): Refusal {
  const more = sheets === undefined ? ' Is another sheet meant? Choose it by its name.' : ''
  return new Refusal('no-data-rows', `holds a header but no rows below it (${found.map(({ table }) => `sheet “${table.sheet}”`).join(', ')}). Add the customers below the header, then try again.${more}`)
}

function noHeader(where: string, { headerRow }: ReadOptions): Refusal {
  return new Refusal('no-header', headerRow === undefined
    ? `has no header row in ${where}: every row is blank. Put the column names in the first row.`
    : `has no header in row ${headerRow} of ${where}: that row is blank or does not exist. Choose the row that holds the column names.`)
}

function workbookFindings(container: Container, date1904: boolean): readonly ReadingFinding[] {
  const findings: ReadingFinding[] = []
  if (date1904) findings.push({ about: 'date-system', confidence: 1, evidence: 'Its dates are counted from 1904.' })
  if (findPart(container, 'xl/vbaProject.bin') !== undefined) findings.push({ about: 'macros', confidence: 1, evidence: 'The workbook holds macros; they were not run.' })
  return findings
}
