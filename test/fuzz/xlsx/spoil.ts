import { buildZip, type ZipEntry } from '../../support/xlsx-builder.ts'
import { pick, type MadeSheet, type Random } from './make-sheet.ts'

export interface Spoilt {
  readonly bytes: Buffer
  readonly how: string
  /** The cells cannot have changed without the file saying so: read, they must be the right ones. */
  readonly isSealed: boolean
}

/** The workbook with something wrong in it, or nothing. What a checksum covers is sealed; XML that lies under a right one is not. */
export function spoil(made: MadeSheet, random: Random): Spoilt {
  const way = pick(random, ['nothing', 'flips', 'flips', 'cut', 'directory', 'directory', 'xml', 'xml', 'xml', 'xml'])
  switch (way) {
    case 'nothing': return { bytes: made.bytes, how: way, isSealed: true }
    case 'flips': return { bytes: flip(made.bytes, random), how: way, isSealed: true }
    case 'cut': return { bytes: made.bytes.subarray(0, Math.floor(random() * made.bytes.length)), how: way, isSealed: true }
    case 'directory': return { bytes: lieInDirectory(made.entries, random), how: way, isSealed: true }
    default: return { bytes: lieInXml(made.entries, random), how: way, isSealed: false }
  }
}

function flip(bytes: Buffer, random: Random): Buffer {
  const flipped = Buffer.from(bytes)
  for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1) {
    const at = Math.floor(random() * flipped.length)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  }
  return flipped
}

function lieInDirectory(entries: readonly ZipEntry[], random: Random): Buffer {
  const at = Math.floor(random() * entries.length)
  const size = Math.floor(random() * 2 ** pick(random, [4, 12, 31]))
  const lies: readonly [Partial<ZipEntry>, ...Partial<ZipEntry>[]] = [
    { sizeBytes: size }, { packedBytes: size }, { localSizeBytes: size }, { crc32: size }, { flags: 1 }, { flags: 8 }, { flags: 0xffff }, { method: 9 }, { method: 0 }, { stored: true },
    { localName: 'other.xml' }, { atEntry: Math.max(0, at - 1) }, { packed: Buffer.alloc(Math.min(size, 500), 0xff) }, { name: 'xl/workbook.xml' }, { name: '../../x' }, { name: 'x'.repeat(300) },
  ]
  const lie = pick(random, lies)
  return buildZip(entries.map((entry, index) => (index === at ? { ...entry, ...lie } : entry)))
}

const snippets = [
  '<!DOCTYPE x [<!ENTITY a "b">]>', '&a;', '&#0;', '&#xFFFFFFFF;', '<c r="A1"><v>1</v></c>', '<c r="XFD1048576"><v>1</v></c>', '<c r="A99999999"/>', '<c t="s"><v>99999999</v></c>', '<c t="s"><v>-1</v></c>',
  '<c s="9999"><v>1</v></c>', '<c t="zz"><v>1</v></c>', '<row r="1048576"><c><v>1</v></c></row>', '<row r="2"/>', '<row r="-1"/>', '<row r="1"><c><v>1e999</v></c></row>', '<sheetData>', '</sheetData>', '</row>', '<row>', '<v>', '</c>', ']]>', '<![CDATA[',
  '<!--', '<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-16"?>', '\0', '\ufffe', '<a b="1" b="2"/>', `<a ${Array.from({ length: 70 }, (_, index) => `x${index}="1"`).join(' ')}/>`, '<a>'.repeat(70), 'x'.repeat(40_000), ' '.repeat(2_000_000),
  '<mergeCells><mergeCell ref="A1:E9"/></mergeCells>', '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A3:B4"/></mergeCells>', '<mergeCells><mergeCell ref="B2:XFD1048576"/></mergeCells>', '<cols><col min="1" max="999999999" hidden="1"/></cols>', '<cols><col min="-5" max="x" hidden="1"/></cols>',
  '<sheet name="T" sheetId="9" r:id="rId1"/>', '<sheet name="T" sheetId="9" r:id="rIdX"/>', '<numFmt numFmtId="200" formatCode="[h]:mm&quot;"/>', '<si><t>more</t></si>', '<x:c xmlns:x="u"/>', 'xmlns="u"',
] as const

/** A part changed somewhere: something put in, taken out or there twice. Its sum is right, so only its meaning can betray it. */
function lieInXml(entries: readonly ZipEntry[], random: Random): Buffer {
  const at = Math.floor(random() * entries.length)
  const text = String(entries[at]?.data ?? '')
  // At the border of a tag more often than inside one.
  const anywhere = Math.floor(random() * text.length)
  const place = random() < 0.7 ? text.indexOf('<', anywhere) + 1 || anywhere + 1 : anywhere + 1
  const start = place - 1
  const end = Math.min(text.length, start + Math.floor(random() * 60))
  const changed = pick(random, [
    `${text.slice(0, start)}${pick(random, snippets)}${text.slice(start)}`, `${text.slice(0, start)}${pick(random, snippets)}${text.slice(start)}`,
    text.slice(0, start) + text.slice(end), text.slice(0, end) + text.slice(start), text.slice(0, start),
  ])
  const data = random() < 0.05 ? Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(changed, 'utf16le')]) : changed
  return buildZip(entries.map((entry, index) => (index === at ? { ...entry, data } : entry)))
}
