import { expect, test } from 'vitest'
import { readWorkbook } from '#node/xlsx/read-workbook.ts'
import { buildXlsx } from '../../support/xlsx-builder.ts'
import { newRandom, pick, type Random } from './make-sheet.ts'

// Cells that are written the usual way are read by a shortcut. A line feed for the space behind `<c` says the same in XML and is
// not the usual way: then the scanner reads them. Both must find the same, in cells that are right and in cells that are not.

type Texts = readonly [string, ...string[]]
const texts: Texts = ['Alpha', 'A &amp; B', 'Ó Súilleabháin', '日本 😀', '_x000D_', '_x', 'a]b', '', ' ', '1.23E+15', '1,2E+100 ', '+44 1632', '\t', '\ufffd', '\r\n', 'x'.repeat(40)]
const badTexts: Texts = ['a]]>b', '\0', '\ufffe', 'a<b/>', 'a<b', '&', 'x'.repeat(32_768)]
const numbers: Texts = ['7', '-7', '007', '4.5', '4.0999999999999996', '1e3', '.5', '-', '1.2.3', '12345678901234567890', '44378', '', ' 7', '0', '-0', '60']

/** What follows `<c r="B2"`. */
function makeCell(random: Random): string {
  switch (Math.floor(random() * 8)) {
    case 0: case 1: return ` t="inlineStr"><is><t>${pick(random, texts)}</t></is></c>`
    case 2: return ` t="s"><v>${pick(random, ['0', '1', '2', '02'])}</v></c>`
    case 3: return pick(random, [' t="s" s="1"><v>0</v></c>', ' s="1" t="s"><v>1</v></c>'])
    case 4: return `><v>${pick(random, numbers)}</v></c>`
    case 5: return ` s="${pick(random, ['0', '1', '2', '3', '01'])}"><v>${pick(random, numbers)}</v></c>`
    case 6: return pick(random, [' s="1"/>', '/>', ' t="s"/>'])
    default: return pick(random, [' t="b"><v>1</v></c>', ' t="str"><v>x</v></c>', '><f>A1</f><v>2</v></c>', ' t="n"><v>2</v></c>', '></c>'])
  }
}

/** What follows `<c`, wrong in one way. */
function makeBadCell(random: Random): string {
  const good = ' t="inlineStr"><is><t>x</t></is></c>'
  return pick(random, [
    ` r="J2" t="inlineStr"><is><t>${pick(random, badTexts)}</t></is></c>`, ` r="J2" t="s"><v>${pick(random, ['3', '-1', '', '123456789', '1 '])}</v></c>`,
    ` r="J2" s="${pick(random, ['9', '', '123456789', '-1'])}"><v>1</v></c>`, ' r="J2" s="1" s="1"/>', ' r="J2" t="s" t="s"/>', ' r="J2" t="s" t="s"><v>1</v></c>',
    ...['XFE2', 'AAAA2', 'j2', '2', 'J', 'J3', 'J02', 'J2 ', 'J22', 'A1048576'].map((place) => ` r="${place}"${good}`), ` r="J2"${good}<c r="J2"${good}`,
    ' r="J2" t="inlineStr"><is><t>x</t></is>', ' r="J2" t="inlineStr"><is><t>x</is></c>', ' r="J2"><v>1</v>', ' r="J2"><v>1</c>', ' r="J2" /', ' r=J2/>', ' r="J2"s="1"/>',
  ])
}

/** Rows of good cells; if `bad`, with one in the first of them that is not. */
function makeRows(random: Random, bad: string | null): string {
  return Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) => {
    const row = index + 2
    const cells = Array.from({ length: Math.floor(random() * 6) }, (__, column) => `<c r="${pick(random, ['', '', 'A', 'B'])}${String.fromCharCode(65 + column)}${row}"${makeCell(random)}`)
    if (index === 0 && bad !== null) cells.splice(Math.floor(random() * (cells.length + 1)), 0, `<c${bad}`)
    return `<row r="${row}"${pick(random, ['', '', '', ' xmlns="u"', ' xmlns:x="u"'])}>${cells.join(pick(random, ['', '', ' ']))}</row>`
  }).join('')
}

/** One byte somewhere is another one, or gone. */
function spoilXml(xml: string, random: Random): string {
  const at = Math.floor(random() * xml.length)
  return xml.slice(0, at) + pick(random, ['', '<', '>', '"', '/', ' ', '1', 'c', '&', '\0']) + xml.slice(at + 1)
}

const header = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Town</t></is></c></row>'

async function read(xml: string) {
  const bytes = buildXlsx({
    sheets: [{ name: 'S', xml }],
    sharedStrings: '<si><t>Tokyo</t></si><si><t>1.5E+20</t></si><si><t/></si>', formats: ['dd/mm/yyyy', '00000', '0%'],
  })
  const result = await readWorkbook({ name: 'f.xlsx', bytes }, { headerRow: 1, footerRows: 0 })
  return result.ok ? { tables: result.value.tables, issues: result.value.issues, findings: result.value.files[0]?.reading.findings } : result.failure.code
}

/** Says the same, and no cell of it is written the usual way. */
function otherwise(xml: string): string {
  return xml.replaceAll('<c ', '<c\n')
}

test('cells written the usual way are read, or refused, as the same cells written in another way', async () => {
  let refused = 0
  const count = 500
  for (let seed = 1; seed <= count; seed += 1) {
    const random = newRandom(seed)
    const way = random()
    const rows = makeRows(random, way < 0.3 ? makeBadCell(random) : null)
    const xml = header + (way > 0.7 ? spoilXml(rows, random) : rows)
    const usual = await read(xml)
    expect([seed, xml, usual]).toEqual([seed, xml, await read(otherwise(xml))])
    if (typeof usual === 'string') refused += 1
  }
  // Both happen.
  expect(refused).toBeGreaterThan(count * 0.2)
  expect(refused).toBeLessThan(count * 0.8)
})

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

test.each([
  ['the root has a prefix', `<x:worksheet xmlns:x="${main}" xmlns="u"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Name</x:t></x:is></x:c></x:row><x:row r="2"><c r="A2"><v>1</v></c><x:c r="B2"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`],
  ['the row has a prefix', `<worksheet xmlns="${main}" xmlns:x="${main}"><sheetData>${header}<x:row r="2" xmlns="u"><c r="A2"><v>1</v></c><x:c r="B2"><x:v>2</x:v></x:c></x:row></sheetData></worksheet>`],
])('a cell of another namespace is none, however usual: %s', async (_, sheet) => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>${sheet}`
  const found = await read(xml)
  expect(found).toEqual(await read(otherwise(xml)))
  expect(typeof found === 'string' ? found : [...found.tables[0]?.rows ?? []].map(({ cells }) => cells)).toEqual([['', '2']])
})
