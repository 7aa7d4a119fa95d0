import { open } from 'node:fs/promises'
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib'

export type StringKind = 'inline' | 'shared'

/**
 * Writes a workbook of one sheet, as spreadsheet programs lay it out: whole numbers as numbers, dates (dd/mm/yyyy) as styled
 * serial numbers, all else as text, in the cells (`inline`) or in a table of strings. Large files need no memory for it.
 */
export async function makeWorkbook(path: string, strings: StringKind, rows: Iterable<readonly string[]>): Promise<{ readonly sizeBytes: number }> {
  const table = new Map<string, number>()
  const sheet = await sheetPart(rows, strings === 'shared' ? table : null)
  const texts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes, '_rels/.rels': packageRelations, 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': workbookRelations, 'xl/styles.xml': styles,
    'xl/sharedStrings.xml': `${declaration}<sst xmlns="${namespace}" uniqueCount="${table.size}">${[...table.keys()].map((text) => `<si><t>${escapeXml(text)}</t></si>`).join('')}</sst>`,
  }
  const small = await Promise.all(Object.entries(texts).map(([name, text]) => part(name, text)))
  // The sheet before its strings, as many programs write them: a reader has to seek.
  return { sizeBytes: await writeZip(path, [sheet, ...small]) }
}

interface Part {
  readonly name: string
  readonly packed: Buffer
  readonly crc: number
  readonly size: number
}

async function part(name: string, text: string): Promise<Part> {
  const writer = newPartWriter(name)
  await writer.write(text)
  return writer.finish()
}

async function sheetPart(rows: Iterable<readonly string[]>, table: Map<string, number> | null): Promise<Part> {
  const writer = newPartWriter('xl/worksheets/sheet1.xml')
  let text = `${declaration}<worksheet xmlns="${namespace}"><sheetData>`
  let number = 0
  for (const cells of rows) {
    number += 1
    text += `<row r="${number}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${number}`, table)).join('')}</row>`
    if (text.length < 1_000_000) continue
    await writer.write(text)
    text = ''
  }
  await writer.write(`${text}</sheetData></worksheet>`)
  return writer.finish()
}

function cellXml(cell: string, at: string, table: Map<string, number> | null): string {
  if (cell === '') return ''
  if (/^[1-9]\d{0,8}$/.test(cell)) return `<c r="${at}"><v>${cell}</v></c>`
  const date = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell)
  const serial = date === null ? null : Date.UTC(Number(date[3]), Number(date[2]) - 1, Number(date[1])) / 86_400_000 + 25_569
  if (serial !== null) return `<c r="${at}" s="1"><v>${serial}</v></c>`
  if (table === null) return `<c r="${at}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`
  const index = table.get(cell) ?? table.size
  table.set(cell, index)
  return `<c r="${at}" t="s"><v>${index}</v></c>`
}

function newPartWriter(name: string): { write(text: string): Promise<void>; finish(): Promise<Part> } {
  const deflate: DeflateRaw = createDeflateRaw({ level: 6 })
  const packed: Buffer[] = []
  deflate.on('data', (chunk: Buffer) => packed.push(chunk))
  let crc = 0
  let size = 0
  return {
    write: (text) => {
      const bytes = Buffer.from(text)
      crc = crc32(bytes, crc)
      size += bytes.length
      return new Promise((resolve) => deflate.write(bytes, () => resolve()))
    },
    finish: () => new Promise((resolve) => deflate.once('end', () => resolve({ name, packed: Buffer.concat(packed), crc, size })).end()),
  }
}

async function writeZip(path: string, parts: readonly Part[]): Promise<number> {
  const file = await open(path, 'w')
  const directory: Buffer[] = []
  let offset = 0
  for (const each of parts) {
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields(each), Buffer.from(each.name)])
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields(each), little(0, 2), little(0, 2), little(0, 2), little(0, 4), little(offset, 4), Buffer.from(each.name)]))
    await file.write(local)
    await file.write(each.packed)
    offset += local.length + each.packed.length
  }
  const central = Buffer.concat(directory)
  await file.write(Buffer.concat([central, Buffer.from([0x50, 0x4b, 5, 6]), little(0, 4), little(parts.length, 2), little(parts.length, 2), little(central.length, 4), little(offset, 4), little(0, 2)]))
  await file.close()
  return offset + central.length + 22
}

/** What the local header and the directory say alike: version 2.0, deflated, names in UTF-8, 1 January 1980, sizes. */
function fields({ name, packed, crc, size }: Part): Buffer {
  return Buffer.concat([little(20, 2), little(0x800, 2), little(8, 2), little(0, 2), little(0x21, 2), little(crc, 4), little(packed.length, 4), little(size, 4), little(Buffer.byteLength(name), 2), little(0, 2)])
}

function little(value: number, bytes: 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntLE(value, 0, bytes)
  return buffer
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : String.fromCharCode(64 + Math.floor(column / 26), 65 + (column % 26))
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const typeOf = (kind: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`
const contentTypes = `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typeOf('sheet.main')}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typeOf('worksheet')}"/><Override PartName="/xl/styles.xml" ContentType="${typeOf('styles')}"/><Override PartName="/xl/sharedStrings.xml" ContentType="${typeOf('sharedStrings')}"/></Types>`
const packageRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
const workbook = `${declaration}<workbook xmlns="${namespace}" xmlns:r="${office}"><sheets><sheet name="Customers" sheetId="1" r:id="rId1"/></sheets></workbook>`
const workbookRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
const styles = `${declaration}<styleSheet xmlns="${namespace}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`
