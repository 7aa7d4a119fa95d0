import { columnLetters } from '#core/model/place.ts'
import { cleanCell, textElement } from './cell-text.ts'
import type { Note } from './notes-xml.ts'
import type { Sheet, SheetLine } from './sheet.ts'
import { headerStyle, textStyle, type StyleSheet } from './style-sheet.ts'

/** A header further down would leave no room below it. */
const mostFrozen = 20

/** What is known of a sheet when its last line is written. */
export interface SheetEnd {
  notes: Note[]
  /** Cells that can be filtered: `A1:G90`; null where there is no header. */
  filter: string | null
}

interface Part {
  readonly sheet: Pick<Sheet, 'widths' | 'headerRow'>
  /** Lines of this part, and how many rows stand in the parts before it. */
  readonly lines: Iterable<SheetLine>
  readonly rowsBefore: number
  readonly styles: StyleSheet
  readonly end: SheetEnd
}

/** The XML of a sheet, line after line. Cells are numbers of ours or strings: a string cell is never a formula, whatever it starts with. */
export function* sheetXml({ sheet: { widths, headerRow }, lines, rowsBefore, styles, end }: Part): Generator<string, void, undefined> {
  const hasHeader = rowsBefore === 0 && headerRow > 0
  const pane = hasHeader && headerRow <= mostFrozen ? `<pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/>` : ''
  const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')
  yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
  yield `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols === '' ? '' : `<cols>${cols}</cols>`}<sheetData>`
  let last = 0
  for (const line of lines) {
    last = line.row - rowsBefore
    yield rowXml(line, last, styles)
    for (const [column, text] of line.notes ?? []) end.notes.push({ row: last, column, text: String(cleanCell(text) ?? '') })
  }
  yield '</sheetData>'
  if (hasHeader && widths.length > 0) {
    end.filter = `A${headerRow}:${columnLetters(widths.length - 1)}${Math.max(last, headerRow)}`
    yield `<autoFilter ref="${end.filter}"/>`
  }
  yield `<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>${end.notes.length === 0 ? '' : '<legacyDrawing r:id="rId1"/>'}</worksheet>`
}

function rowXml({ cells, isHeader = false, colours }: SheetLine, row: number, styles: StyleSheet): string {
  let xml = `<row r="${row}">`
  for (const [column, given] of cells.entries()) {
    const content = cleanCell(given)
    const colour = colours?.get(column)
    const place = `r="${lettersOf(column)}${row}"`
    if (typeof content === 'number' && !isHeader) xml += `<c ${place}><v>${content}</v></c>`
    else {
      const style = isHeader ? headerStyle : colour === undefined ? textStyle : styles.coloured(colour)
      if (content === undefined) xml += `<c ${place} s="${style}"/>`
      else if (typeof content === 'number') xml += `<c ${place} s="${style}"><v>${content}</v></c>`
      else xml += `<c ${place} s="${style}" t="inlineStr"><is>${textElement(content)}</is></c>`
    }
  }
  return `${xml}</row>`
}

const letters: string[] = []

/** Asked for every cell. */
function lettersOf(column: number): string {
  return letters[column] ??= columnLetters(column)
}
