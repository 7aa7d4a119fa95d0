import { buildZip, xlsxEntries, type ZipEntry } from '../../support/xlsx-builder.ts'

/** Numbers from a seed, 0 to below 1: the same seed makes the same file. */
export type Random = () => number
export function newRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
export function pick<Item>(random: Random, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(random() * items.length)] ?? items[0]
}

export interface MadeSheet {
  readonly entries: readonly ZipEntry[]
  readonly bytes: Buffer
  /** The rows below the header as they must be read; trailing empty cells are none. */
  readonly expected: readonly (readonly string[])[]
  /** Every cell says where it stands, as exceljs needs it. */
  readonly hasReferences: boolean
}

const texts = ['Alpha', 'Ó Súilleabháin', 'A & B <c>', ' spaces ', '日本 😀', '00123', '=SUM(A1)', 'line\nbreak', "it's “quoted”", '_x000D_?', 'x'.repeat(40)] as const
const header = ['Account number', 'Customer name', 'Town', 'Start', 'Email']

/** A good workbook of one sheet, in one of the many ways that programs write the same cells. */
export function makeSheet(random: Random): MadeSheet {
  const hasReferences = random() < 0.7
  const prefix = pick(random, ['', '', 'x:'])
  const shared: string[] = []
  const rows = [header, ...Array.from({ length: 1 + Math.floor(random() * 6) }, () => null)]
  const expected: string[][] = []
  const xml = rows.map((fixed, index) => {
    const shown: string[] = []
    const cells = header.map((_, column) => {
      const place = hasReferences ? ` r="${String.fromCharCode(65 + column)}${index + 1}"` : ''
      const cell = makeCell(random, { shared, text: fixed?.[column] ?? null })
      shown.push(cell.shown)
      return `<${prefix}c${place}${cell.attributes}>${cell.inner.replaceAll('<', `<${prefix}`).replaceAll(`<${prefix}/`, `</${prefix}`).replaceAll(`<${prefix}!`, '<!')}</${prefix}c>`
    })
    if (fixed === null) expected.push(shown.slice(0, shown.findLastIndex((text) => text !== '') + 1))
    return `<${prefix}row${hasReferences ? ` r="${index + 1}"` : ''}>${cells.join(pick(random, ['', '\n ', '<!-- c -->']))}</${prefix}row>`
  })
  const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const sheet = `<?xml version="1.0" encoding="UTF-8"?><${prefix}worksheet xmlns${prefix === '' ? '' : ':x'}="${namespace}"><${prefix}sheetData>${xml.join('')}</${prefix}sheetData></${prefix}worksheet>`
  const entries = xlsxEntries({ sheets: [{ name: 'S', xml: sheet }], sharedStrings: shared.join(''), formats: ['dd/mm/yyyy', '00000'] })
  return { entries, bytes: buildZip(entries), expected, hasReferences }
}

interface MadeCell {
  readonly attributes: string
  readonly inner: string
  readonly shown: string
}

function makeCell(random: Random, { shared, text }: { readonly shared: string[]; readonly text: string | null }): MadeCell {
  const kind = text === null ? Math.floor(random() * 8) : Math.floor(random() * 3)
  const shown = text ?? pick(random, texts)
  switch (kind) {
    case 0: return { attributes: ' t="s"', inner: `<v>${shared.push(`<si>${runs(random, shown)}</si>`) - 1}</v>`, shown: unescaped(shown) }
    case 1: return { attributes: ' t="inlineStr"', inner: `<is>${runs(random, shown)}</is>`, shown: unescaped(shown) }
    case 2: return { attributes: ' t="str"', inner: `<v>${written(random, shown)}</v>`, shown: unescaped(shown) }
    case 3: return { attributes: ' s="1"', inner: '<v>44378</v>', shown: '2021-07-01' }
    case 4: return { attributes: ' s="2"', inner: '<v>123</v>', shown: '00123' }
    case 5: return { attributes: ' t="b"', inner: '<v>1</v>', shown: 'TRUE' }
    case 6: {
      const number = String(Math.floor(random() * 1e6) / 100)
      return { attributes: '', inner: `<v>${number}</v>`, shown: number }
    }
    default: return { attributes: ' s="2"', inner: '', shown: '' }
  }
}

/** As rich text in two runs, or as one. */
function runs(random: Random, text: string): string {
  const run = (piece: string): string => `<t xml:space="preserve">${written(random, piece)}</t>`
  if (text.startsWith('_') || random() < 0.7) return run(text)
  const middle = Math.floor(text.length / 2)
  // Never between the halves of one character.
  const at = /[\ud800-\udbff]/.test(text[middle - 1] ?? '') ? middle - 1 : middle
  return `<r>${run(text.slice(0, at))}</r><r>${run(text.slice(at))}</r>`
}

function written(random: Random, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const way = random()
  if (way < 0.1 && !text.includes('<')) return `<![CDATA[${text}]]>`
  if (way < 0.2) return Array.from(text, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`).join('')
  return escaped
}

function unescaped(text: string): string {
  return text.replace('_x000D_', '\r')
}
