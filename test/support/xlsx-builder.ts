import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of a hand-built ZIP. What is given beyond `name` and `data` is written as it is, true or not. */
export interface ZipEntry {
  readonly name: string
  readonly data: string | Buffer
  readonly stored?: boolean
  readonly crc32?: number
  readonly sizeBytes?: number
  readonly packedBytes?: number
  readonly flags?: number
  readonly method?: number
  /** For the local header alone, so that it disagrees with the central directory. */
  readonly localName?: string
  readonly localSizeBytes?: number
  /** Points at this other entry's local header. */
  readonly atEntry?: number
  /** Packed bytes instead of the right ones. */
  readonly packed?: Buffer
}

export function buildZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let offset = 0
  for (const entry of entries) {
    const data = Buffer.from(entry.data)
    const packed = entry.packed ?? (entry.stored === true ? data : deflateRawSync(data))
    const method = entry.method ?? (entry.stored === true ? 0 : 8)
    const fields = { flags: entry.flags ?? 0x800, method, crc: entry.crc32 ?? crc32(data), packed: entry.packedBytes ?? packed.length, size: entry.sizeBytes ?? data.length }
    const localName = Buffer.from(entry.localName ?? entry.name)
    const local = Buffer.concat([header('504b0304', 20, { ...fields, size: entry.localSizeBytes ?? fields.size, nameBytes: localName.length }), localName, packed])
    offsets.push(entry.atEntry === undefined ? offset : offsets[entry.atEntry] ?? 0)
    if (entry.atEntry === undefined) {
      locals.push(local)
      offset += local.length
    }
    const name = Buffer.from(entry.name)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offsets.at(-1) ?? 0, 10)
    directory.push(header('504b01021400', 20, { ...fields, nameBytes: name.length }), tail, name)
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

interface HeaderFields { flags: number; method: number; crc: number; packed: number; size: number; nameBytes: number }

function header(signature: string, version: number, fields: HeaderFields): Buffer {
  const start = Buffer.from(signature, 'hex')
  const rest = Buffer.alloc(26)
  rest.writeUInt16LE(version, 0)
  rest.writeUInt16LE(fields.flags, 2)
  rest.writeUInt16LE(fields.method, 4)
  rest.writeUInt32LE(fields.crc, 10)
  rest.writeUInt32LE(fields.packed, 14)
  rest.writeUInt32LE(fields.size, 18)
  rest.writeUInt16LE(fields.nameBytes, 22)
  return Buffer.concat([start, rest])
}

export interface XlsxSheet {
  readonly name: string
  /** What stands inside `sheetData`, or the whole part if it begins with `<?xml` or `<!`. */
  readonly xml: string
  readonly state?: string
  /** What stands before and after `sheetData`: columns; merged cells, filters. */
  readonly before?: string
  readonly after?: string
}

export interface XlsxContent {
  readonly sheets: readonly XlsxSheet[]
  /** What stands inside `sst`. */
  readonly sharedStrings?: string
  /** Format codes; cell style 0 is General, style n the nth of these. A number is a built-in format. */
  readonly formats?: readonly (string | number)[]
  readonly date1904?: boolean
  readonly extra?: readonly ZipEntry[]
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The entries of a small workbook, to be built as they are or after one has been spoilt. */
export function xlsxEntries({ sheets, sharedStrings, formats = [], date1904 = false, extra = [] }: XlsxContent): ZipEntry[] {
  const relationship = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
  const list = (items: readonly string[]) => `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
  const sheetTags = sheets.map(({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`)
  const codes = formats.map((code, index) => (typeof code === 'number' ? '' : `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`))
  const styles = formats.map((code, index) => `<xf numFmtId="${typeof code === 'number' ? code : 200 + index}"/>`)
  return [
    { name: '[Content_Types].xml', data: `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>` },
    { name: '_rels/.rels', data: list([relationship('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    { name: 'xl/workbook.xml', data: `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheetTags.join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', data: list([...sheets.map((_, index) => relationship(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)), relationship('rIdS', 'styles', 'styles.xml'), relationship('rIdT', 'sharedStrings', '/xl/sharedStrings.xml')]) },
    { name: 'xl/styles.xml', data: `${xml}<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>` },
    ...(sharedStrings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: `${xml}<sst xmlns="${main}">${sharedStrings}</sst>` }]),
    ...sheets.map(({ xml: content, before = '', after = '' }, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, data: /^<[?!]/.test(content) ? content : `${xml}<worksheet xmlns="${main}">${before}<sheetData>${content}</sheetData>${after}</worksheet>` })),
    ...extra,
  ]
}

export function buildXlsx(content: XlsxContent): Buffer {
  return buildZip(xlsxEntries(content))
}

/** A row of inline texts. */
export function textRow(row: number, texts: readonly string[]): string {
  return `<row r="${row}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
}
