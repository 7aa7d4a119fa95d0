import { expect, test } from 'vitest'
import type { ReadingDecisions } from '#core/model/reading.ts'
import { parseDelimited } from './parse-delimited.ts'

// What operators' programs really write: read right without a question, or asked about. Never other cells silently.
function read(text: string, decisions: ReadingDecisions = {}) {
  const parser = parseDelimited({ file: 'a.csv', decisions })
  parser.push(text)
  const outcome = parser.finish()
  if (outcome.kind !== 'table') throw new Error(outcome.kind)
  const { table, dialect, questions, issues, findings } = outcome
  return {
    headers: table.headers, rows: [...table.rows].map(({ cells }) => cells), dialect, asked: questions.map(({ about }) => about), questions, findings,
    issues: issues.map(({ code }) => code), footer: table.footer?.map(({ cells }) => cells.join(' ').trim()), headerRow: table.headerRow,
  }
}

const accountsExport = `"*ContactName","AccountNumber","EmailAddress","POAddressLine1","POCity","POPostalCode","TaxNumber"
"ABC Furniture","ABC001","info@abcfurniture.example","12 High St, Unit 4","Leeds","LS1 4AB",""
"O'Neill & Sons","ONE002","o'neill@sons.example","Mill ""Old"" Lane","York","YO1 7HH","GB123456789"
`

test.each([
  ['an export with all cells quoted', accountsExport, 7],
  ['a list of two columns of plain words', 'Name,Town\nAcme,Leeds\nBolt,York\n', 2],
  ['a short list with an empty row', 'Customer Name;Phone\n\nAcme;020 7946 0000\nBolt;0161 496 0000\n', 2],
  ['one customer only', 'Account Number,Company Name,Email\nA1,Acme Ltd,info@acme.example\n', 3],
  ['emails parted by semicolons in a cell', 'Account,Name,Emails\n1,Acme,a@x.example;b@x.example\n2,Bolt,c@d.example;e@f.example\n', 3],
  ['decimal commas between semicolons', 'Kunde;Betrag;Ort\nAcme;1,50;Berlin\nBolt;2,75;Bonn\n', 3],
  ['snake case', 'customer_id\tfirst_name\tlast_name\n17\tAda\tLovelace\n18\tAlan\tTuring\n', 3],
  ['names of a CRM', 'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date\n101,Ann,Lee,ann@x.example,,Bob,NEW,2024-05-01 10:11\n102,Ben,Ray,ben@x.example,+44 20 7946 0000,Bob,OPEN,2024-05-02 09:00\n', 8],
  ['capitals', 'ACCOUNT_REF,NAME,ADDRESS_1,ADDRESS_2,C_ADDRESS_5,TELEPHONE\nABC001,ABC Ltd,1 High St,,LS1 1AA,0113 496 0000\nBCD002,BCD Ltd,2 High St,Holbeck,LS2 2BB,0113 496 0001\n', 6],
  ['contacts below their customer', 'Account,Company,Contact name,Contact email\nA1,Acme,Ann Lee,ann@x.example\n,,Ben Ray,ben@x.example\n,,Cat Orr,cat@x.example\nB2,Bolt,Dan Fox,dan@x.example\n', 4],
  ['a customer called Total', 'Account,Company,Town,Email\nA1,Acme,Leeds,a@x.example\nT1,Total Telecom,York,t@x.example\nT2,Total,Hull,h@x.example\n', 4],
] as const)('%s is read without a question', (_, text, width) => {
  const { headers, rows, asked, issues, footer, headerRow } = read(text)
  expect([headers.length, headerRow, asked, issues, footer]).toEqual([width, 1, [], [], undefined])
  expect(rows.every((cells) => cells.length === width || cells.join('') === '')).toBe(true)
})

test('commas and semicolons that both split consistently are asked about, with both readings side by side', () => {
  const { questions } = read('Name;Full,address\nAcme;Leeds,LS1\nBolt;York,YO1\n')
  expect(questions[0]).toMatchObject({ about: 'delimiter', option: '--delimiter', file: 0 })
  expect(questions[0]?.choices.map(({ value, preview }) => [value, preview[1]])).toEqual(expect.arrayContaining([[',', ['Acme;Leeds', 'LS1']], [';', ['Acme', 'Leeds,LS1']]]))
})

test('a chosen delimiter settles the question', () => {
  const { asked, rows } = read('Name;Full,address\nAcme;Leeds,LS1\nBolt;York,YO1\n', { delimiter: ',' })
  expect([asked, rows[0]]).toEqual([[], ['Acme;Leeds', 'LS1']])
})

test('backslashes before quotes are found by what the rows look like', () => {
  const { rows, asked, dialect } = read('name,remark,town\n"Acme","He said \\"no\\", twice",Leeds\n"Bolt","C:\\\\data\\\\",York\n')
  expect([rows, asked, dialect.escape]).toEqual([[['Acme', 'He said "no", twice', 'Leeds'], ['Bolt', 'C:\\data\\', 'York']], [], 'backslash'])
})

test('a backslash at the end of a cell is text where quotes are doubled', () => {
  const { rows, asked, dialect } = read('name,folder,town\n"Acme","C:\\data\\",Leeds\n"Bolt","6"" pipe",York\n')
  expect([rows[0], asked, dialect.escape]).toEqual([['Acme', 'C:\\data\\', 'Leeds'], [], 'doubled'])
})

test('apostrophes around all cells are quotes; some here and there are text', () => {
  const all = `'name','town'\n${"'Acme','Leeds, LS1'\n".repeat(6)}`
  expect(read(all)).toMatchObject({ dialect: { quote: "'" }, asked: [], headers: ['name', 'town'] })
  const some = `name,town\n'Acme',Leeds\n'S-Hertogenbosch,NL\n${'Bolt,York\n'.repeat(20)}`
  expect(read(some)).toMatchObject({ dialect: { quote: '"' }, asked: [] })
})

test('apostrophes around half of the cells leave the quote open', () => {
  expect(read("name,town\n'Acme',Leeds\nBolt,'York'\n'Cog',Hull\n").asked).toContain('quote')
})

test('every line end is read, and a mixture is said to be one', () => {
  for (const [newline, name] of [['\n', '\n'], ['\r\n', '\r\n'], ['\r', '\r']] as const) expect(read(['Name,Town', 'Acme,Leeds', 'Bolt,York', ''].join(newline))).toMatchObject({ dialect: { newline: name }, rows: [['Acme', 'Leeds'], ['Bolt', 'York']], asked: [] })
  expect(read('Name,Town\r\nAcme,Leeds\nBolt,York\r\n')).toMatchObject({ dialect: { newline: 'mixed' }, rows: [['Acme', 'Leeds'], ['Bolt', 'York']], asked: [] })
})

test('a line break in a cell that cuts a row in two makes errors of both pieces', () => {
  const { issues } = read('Account,Note,Town\r\nA1,first\nsecond,Leeds\r\nB2,none,York\r\nC3,none,Hull\r\n')
  expect(issues).toEqual(['ragged-row', 'ragged-row'])
})

test('a quote that seems to be closed rows later stops the reading: it would swallow customers', () => {
  const parser = parseDelimited({ file: 'a.csv' })
  parser.push('Account,Company,Town\nA1,Acme,Leeds\nA2,"Bolt,York\nA3,Cog,Hull\nA4,Dyn",Bath\n')
  expect(parser.finish()).toEqual({ kind: 'unclosed-quote', line: 3, row: 3 })
})

test('an address of several lines is no swallowed row', () => {
  const { rows, asked } = read('Account,Address,Town\nA1,"1 High St, Holbeck\nLeeds, LS1",Leeds\nA2,"2 Low St\nLeeds",Leeds\n')
  expect([rows[0]?.[1], asked]).toEqual(['1 High St, Holbeck\nLeeds, LS1', []])
})

test.each([
  ['a report of a CRM', 'Account Name,Town,Phone\nAcme,Leeds,0113 496 0000\nBolt,York,01904 496 000\n\n\nCustomer list\n"Copyright (c) 2000-2024 example, inc. All rights reserved."\nConfidential Information - Do Not Distribute\nGenerated By: Ann Lee 01/03/2024 10:00\nAcme Reports\n', [2, 5]],
  ['a total', 'Account,Company,Balance\nA1,Acme,10.00\nB2,Bolt,20.00\nTotal,,30.00\n', [2, 1]],
  ['a count', 'Account,Company,Town\nA1,Acme,Leeds\nB2,Bolt,York\n2 records exported\n', [2, 1]],
  ['an end', 'Account,Company,Town\nA1,Acme,Leeds\nB2,Bolt,York\n*** End of report ***\n', [2, 1]],
] as const)('%s below the data is no data', (_, text, counts) => {
  const found = read(text)
  expect([found.rows.filter((cells) => cells.join('') !== '').length, found.footer?.length, found.asked]).toEqual([...counts, []])
})

test('a lone cell below the data may be data: asked, with the row in one preview and not in the other', () => {
  const { questions } = read('Account,Company,Town,Email\nA1,Acme,Leeds,a@x.example\nB2,Bolt,York,b@x.example\n\nAcme list for Bob\n')
  expect(questions.map(({ about, option }) => [about, option])).toEqual([['footerRows', '--footer-rows']])
  const shown = questions[0]?.choices.map(({ decision, preview }) => [decision.footerRows, preview.flat().includes('Acme list for Bob')])
  expect(shown?.toSorted((a, b) => Number(a[0]) - Number(b[0]))).toEqual([[0, true], [1, false]])
})

test('title lines with several cells are told from the header', () => {
  const { headers, headerRow, asked } = read('Report,Customers\nDate,01/03/2024\n\nName,Email\nAcme,a@x.example\nBolt,b@x.example\nCog,c@x.example\n')
  expect([headers, headerRow, asked]).toEqual([['Name', 'Email'], 4, []])
})

test('two full rows of headings leave it open how many belong to the header', () => {
  const { questions } = read('Account number,Company name,Email address\nNumber,Name,Email\nA1,Acme,a@x.example\nB2,Bolt,b@x.example\nC3,Cog,c@x.example\n')
  expect(questions.map(({ about }) => about)).toEqual(['headerRow'])
  expect(questions[0]?.choices.map(({ value }) => value)).toEqual(expect.arrayContaining(['1', '1 --header-rows 2']))
})

test('no header at all is seen from its cells', () => {
  const { headers, rows, asked } = read('A1001,Acme,a@x.example,01/03/2024\nA1002,Bolt,b@x.example,02/03/2024\nA1003,Cog,c@x.example,03/03/2024\n')
  expect([headers, rows.length, asked]).toEqual([['Column A', 'Column B', 'Column C', 'Column D'], 3, []])
})
