import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Excel from 'exceljs'

export type CellContent = string | number | undefined

export interface SheetColumn {
  readonly header: string
  /** In characters. */
  readonly width: number
}

export interface Sheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: Iterable<readonly CellContent[]>
  /** Background of a cell of the row, as ARGB; the text says the same, so that nothing hangs on colour alone. */
  readonly paint?: { readonly column: number; readonly colour: (cells: readonly CellContent[]) => string }
}

/** Format "text": a zero in front survives when a person types into the cell, an empty one too. */
const textStyle: Partial<Excel.Style> = { numFmt: '@' }
const paintedStyles = new Map<string, Partial<Excel.Style>>()

/** Printable ASCII without the underscore: nearly every cell, and nothing to escape in it. */
const plain = /^[ -^`-~]*$/

/** The bounds of the format: rows of a sheet, characters of a cell. */
const mostRows = 1_048_576
const mostCharacters = 32_767
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
  let part = 1
  let target = openSheet(workbook, sheet, part)
  for (const cells of sheet.rows) {
    if (target.count === mostRows) {
      target.sheet.commit()
      part += 1
      target = openSheet(workbook, sheet, part)
    }
    writeRow(target.sheet, sheet, cells)
    target.count += 1
    // The zip works between turns: without a pause all rows would wait in memory.
    if (target.count % 200 === 0) await nextTurn()
    if (isGivenUp()) return
  }
  target.sheet.commit()
}

function openSheet(workbook: Excel.stream.xlsx.WorkbookWriter, { name, columns }: Sheet, part: number): { readonly sheet: Excel.Worksheet; count: number } {
  const sheet = workbook.addWorksheet(part === 1 ? name : `${name} (${part})`, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ width }) => ({ width }))
  if (columns.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  const header = sheet.addRow(columns.map((column) => cleanCell(column.header)))
  header.eachCell((cell) => { cell.style = headerStyle })
  header.commit()
  return { sheet, count: 1 }
}

/** Styles are shared objects: exceljs recognises them by identity, and works each new one out again, for every cell. */
function writeRow(target: Excel.Worksheet, { columns, paint }: Sheet, cells: readonly CellContent[]): void {
  const row = target.addRow([])
  for (const index of columns.keys()) {
    const cell = row.getCell(index + 1)
    const content = cleanCell(cells[index])
    if (content !== undefined) cell.value = content
    if (typeof content !== 'number') cell.style = index === paint?.column ? paintedStyle(paint.colour(cells)) : textStyle
  }
  row.commit()
}

function paintedStyle(argb: string): Partial<Excel.Style> {
  const known = paintedStyles.get(argb)
  if (known !== undefined) return known
  const style: Partial<Excel.Style> = { ...textStyle, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb } } }
  paintedStyles.set(argb, style)
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
