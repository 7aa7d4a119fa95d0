import { expect, test } from 'vitest'
import { noEdits, withEdits } from '#core/model/edits.ts'
import { changed, clean, inputOf, issuesOf, lines, only, prepareRows, prepareTables } from '../../../../test/pipeline/kit.ts'
import type { Options, Row } from '../../../../test/pipeline/kit.ts'
import { draftOf, prepare } from '../../pipeline.ts'

const account = 'customer.customerAccountNumber'
const reference = 'site.siteReference'

const contact = (name: string): Row => ({ 'siteContact.contactName': name, 'siteContact.contactEmailAddress': `${name.toLowerCase()}@example.com` })
const site = (key: string, name: string): Row => ({ ...only(clean, 'site.', 'siteContact.'), [reference]: key, 'site.siteName': key, ...contact(name) })
const first = (key: string, change: Row = {}): Row => changed(clean, { [account]: key, ...change })

/** Two customers: the first has two sites with two contacts each, the second one site with two contacts. */
const sheet: readonly Row[] = [first('A'), contact('Bob'), site('S2', 'Carol'), contact('Dan'), first('B'), contact('Eve')]
const filled = ['warning filled-down row 1 customer.customerAccountNumber']

/** Account numbers with their sites, contacts, and what became of them. */
const shape = (rows: readonly Row[], options: Options = {}): readonly string[] => {
  const input = inputOf([rows], options)
  const prepared = prepare(input)
  return prepared.customers.map((customer) => {
    const draft = draftOf(input, customer, undefined)?.draft
    const names = (contacts: readonly { readonly fields: ReadonlyMap<string, { readonly raw: string }> }[] = []): string =>
      contacts.map(({ fields }) => (fields.get('siteContact.contactName') ?? fields.get('customerContact.contactName'))?.raw ?? '?').join(' ')
    return `${customer.bucket} ${customer.key}: ${[...(draft?.sites ?? []).map((one) => `${one.reference} ${names(one.contacts)}`), ...(draft?.contacts.length === 0 ? [] : [`- ${names(draft?.contacts)}`])].join(', ')}`
  })
}

test('rows that leave their customer and site empty belong to those above them, and the table says so', () => {
  expect(shape(sheet)).toEqual(['ready A: S1 Ann Other Bob, S2 Carol Dan', 'ready B: S1 Ann Other Eve'])
  expect(issuesOf(sheet)).toContain(filled[0])
  expect(issuesOf(sheet, { fillDown: true })).toContain('info filled-down row 1 customer.customerAccountNumber')
})

test('the same data with all parents repeated gives the same requests', () => {
  const siteOne = only(clean, 'customer.', 'site.')
  const siteTwo = { ...siteOne, ...site('S2', 'Carol') }
  const repeated = [first('A'), { ...first('A'), ...contact('Bob') }, { ...siteTwo, [account]: 'A' }, { ...siteTwo, [account]: 'A', ...contact('Dan') }, first('B'), { ...first('B'), ...contact('Eve') }]
  // A contact's other cells are its own: a row below leaves them empty, or has them.
  const below = (row: Row, name: string): Row => ({ ...row, ...only(clean, 'siteContact.'), ...contact(name), 'siteContact.contactNameToAppearOnInvoice': 'no' })
  const down = sheet.map((row, index) => ([1, 3, 5].includes(index) ? below({}, row['siteContact.contactName'] ?? '') : row))
  const all = repeated.map((row, index) => ([1, 3, 5].includes(index) ? below(row, row['siteContact.contactName'] ?? '') : row))
  expect(prepareRows(down).plan.hash).toBe(prepareRows(all).plan.hash)
  expect(prepareRows(down).plan.counts).toMatchObject({ customers: 2, sites: 3, contacts: 6 })
})

test('an empty cell on a first row stays empty: parents are filled down as a whole, not cell by cell', () => {
  const rows = [first('A', { 'customer.creditThreshold': '5', 'site.siteAddress.address2': 'Unit 1' }), contact('Bob'), first('B', { 'customer.creditThreshold': '' }), contact('Eve'), site('S2', 'Fay')]
  const { plan } = prepareRows(rows)
  expect(plan.units.map(({ steps }) => [steps.some(({ body }) => body.includes('creditThreshold')), steps.some(({ body }) => body.includes('Unit 1'))])).toEqual([[true, true], [false, false]])
})

test('the same name under two sites is two contacts, twice under one is one', () => {
  expect(shape([first('A'), contact('Bob'), site('S2', 'Carol'), contact('Bob'), contact('Bob')])).toEqual(['ready A: S1 Ann Other Bob, S2 Carol Bob'])
})

test('a row with a name but no account number is a customer of its own, and rows below continue it', () => {
  const rows = [first('A'), contact('Bob'), first('', { 'customer.customerName': 'No Number Ltd' }), contact('Eve'), first('B')]
  expect(shape(rows)).toEqual(['ready A: S1 Ann Other Bob', 'held : S1 Ann Other Eve', 'ready B: S1 Ann Other'])
  expect(issuesOf(rows)).toContain(`error required-missing row 4 ${account}`)
})

test('a first row without an account number leaves all such rows of the table in doubt', () => {
  const rows = [contact('Zed'), ...sheet]
  expect(shape(rows).map((line) => line.slice(0, 7))).toEqual(['held : ', 'held A:', 'held B:'])
  expect(issuesOf(rows).filter((line) => line.includes('fill-down') || line.includes('orphan'))).toEqual([
    `error fill-down-unsure row 1 ${account}`, `error orphan-contact row 2 ${account}`, `error fill-down-unsure row 4 ${account}`, `error fill-down-unsure row 8 ${account}`,
  ])
  // Told so, the rows are filled down, and the first stays an orphan.
  expect(shape(rows, { fillDown: true }).map((line) => line.slice(0, 8))).toEqual(['held : -', 'ready A:', 'ready B:'])
})

test('a customer without rows in doubt goes on, one with them is held until the operator decides', () => {
  const rows = [...sheet, first('C'), {}, contact('Gil'), first('D')]
  expect(shape(rows).map((line) => line.slice(0, 7))).toEqual(['held A:', 'held B:', 'held C:', 'ready D'])
  expect(shape(rows, { fillDown: true }).map((line) => line.slice(0, 7))).toEqual(['ready A', 'ready B', 'ready C', 'ready D'])
  expect(shape(rows, { fillDown: false }).map((line) => line.slice(0, 7))).toEqual(['ready A', 'held : ', 'held : ', 'held : ', 'ready B', 'held : ', 'ready C', 'held : ', 'ready D'])
})

const doubtOf = (rows: readonly Row[]): unknown => prepareRows(rows).issues.find(({ code, customer }) => code === 'fill-down-unsure' && customer === null)?.params['doubt'] ?? null

test('what makes rows without an account number doubtful', () => {
  expect(doubtOf(sheet)).toBeNull()
  // Customers' cells are repeated elsewhere in the table.
  expect(doubtOf([...sheet, { ...first('B'), ...contact('Zed') }])).toBe('repeated-keys')
  // Contacts of other rows have the number.
  expect(doubtOf([...sheet, { [account]: 'B', ...contact('Zed') }])).toBe('repeated-keys')
  // Sites have the number, contacts do not: two kinds of row, each written in one way.
  expect(doubtOf([first('A'), contact('Bob'), { [account]: 'A', ...site('S2', 'Carol') }, contact('Dan')])).toBeNull()
  // Sorted by account number, the rows without one stand at the end, or at the beginning.
  expect(doubtOf([first('A'), first('B'), first('C'), contact('Bob'), contact('Dan')])).toBe('sorted')
  expect(doubtOf([contact('Bob'), contact('Dan'), first('A'), first('B'), contact('Eve')])).toBe('first-row')
  expect(doubtOf([first('A'), first('B'), contact('Bob'), contact('Dan')])).toBeNull()
  // One only, and the last row: it may be a note.
  expect(doubtOf([first('A'), first('B'), first('C'), contact('Total')])).toBe('last-row')
  expect(doubtOf([first('A'), first('B'), contact('Bob'), first('C')])).toBeNull()
  // The customers have no cells that the rows below could have left empty.
  expect(doubtOf([{ [account]: 'A', ...contact('Ann') }, contact('Bob'), first('B')])).toBe('bare')
})

test('a row that holds nothing but a note is no row of the customer above, and those below it are in doubt', () => {
  const note = { [reference]: 'Total: 1', notes: 'checked' }
  expect(shape([...sheet, note]).map((line) => line.slice(0, 7))).toEqual(['ready A', 'ready B', 'held : '])
  expect(issuesOf([...sheet, note])).toContain(`error required-missing row 8 ${account}`)
  expect(doubtOf([...sheet, note, contact('Fay')])).toBe('gap')
})

test('on a sheet of sites, contacts of the site above are such rows, sites without an account number are not', () => {
  const customers = ['A', 'B'].map((key) => ({ ...only(clean, 'customer.'), [account]: key }))
  const keyed = (key: string, row: Row): Row => ({ [account]: key, ...row })
  const sites = [keyed('A', site('S1', 'Ann')), contact('Bob'), keyed('B', site('S1', 'Eve')), contact('Fay')]
  expect(prepareTables([customers, sites]).customers).toMatchObject([{ bucket: 'ready', contacts: 2 }, { bucket: 'ready', contacts: 2 }])
  expect(lines(prepareTables([customers, sites]))).toContain(filled[0])
  const loose = [keyed('A', site('S1', 'Ann')), site('S2', 'Bob'), site('S3', 'Carol'), keyed('B', site('S1', 'Eve'))]
  expect(lines(prepareTables([customers, loose])).filter((line) => !line.includes('invoice') && !line.includes('receive'))).toEqual([
    `warning fill-down-possible row 1 ${account}`, `error orphan-site row 3 ${account}`, `error orphan-site row 4 ${account}`,
  ])
  expect(prepareTables([customers, loose], { fillDown: true }).customers).toMatchObject([{ bucket: 'ready', sites: 3 }, { bucket: 'ready', sites: 1 }])
})

test('a row with an account number and no site makes a contact of the customer, said once; told to fill down, one of the site above', () => {
  const rows = [first('A'), { [account]: 'A', ...contact('Bob') }]
  expect(shape(rows)).toEqual(['ready A: S1 Ann Other, - Bob'])
  expect(issuesOf(rows)).toContain(`warning contacts-without-site row 1 ${reference}`)
  expect(shape(rows, { fillDown: true })).toEqual(['ready A: S1 Ann Other Bob'])
})

test('several sites in a row: a row below fills the one whose contact it has', () => {
  const wide = Object.fromEntries([1, 2].flatMap((index) => Object.entries(only(clean, 'site.', 'siteContact.')).map(([path, text]) => [path.replace('.', `[${index}].`), path === reference ? `S${index}` : text])))
  const below = { 'siteContact[2].contactName': 'Bob' }
  expect(shape([{ ...only(clean, 'customer.'), ...wide }, below])).toEqual(['ready ACC1: S1 Ann Other, S2 Ann Other Bob'])
})

test('a row that is left out still stands above the rows that continue it', () => {
  const rows = [first('A'), contact('Bob'), site('S2', 'Carol'), contact('Dan')]
  // Bob alone is out; then the second site is, and Dan does not become a contact of the first one.
  expect(shape(rows, { excluded: new Set(['0:3']) })).toEqual(['ready A: S1 Ann Other, S2 Carol Dan'])
  expect(shape(rows, { excluded: new Set(['0:4']) })).toEqual(['held A: S1 Ann Other Bob, - Dan'])
  expect(issuesOf(rows, { excluded: new Set(['0:4']) })).toContain(`error orphan-contact row 5 ${reference}`)
  expect(shape(rows, { excluded: new Set(['0:2']) })[0]).toMatch(/^held A/)
})

test('an account number typed into a row by hand takes it away from the customer above', () => {
  const input = inputOf([sheet])
  const prepared = prepare({ ...input, edits: withEdits(noEdits, [{ place: { table: 0, row: 5, column: 0 }, text: 'B' }]) })
  expect(prepared.customers).toMatchObject([{ key: 'A', rows: [{ row: 2 }, { row: 3 }, { row: 4 }] }, { key: 'B', rows: [{ row: 5 }, { row: 6 }, { row: 7 }] }])
})
