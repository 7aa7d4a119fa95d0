import { contentTypesXml, relationsXml, workbookXml, type WrittenSheet } from './package-xml.ts'
import { noteShapesXml, notesXml } from './notes-xml.ts'
import type { Sheet, SheetLine } from './sheet.ts'
import { sheetXml, type SheetEnd } from './sheet-xml.ts'
import { makeStyleSheet, type StyleSheet } from './style-sheet.ts'
import { openZip, type ZipFile } from './zip-file.ts'

/** The bound of the format. */
const mostRows = 1_048_576
const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/**
 * Writes a workbook to a path, sheet after sheet, line after line: what is in memory does not grow with it, but for its notes. Rejects
 * with the system's error when the disk does. By our own hand: decision 32 says why.
 */
export async function writeSheets(path: string, sheets: Iterable<Sheet>): Promise<void> {
  const zip = await openZip(path)
  try {
    const styles = makeStyleSheet()
    const written: WrittenSheet[] = []
    for (const sheet of sheets) await addSheet(zip, { sheet, styles, written })
    await zip.add('xl/styles.xml', [start, styles.xml()])
    await zip.add('xl/workbook.xml', [start, workbookXml(written)])
    await zip.add('xl/_rels/workbook.xml.rels', [start, relationsXml([...written.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const), ['styles', 'styles.xml']])])
    await zip.add('_rels/.rels', [start, relationsXml([['officeDocument', 'xl/workbook.xml']])])
    await zip.add('[Content_Types].xml', [start, contentTypesXml(written)])
  } catch (error) {
    await zip.giveUp()
    throw error
  }
  await zip.finish()
}

interface Adding {
  readonly sheet: Sheet
  readonly styles: StyleSheet
  readonly written: WrittenSheet[]
}

/** A table with more rows than a sheet can have goes on in further sheets. */
async function addSheet(zip: ZipFile, { sheet, styles, written }: Adding): Promise<void> {
  const lines = newLines(sheet.lines)
  for (let part = 0; part === 0 || lines.hasMore(); part += 1) {
    const number = written.length + 1
    const end: SheetEnd = { notes: [], filter: null }
    const xml = sheetXml({ sheet, lines: lines.upTo((part + 1) * mostRows), rowsBefore: part * mostRows, styles, end })
    await zip.add(`xl/worksheets/sheet${number}.xml`, withStart(xml))
    const hasNotes = end.notes.length > 0
    if (hasNotes) {
      await zip.add(`xl/comments${number}.xml`, [start, notesXml(end.notes)])
      await zip.add(`xl/drawings/vmlDrawing${number}.vml`, [noteShapesXml(end.notes)])
      await zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, [start, relationsXml([['vmlDrawing', `../drawings/vmlDrawing${number}.vml`], ['comments', `../comments${number}.xml`]])])
    }
    written.push({ name: part === 0 ? sheet.name : `${sheet.name.slice(0, 25)} (${part + 1})`, hasNotes, filter: end.filter })
  }
}

/** Lines that are taken a part at a time: the first one beyond is kept for the next part. */
function newLines(all: Iterable<SheetLine>): { readonly hasMore: () => boolean; readonly upTo: (row: number) => Generator<SheetLine, void, undefined> } {
  const lines = all[Symbol.iterator]()
  let next = lines.next()
  return {
    hasMore: () => next.done !== true,
    * upTo(row) {
      for (; next.done !== true && next.value.row <= row; next = lines.next()) yield next.value
    },
  }
}

function* withStart(pieces: Iterable<string>): Generator<string, void, undefined> {
  yield start
  yield* pieces
}
