import { expect, test } from 'vitest'
import { prepare } from '../../pipeline.ts'
import { changed, clean, dependent, draftOfRows, inputOf, issuesOf, issuesWith, lines, only, prepareRows, prepareTables } from '../../../../test/pipeline/kit.ts'
import type { Row } from '../../../../test/pipeline/kit.ts'

const account = 'customer.customerAccountNumber'
const reference = 'site.siteReference'
const second: Row = changed(clean, { 'siteContact.contactName': 'Bob Other', 'siteContact.contactNameToAppearOnInvoice': 'no' })

test('rows of one customer and site are one, whatever their order and whatever stands between them', () => {
  const other = changed(clean, { [account]: 'ACC2' })
  for (const rows of [[clean, other, second], [second, other, clean]]) {
    expect(prepareRows(rows).customers.find(({ key }) => key === 'ACC1')).toMatchObject({ sites: 1, contacts: 2, bucket: 'ready', rows: [{ row: 2 }, { row: 4 }] })
  }
})

test('repeated cells that disagree are an error that names both cells', () => {
  const prepared = prepareRows([clean, changed(second, { 'customer.billingCycleId': '602', 'site.siteName': 'Depot' })])
  expect(prepared.issues).toMatchObject([
    { code: 'conflicting-values', severity: 'error', place: { row: 3, column: 5 }, value: '602', params: { other: '601', otherRow: 2 }, related: [{ row: 2, column: 5 }], customer: 'ACC1', site: null },
    { code: 'conflicting-values', place: { row: 3, column: 7 }, field: 'site.siteName', related: [{ row: 2, column: 7 }], site: 'S1' },
  ])
  expect(prepared.counts.rowsByBucket).toMatchObject({ held: 2, ready: 0 })
})

test('a cell that is empty or equal after conversion does not conflict', () => {
  expect(issuesOf([clean, changed(second, { 'site.siteAddress.country': 'United Kingdom', 'customer.startDate': '1 March 2025', 'customer.customerName': '' })])).toEqual([])
})

test('a differing name alone is a conflict, with another type it is another customer', () => {
  expect(issuesOf([clean, changed(second, { 'customer.customerName': 'Other plc' })])).toEqual(['error conflicting-values row 3 customer.customerName'])
  expect(issuesOf([clean, changed(second, { 'customer.customerName': 'Other plc', 'customer.customerType': 'RESIDENTIAL' })])).toEqual([`error duplicate-customer row 3 ${account}`])
})

test('a name in other capitals with one more difference is a conflict of both', () => {
  expect(issuesOf([clean, changed(second, { 'customer.customerName': 'EXAMPLE LTD', 'customer.startDate': '2025-03-02' })])).toEqual([
    'error conflicting-values row 3 customer.customerName', 'error conflicting-values row 3 customer.startDate',
  ])
})

test('every row of another customer is said once, not for each row', () => {
  const stranger = changed(clean, { 'customer.customerName': 'Other plc', 'customer.customerType': 'RESIDENTIAL', [reference]: 'X1' })
  expect(issuesOf([clean, stranger, changed(stranger, { [reference]: 'X2' })])).toEqual([`error duplicate-customer row 3 ${account}`])
})

test('a key twice on a customers sheet is a duplicate as soon as the rows differ', () => {
  const customers = only(clean, 'customer.')
  const rest = { [account]: 'ACC1', ...only(clean, 'site.', 'siteContact.') }
  const withSecond = (row: Row): readonly string[] => lines(prepareTables([[customers, row], [rest]]))
  expect(withSecond(changed(customers, { 'customer.billingCycleId': '602' }))).toEqual([`error duplicate-customer row 3 ${account}`])
  expect(withSecond(customers)).toEqual(['info identical-rows-merged row 3'])
})

test('one site reference for two places is a duplicate, a slip is a conflict', () => {
  expect(issuesOf([clean, changed(clean, { 'site.siteName': 'Depot', 'site.siteAddress.postcode': 'YO1 7HH' })])).toEqual([`error duplicate-site-reference row 3 ${reference}`])
  expect(issuesOf([clean, changed(second, { 'site.siteAddress.postcode': 'YO1 7HH' })])).toEqual(['error conflicting-values row 3 site.siteAddress.postcode'])
})

test('one site reference for two customers is no matter', () => {
  expect(issuesOf([clean, changed(clean, { [account]: 'ACC2', 'site.siteName': 'Depot', 'site.siteAddress.postcode': 'YO1 7HH' })])).toEqual([])
})

test('identical rows merge with a notice, rows that differ in one cell do not', () => {
  const prepared = prepareRows([clean, clean])
  expect(lines(prepared)).toEqual(['info identical-rows-merged row 3'])
  expect(prepared.counts).toMatchObject({ contacts: 1, rowsByBucket: { ready: 2 } })
  expect(issuesOf([clean, second])).toEqual([])
})

test('the same contact twice at one site is one contact', () => {
  const twice = [changed(clean, { 'customer.creditThreshold': '5' }), clean]
  expect(prepareRows(twice).customers).toMatchObject([{ contacts: 1, bucket: 'ready' }])
})

test('rows of other sheets are attached by account number and site reference, wherever their sheet stands', () => {
  const customers = [only(clean, 'customer.')]
  const sites = [{ [account]: 'ACC1', ...only(clean, 'site.') }]
  const contacts = [{ [account]: 'ACC1', [reference]: 'S1', ...only(clean, 'siteContact.') }]
  for (const tables of [[customers, sites, contacts], [contacts, sites, customers]]) {
    const prepared = prepareTables(tables)
    expect(lines(prepared)).toEqual([])
    expect(prepared.customers).toMatchObject([{ key: 'ACC1', sites: 1, contacts: 1, bucket: 'ready' }])
  }
})

test('in one table too, rows that say nothing of their customer but its number are orphans where no row makes it', () => {
  const customer = only(clean, 'customer.')
  const site = { [account]: 'ACC1', ...only(clean, 'site.') }
  const contact = { [account]: 'ACC1', [reference]: 'S1', ...only(clean, 'siteContact.') }
  expect(issuesOf([contact, site, customer])).toEqual([])
  for (const key of ['ACC9', '']) {
    expect(issuesOf([clean, { ...site, [account]: key }], { fillDown: false })).toEqual([`error orphan-site row 3 ${account}`])
    expect(issuesOf([clean, { ...contact, [account]: key }], { fillDown: false })).toEqual([`error orphan-contact row 3 ${account}`])
  }
  expect(issuesOf([clean, { ...site, ...contact, [account]: 'ACC9', 'customer.customerName': 'Nine Ltd' }])).not.toContain(`error orphan-site row 3 ${account}`)
})

test('a fixed customer name makes a customer of every account number', () => {
  const row = { ...only(clean, 'site.', 'siteContact.'), [account]: 'ACC9' }
  const fixed = { 'customer.customerName': 'Fixed Ltd' }
  expect(issuesOf([clean, row], { fixed })).not.toContain(`error orphan-site row 3 ${account}`)
})

test('a contact of a reference that no row describes is an orphan, unless the customer has no described site at all', () => {
  const bare = { ...only(clean, 'customer.', 'siteContact.'), [reference]: 'S9' }
  expect(issuesOf([clean, bare])).toEqual([`error orphan-contact row 3 ${reference}`])
  expect(issuesOf([bare])).toContain('error required-missing row 2 site.siteName')
  expect(issuesOf([clean, { ...bare, 'site.siteName': 'Depot' }])).toContain('error required-missing row 3 site.startDate')
})

test('rows whose parent cannot be found are orphans', () => {
  const customers = [only(clean, 'customer.')]
  const sites = [{ [account]: 'ACC1', ...only(clean, 'site.') }]
  const contact = { [account]: 'ACC1', [reference]: 'S1', ...only(clean, 'siteContact.') }
  expect(lines(prepareTables([customers, [...sites, { ...sites[0], [account]: 'ACC9' }], [contact]]))).toEqual([`error orphan-site row 3 ${account}`])
  expect(lines(prepareTables([customers, sites, [contact, { ...contact, [reference]: 'S9' }]]))).toEqual([`error orphan-contact row 3 ${reference}`])
  expect(lines(prepareTables([customers, sites, [contact, { ...contact, [account]: 'ACC9' }]]))).toEqual([`error orphan-contact row 3 ${account}`])
  expect(lines(prepareTables([customers, sites, [contact, { ...contact, [account]: '' }]]))).toEqual([`error orphan-contact row 3 ${account}`])
})

test('a contact row without a site reference is a contact of the customer', () => {
  const { draft, issues } = draftOfRows([clean, { [account]: 'ACC1', 'siteContact.contactName': 'Carol' }])
  expect(issues).toEqual([])
  expect(draft.contacts.map((contact) => contact.fields.get('customerContact.contactName')?.value)).toEqual(['Carol'])
  expect(draft.sites[0]?.contacts).toHaveLength(1)
})

test('several contacts stand in one row', () => {
  const { draft } = draftOfRows([{ ...clean, 'siteContact[2].contactName': 'Bob', 'siteContact[3].contactEmailAddress': 'carol@example.com' }])
  expect(draft.sites.map((site) => site.contacts.length)).toEqual([3])
})

test('several sites stand in one row, each with the contact of its number', () => {
  const wide = Object.fromEntries([
    ...Object.entries(only(clean, 'customer.')),
    ...[1, 2].flatMap((index) => Object.entries(only(clean, 'site.', 'siteContact.')).map(([path, text]) =>
      [path.replace('.', `[${index}].`), path === reference ? `S${index}` : path === 'siteContact.contactName' ? `Person ${index}` : text])),
  ])
  const { draft, issues } = draftOfRows([wide])
  expect(issues).toEqual([])
  expect(draft.sites.map((site) => [site.reference, site.contacts.map((contact) => contact.fields.get('siteContact.contactName')?.value)])).toEqual([['S1', ['Person 1']], ['S2', ['Person 2']]])
})

test('VIP is sent as the marker, with a notice', () => {
  const { draft, issues } = draftOfRows([changed(clean, { 'customer.customerIsVip': 'yes' })])
  expect(lines({ issues })).toEqual(['info vip-deprecated row 2 customer.customerIsVip'])
  expect(draft.fields.get('customer.customerMarker')?.value).toBe(true)
  expect(draft.fields.has('customer.customerIsVip')).toBe(false)
})

test('VIP yes with marker no is a conflict, VIP no with marker yes is none', () => {
  const both = (vip: string, marker: string): readonly string[] => issuesWith({ 'customer.customerIsVip': vip, 'customer.customerMarker': marker }).filter((line) => line.startsWith('error'))
  expect(both('yes', 'no')).toEqual(['error conflicting-values row 2 customer.customerIsVip'])
  expect(both('no', 'yes')).toEqual([])
  expect(both('yes', 'yes')).toEqual([])
})

test('a fixed value fills what has no cell of its own and makes nothing', () => {
  const fixed = { 'customer.customerType': 'RESELLER', 'site.siteName': 'Fixed', 'siteContact.contactRole': 'ACCOUNTS', 'customerContact.contactRole': 'ACCOUNTS' }
  const { draft } = draftOfRows([changed(clean, { 'site.siteName': '' })], { fixed })
  expect(draft.fields.get('customer.customerType')).toMatchObject({ value: 'BUSINESS' })
  expect(draft.sites.map((site) => site.fields.get('site.siteName'))).toMatchObject([{ value: 'Fixed', place: null }])
  expect(draft.contacts).toEqual([])
  expect(issuesOf([only(clean, 'customer.')], { fixed })).toEqual(['error no-site row 2'])
})

test('a fixed value that is none holds every customer that needs it, and is said once', () => {
  const rows = [clean, changed(clean, { [account]: 'ACC2', 'site.startDate': '' })]
  const prepared = prepareRows(rows, { fixed: { 'site.startDate': 'soon' } })
  expect(lines(prepared)).toEqual(['error not-a-date site.startDate'])
  expect(prepared.customers.map(({ bucket }) => bucket)).toEqual(['ready', 'held'])
})

test('a fixed invoice detail leaves sites with a receiving site alone', () => {
  const { draft } = draftOfRows([clean, dependent], { fixed: { 'site.siteInvoiceDetails.invoiceNotes': 'Thank you', 'site.siteInvoiceDetails.invoiceAddress.country': 'GB' } })
  expect(draft.sites.map((site) => site.fields.get('site.siteInvoiceDetails.invoiceNotes')?.value)).toEqual(['Thank you', undefined])
  expect(draft.sites.some((site) => site.fields.has('site.siteInvoiceDetails.invoiceAddress.country'))).toBe(false)
})

test('two columns that fill one field may not disagree', () => {
  const input = inputOf([[{ ...clean, second: 'Other name', third: 'other@example.com' }]])
  const [table] = input.mapping.tables
  const columns = (table?.columns ?? []).map((column) => {
    const field = { second: 'site.siteName', third: 'siteContact.contactEmailAddress' }[column.header]
    return field === undefined ? column : { ...column, target: { field }, accepted: true }
  })
  const mapping = { ...input.mapping, tables: [{ sheet: null, columns }] }
  expect(lines(prepare({ ...input, mapping }))).toEqual(['error conflicting-values row 2 site.siteName', 'error conflicting-values row 2 siteContact.contactEmailAddress'])
})
