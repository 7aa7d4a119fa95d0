import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Excel from 'exceljs'

export type CellContent = string | number | undefined

export interface SheetLine {
  /** From 1; lines come in this order, and rows between them stay empty. */
  readonly row: number
  readonly cells: readonly CellContent[]
  readonly isHeader?: boolean
  /** By column index, as ARGB: a background. A text says the same, so that nothing hangs on colour alone. */
  readonly colours?: ReadonlyMap<number, string>
  /** By column index: what a person reads who points at the cell. */
  readonly notes?: ReadonlyMap<number, string>
}

export interface Sheet {
  readonly name: string
  /** In characters, one for each column. */
  readonly widths: readonly number[]
  /** Stays in sight, with a filter for each column; 0: the sheet has none. */
  readonly headerRow: number
  readonly lines: Iterable<SheetLine>
}

/** Format "text": a zero in front survives when a person types into the cell, an empty one too. */
const textStyle: Partial<Excel.Style> = { numFmt: '@' }
const colouredStyles = new Map<string, Partial<Excel.Style>>()

/** Printable ASCII without the underscore: nearly every cell, and nothing to escape in it. */
const plain = /^[ -^`-~]*$/

/** The bounds of the format: rows of a sheet, characters of a cell. */
const mostRows = 1_048_576
const mostCharacters = 32_767
const rowsInTurn = 10
/** A header further down would leave no room below it. */
const mostFrozen = 20
const cutNote = '… (too long for a cell: the whole text is in the JSON and CSV forms)'

/** Dark blue under white text: contrast 11 to 1. */
export const headerStyle: Partial<Excel.Style> = {
  font: { bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3864' } },
  alignment: { vertical: 'middle', wrapText: true },
}

/**
 * Writes a workbook to a path, sheet after sheet, streamed. Cells are numbers of ours or strings: a string cell is never a formula,
 * whatever it starts with. Rejects with the system's error when the disk does.
 */
export async function writeSheets(path: string, sheets: Iterable<Sheet>): Promise<void> {
  const stream = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  await once(stream, 'open')
  // exceljs hears of a failed stream only at the very end; without a listener the error would end the process.
  const failed = once(stream, 'close').then(() => { if (stream.errored) throw stream.errored })
  const workbook = new Excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const written = (async () => {
    for (const sheet of sheets) await writeSheet(workbook, sheet, () => stream.destroyed)
    if (!stream.destroyed) await workbook.commit()
  })()
  await Promise.race([written, failed])
  await failed
}

async function writeSheet(workbook: Excel.stream.xlsx.WorkbookWriter, sheet: Sheet, isGivenUp: () => boolean): Promise<void> {
  let part = 0
  let target = openSheet(workbook, sheet, part)
  let last = 0
  let count = 0
  const close = (): void => {
    const { headerRow, widths } = sheet
    if (part === 0 && headerRow > 0 && widths.length > 0) target.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: Math.max(last, headerRow), column: widths.length } }
    target.commit()
  }
  for (const line of sheet.lines) {
    if (Math.ceil(line.row / mostRows) - 1 > part) {
      close()
      part += 1
      last = 0
      target = openSheet(workbook, sheet, part)
    }
    const row = line.row - part * mostRows
    // Row by row over what is empty: exceljs takes time that grows with the square of a gap.
    for (let empty = last + 1; empty < row; empty += 1) target.getRow(empty).commit()
    last = row
    writeLine(target.getRow(row), line)
    count += 1
    // The zip takes some 64 KB a turn, three times what ten rows of forty columns are: with fewer pauses the rest would wait in memory.
    if (count % rowsInTurn === 0) await nextTurn()
    if (isGivenUp()) return
  }
  close()
}

/** `part`: of a table with more rows than a sheet can have, from 0. */
function openSheet(workbook: Excel.stream.xlsx.WorkbookWriter, { name, widths, headerRow }: Sheet, part: number): Excel.Worksheet {
  const isFrozen = part === 0 && headerRow > 0 && headerRow <= mostFrozen
  const sheet = workbook.addWorksheet(part === 0 ? name : `${name.slice(0, 25)} (${part + 1})`, isFrozen ? { views: [{ state: 'frozen', ySplit: headerRow }] } : {})
  sheet.columns = widths.map((width) => ({ width }))
  return sheet
}

/** Styles are shared objects: exceljs recognises them by identity, and works each new one out again, for every cell. */
function writeLine(row: Excel.Row, { cells, isHeader = false, colours, notes }: SheetLine): void {
  for (const [index, given] of cells.entries()) {
    const cell = row.getCell(index + 1)
    const content = cleanCell(given)
    if (content !== undefined) cell.value = content
    const colour = colours?.get(index)
    if (isHeader) cell.style = headerStyle
    else if (typeof content !== 'number') cell.style = colour === undefined ? textStyle : colouredStyle(colour)
    const note = notes?.get(index)
    if (note !== undefined) cell.note = String(cleanCell(note) ?? '')
  }
  row.commit()
}

function colouredStyle(argb: string): Partial<Excel.Style> {
  const known = colouredStyles.get(argb)
  if (known !== undefined) return known
  const style: Partial<Excel.Style> = { ...textStyle, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb } } }
  colouredStyles.set(argb, style)
  return style
}

/**
 * Text as the format can hold it. `_x0041_` in a cell means "A" to Excel, so a text that happens to look like it is escaped the way
 * Excel does; characters that XML cannot carry become the replacement character.
 */
export function cleanCell(content: CellContent): CellContent {
  if (typeof content !== 'string') return content
  if (content === '') return undefined
  const text = plain.test(content) ? content : content
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll(/(?![\t\n\u{80}-\u{9F}])[\p{Cc}\u{FFFE}\u{FFFF}\p{Surrogate}]/gu, '\u{FFFD}')
  return text.length <= mostCharacters ? text : text.slice(0, mostCharacters - cutNote.length) + cutNote
}
