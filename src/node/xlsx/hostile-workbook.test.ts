import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildXlsx, buildZip, textRow, xlsxEntries, type ZipEntry } from '../../../test/support/xlsx-builder.ts'
import { readWorkbook } from './read-workbook.ts'

const content = { sheets: [{ name: 'S', xml: textRow(1, ['a', 'b']) + textRow(2, ['1', '2']) }] }
const sheetPart = 'xl/worksheets/sheet1.xml'
const good = buildXlsx(content)

async function failureOf(bytes: Buffer) {
  const result = await readWorkbook({ name: 'b.xlsx', bytes }, {})
  return result.ok ? null : result.failure
}
const spoil = (change: Partial<ZipEntry>, part = sheetPart) => buildZip(xlsxEntries(content).map((entry) => (entry.name === part ? { ...entry, ...change } : entry)))
const withSheet = (data: string | Buffer) => spoil({ data })
const damageOf = async (bytes: Buffer) => {
  const failure = await failureOf(bytes)
  expect(failure?.code).toBe('file-damaged')
  return /\((.*?)\)\. Open it/.exec(failure?.message ?? '')?.[1]
}

test('the workbook that the others spoil is good itself, packed or stored', async () => {
  expect(await failureOf(good)).toBeNull()
  expect(await failureOf(spoil({ stored: true }))).toBeNull()
})

test('a wrong checksum is damage', async () => {
  expect(await damageOf(spoil({ crc32: 1 }))).toBe('a checksum is wrong')
})

test('sizes that lie are damage, in the directory and in the local header', async () => {
  const { length } = Buffer.from(xlsxEntries(content).find(({ name }) => name === sheetPart)?.data ?? '')
  expect(await damageOf(spoil({ sizeBytes: length + 1 }))).toBe('a part is cut off')
  expect(await damageOf(spoil({ sizeBytes: length - 1 }))).toBe('a part is larger than it says')
  expect(await damageOf(spoil({ localSizeBytes: length - 1 }))).toBe('its two tables of contents disagree')
})

test('a name that differs between the two headers is damage', async () => {
  expect(await damageOf(spoil({ localName: 'xl/worksheets/sheet2.xml' }))).toBe('its two tables of contents disagree')
})

test('packed data that is cut off, nonsense or too long is damage', async () => {
  const xml = Buffer.from(xlsxEntries(content).at(-1)?.data ?? '')
  const packed = deflateRawSync(xml)
  expect(await damageOf(spoil({ packed: packed.subarray(0, -4) }))).toBe('packed data cannot be unpacked')
  expect(await damageOf(spoil({ packed: Buffer.from([0xff, 0xff, 0xff]) }))).toBe('packed data cannot be unpacked')
  expect(await damageOf(spoil({ packed: Buffer.concat([packed, Buffer.from('more')]) }))).toBe('a part has more data than it says')
})

test('a part that unpacks to a hundred times its size is refused at once, repetition in a small one is not', async () => {
  const rows = (count: number) => `<worksheet><sheetData>${textRow(1, ['a'])}${textRow(2, ['1'])}</sheetData>${'<x/>'.repeat(count)}</worksheet>`
  expect(await failureOf(withSheet(rows(200_000)))).toBeNull()
  expect(await damageOf(withSheet(rows(2_000_000)))).toBe('a part unpacks to more than a hundred times its size')
})

test('a part that says it is larger than 256 MB is too large', async () => {
  expect((await failureOf(spoil({ sizeBytes: 257 * 1024 ** 2 })))?.code).toBe('file-too-large')
})

test('parts that share their bytes are damage', async () => {
  const entries = xlsxEntries(content)
  expect(await damageOf(buildZip([...entries, { ...(entries[0] ?? { data: '' }), name: '[Content_Types].xml2', localName: '[Content_Types].xml', atEntry: 0 }]))).toMatch(/disagree|overlap/)
  const same = entries[0]?.data ?? ''
  const twin = { name: 'media/a', data: same, stored: true }
  const inner = buildZip([twin])
  expect(await damageOf(buildZip([{ name: 'quote', data: inner, stored: true }, { ...twin, atEntry: 0, localName: 'quote' }]))).toMatch(/disagree|overlap/)
})

test('a part that is there twice is damage, also when only case differs', async () => {
  expect(await damageOf(buildZip([...xlsxEntries(content), { name: sheetPart, data: 'x' }]))).toBe('it holds a part twice')
  expect(await damageOf(buildZip([...xlsxEntries(content), { name: sheetPart.toUpperCase(), data: 'x' }]))).toBe('it holds a part twice')
})

test('2,000 parts are read, 2,001 are not', async () => {
  const padded = (count: number) => buildZip([...xlsxEntries(content), ...Array.from({ length: count - xlsxEntries(content).length }, (_, index) => ({ name: `x/${index}`, data: '', stored: true }))])
  expect(await failureOf(padded(2000))).toBeNull()
  expect(await damageOf(padded(2001))).toBe('it holds 2001 parts')
})

test('names that lead out of the archive, with zero bytes or of endless length are refused', async () => {
  const named = (name: string) => buildZip([...xlsxEntries(content), { name, data: 'x' }])
  for (const name of ['../x', '/etc/x', 'C:/x', 'a\\b', 'a\0b', 'x'.repeat(256)]) expect((await failureOf(named(name)))?.code).toBe('file-damaged')
  expect(await failureOf(named('x'.repeat(255)))).toBeNull()
})

test('an unknown packing is damage, a locked part is encryption', async () => {
  expect(await damageOf(spoil({ method: 9 }))).toBe('a part is packed in an unknown way')
  expect((await failureOf(spoil({ flags: 1 })))?.code).toBe('file-encrypted')
})

test('any document type is refused, with entities or without', async () => {
  const bomb = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>'
  expect(await damageOf(withSheet(bomb))).toBe('its XML declares a document type')
  expect(await damageOf(withSheet('<!DOCTYPE worksheet SYSTEM "file:///etc/passwd"><worksheet/>'))).toBe('its XML declares a document type')
})

test('XML that is broken, cut off, endless in depth or in attributes is damage', async () => {
  expect(await damageOf(withSheet('<worksheet><sheetData></worksheet>'))).toMatch(/^its XML is broken/)
  expect(await damageOf(withSheet('<worksheet><sheetData>'))).toMatch(/^its XML is broken/)
  expect(await damageOf(withSheet('<worksheet>&nbsp;</worksheet>'))).toMatch(/^its XML is broken/)
  const deep = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`
  expect((await failureOf(withSheet(deep(64))))?.code).toBe('no-header')
  expect(await damageOf(withSheet(deep(65)))).toBe('its XML is nested too deeply')
  const wide = (count: number) => `<a ${Array.from({ length: count }, (_, index) => `x${index}="1"`).join(' ')}/>`
  expect((await failureOf(withSheet(wide(64))))?.code).toBe('no-header')
  expect(await damageOf(withSheet(wide(65)))).toBe('its XML has too many attributes')
})

test('a text or an attribute of more than a million characters is damage, and so is a cell beyond what the format allows', async () => {
  // Stored, so that the ratio of packing is not what refuses it.
  const stored = (data: string) => spoil({ data, stored: true })
  const note = (count: number) => `<worksheet><oddHeader>${'x'.repeat(count)}</oddHeader></worksheet>`
  expect((await failureOf(stored(note(1_000_000))))?.code).toBe('no-header')
  expect(await damageOf(stored(note(1_200_000)))).toBe('a text in it is longer than a million characters')
  expect(await damageOf(stored(`<worksheet a="${'x'.repeat(1_300_000)}"/>`))).toBe('a text in it is longer than a million characters')
  const cell = (count: number) => `<worksheet><sheetData><row><c t="str"><v>${'x'.repeat(count)}</v></c></row></sheetData></worksheet>`
  expect((await failureOf(stored(cell(32_767))))?.code).toBe('no-data-rows')
  expect(await damageOf(stored(cell(32_768)))).toBe('a cell holds more than 32,767 characters')
})

test('bytes that are no UTF-8 are damage', async () => {
  expect(await damageOf(withSheet(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])))).toBe('a text in it is not valid Unicode')
  expect(await damageOf(withSheet(Buffer.concat([Buffer.from('<a/>'), Buffer.from([0xe2, 0x82])])))).toBe('its XML is broken: it is cut off')
})

test('places beyond the sheet, and two rows or cells in one place, are damage', async () => {
  const sheet = (rows: string) => withSheet(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)
  for (const rows of ['<row r="99999999"/>', '<row r="0"/>', '<row r="-1"/>', '<row r="1048577"/>']) expect(await damageOf(sheet(rows))).toBe('a row has an impossible number')
  for (const reference of ['XFE1', 'A2', '1A', 'A', 'ÀA1', 'A01']) expect(await damageOf(sheet(`<row r="1"><c r="${reference}"><v>1</v></c></row>`))).toBe('a cell has an impossible place')
  expect(await damageOf(sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'))).toBe('a cell is there twice')
  expect(await damageOf(sheet('<row r="2"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>'))).toBe('a row is there twice')
})

test('a lone cell in the last row of the sheet is read', async () => {
  const result = await readWorkbook({ name: 'b.xlsx', bytes: withSheet(`<worksheet><sheetData>${textRow(1, ['a'])}<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>`) }, {})
  expect(result.ok && result.value.tables[0]?.rows.at(-1)).toMatchObject({ row: 1_048_576, cells: ['1'] })
})

test('a cell may not name a text that is not there', async () => {
  for (const index of ['1', '-1', '1.5', '', '99999999999', '__proto__']) {
    const bytes = buildXlsx({ sheets: [{ name: 'S', xml: `<row r="1"><c t="s"><v>${index}</v></c></row>` }], sharedStrings: '<si><t>x</t></si>' })
    expect(await damageOf(bytes)).toBe('a cell names a text that is not there')
  }
})

test('other files that are ZIP archives are named', async () => {
  const reasonOf = async (entries: readonly ZipEntry[]) => {
    const failure = await failureOf(buildZip(entries))
    expect(failure?.code).toBe('file-kind-unsupported')
    return failure?.message
  }
  expect(await reasonOf([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }, { name: 'META-INF/manifest.xml', data: '<x/>' }])).toContain('ODS')
  expect(await reasonOf([{ name: '[Content_Types].xml', data: '<x/>' }, { name: 'xl/workbook.bin', data: 'x' }])).toContain('XLSB')
  expect(await reasonOf([{ name: 'Index/Document.iwa', data: 'x' }])).toContain('Numbers')
  expect(await reasonOf([{ name: 'word/document.xml', data: '<x/>' }])).toContain('Word')
  expect(await reasonOf([{ name: 'ppt/presentation.xml', data: '<x/>' }])).toContain('presentation')
  expect(await reasonOf([{ name: 'photo.jpg', data: 'x' }])).toContain('ZIP archive without a workbook')
})

test('a missing part is damage, and links to other files are not followed', async () => {
  expect(await damageOf(buildZip(xlsxEntries(content).filter(({ name }) => name !== sheetPart)))).toContain('is missing')
  const external = '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="http://host.invalid/sheet1.xml" TargetMode="External"/></Relationships>'
  expect(await damageOf(spoil({ data: external }, 'xl/_rels/workbook.xml.rels'))).toBe('a sheet of it has no content')
})

test('cut off anywhere, the file is damaged and never half read', async () => {
  for (let length = 4; length < good.length; length += 97) expect((await failureOf(good.subarray(0, length)))?.code).toBe('file-damaged')
})

test('with any byte changed the file is refused or reads the same, and never throws', async () => {
  const expected = await readWorkbook({ name: 'b.xlsx', bytes: good }, {})
  if (!expected.ok) throw new Error('the good workbook must be good')
  await fc.assert(fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
    const bytes = Buffer.from(good)
    bytes[at] = (bytes[at] ?? 0) ^ change
    const result = await readWorkbook({ name: 'b.xlsx', bytes }, {})
    const outcome = result.ok ? result.value.tables : result.failure.code
    expect([expected.value.tables, 'file-damaged', 'file-encrypted', 'file-kind-unsupported', 'file-too-large']).toContainEqual(outcome)
  }), { numRuns: 600 })
})
