import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noEdits, withEdits } from '#core/model/edits.ts'
import { issue } from '#core/model/issue.ts'
import { draftOf, prepare, similarOf } from '#core/pipeline.ts'
import { changed, clean, dependent, inputOf, lines, prepareRows } from './kit.ts'
import type { Row } from './kit.ts'

const account = 'customer.customerAccountNumber'
const blank: Row = Object.fromEntries(Object.keys(clean).map((path) => [path, '']))

/** Rows of few keys and few values, so that they meet, repeat, conflict and lack things. */
const anyRow: fc.Arbitrary<Row> = fc.record({
  [account]: fc.constantFrom('', 'A', ' A ', 'B', 'b', 'C'),
  'customer.customerName': fc.constantFrom('Example Ltd', 'Other plc', ''),
  'customer.customerType': fc.constantFrom('BUSINESS', 'RESIDENTIAL', 'what'),
  'site.siteReference': fc.constantFrom('', 'S1', 'S2', 's1'),
  'site.siteName': fc.constantFrom('Main', 'Depot', ''),
  'site.invoiceSite': fc.constantFrom('', '', 'S1', 'S2', 'S9'),
  'site.siteInvoiceDetails.invoiceTemplateId': fc.constantFrom('201', ''),
  'siteContact.contactName': fc.constantFrom('Ann', 'Bob', ''),
}).map((row) => changed(clean, row))
const anyRows = fc.array(fc.oneof({ weight: 8, arbitrary: anyRow }, { weight: 1, arbitrary: fc.constant(blank) }), { maxLength: 12 })

test('every row is in exactly one bucket, and all counts agree', () => {
  fc.assert(fc.property(anyRows, fc.array(fc.integer({ min: 2, max: 14 })), (rows, out) => {
    const { ledger, counts, customers, issues, plan } = prepareRows(rows, { excluded: new Set(out.map((row) => `0:${row}`)) })
    expect(ledger.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 2))
    expect(Object.values(counts.rowsByBucket).reduce((sum, count) => sum + count, 0)).toBe(rows.length)
    expect(counts.customersReady + counts.customersHeld + counts.customersExisting).toBe(counts.customers)
    expect(counts.errors + counts.warnings + counts.infos).toBe(issues.length)
    expect(plan.units.map(({ customer }) => customer)).toEqual(customers.filter(({ bucket }) => bucket === 'ready').map(({ key }) => key).toSorted())
    const errors = new Set(issues.filter(({ severity }) => severity === 'error').map(({ customer }) => customer))
    for (const { customer } of plan.units) expect(errors.has(customer)).toBe(false)
  }), { numRuns: 200 })
})

test('preparing twice gives the same answer, and one customer on demand the same as all at once', () => {
  fc.assert(fc.property(anyRows, (rows) => {
    const input = inputOf([rows])
    const all = prepare(input)
    expect(prepare(input)).toEqual(all)
    for (const summary of all.customers) {
      const one = draftOf(input, summary, similarOf(all.issues, summary.key))
      expect(one?.unit ?? null).toEqual(all.plan.units.find(({ customer }) => customer === summary.key && summary.bucket === 'ready') ?? null)
      const places = new Set(summary.rows.map(({ row }) => row))
      expect(one?.issues).toEqual(all.issues.filter(({ place }) => place !== null && places.has(place.row)))
    }
  }), { numRuns: 100 })
})

/** Each customer has one leading site and each site a marked contact, so that first-ness decides nothing. */
const settled: readonly Row[] = ['A', 'B', 'C'].flatMap((key) => [clean, dependent, changed(dependent, { 'site.siteReference': 'S3' })].flatMap((row) => [
  changed(row, { [account]: key }),
  changed(row, { [account]: key, 'siteContact.contactName': 'Bob', 'siteContact.contactNameToAppearOnInvoice': '' }),
  changed(row, { [account]: key, 'siteContact.contactName': 'Carol', 'siteContact.contactNameToAppearOnInvoice': 'no' }),
]))

test('the order of rows does not change the hash where first-ness decides nothing', () => {
  const { hash, counts } = prepareRows(settled).plan
  expect(counts).toMatchObject({ createCustomer: 3, createSite: 6, contacts: 27 })
  fc.assert(fc.property(fc.shuffledSubarray([...settled], { minLength: settled.length }), (rows) => {
    expect(prepareRows(rows).plan.hash).toBe(hash)
  }), { numRuns: 50 })
})

test('the order of rows changes the hash where the first contact decides', () => {
  const rows = ['Ann', 'Bob'].map((name) => changed(clean, { 'siteContact.contactName': name, 'siteContact.contactNameToAppearOnInvoice': '' }))
  expect(prepareRows(rows).plan.hash).not.toBe(prepareRows(rows.toReversed()).plan.hash)
})

test('parents repeated, left empty or written otherwise give the same hash', () => {
  const [first, ...rest] = [clean, changed(clean, { 'siteContact.contactName': 'Bob', 'siteContact.contactNameToAppearOnInvoice': '' })]
  const { hash } = prepareRows([first!, ...rest]).plan
  const empty = rest.map((row) => changed(row, { 'customer.customerName': '', 'customer.startDate': '', 'site.siteName': ' ', 'site.siteAddress.town': '' }))
  const otherwise = rest.map((row) => changed(row, { 'site.siteAddress.country': 'united kingdom', 'customer.customerType': 'Business', 'customer.startDate': '1 Mar 2025' }))
  expect(prepareRows([first!, ...empty]).plan.hash).toBe(hash)
  expect(prepareRows([first!, ...otherwise]).plan.hash).toBe(hash)
})

test('a held customer stops no other', () => {
  const prepared = prepareRows([clean, changed(clean, { [account]: 'ACC2', 'customer.customerName': '' })])
  expect(prepared.customers.map(({ key, bucket, errors }) => [key, bucket, errors])).toEqual([['ACC1', 'ready', 0], ['ACC2', 'held', 1]])
  expect(prepared.plan.units.map(({ customer }) => customer)).toEqual(['ACC1'])
})

test('an edit is taken in and the source is not', () => {
  const input = inputOf([[changed(clean, { 'customer.customerName': '' })]])
  const column = Object.keys(clean).indexOf('customer.customerName')
  const edited = prepare({ ...input, edits: withEdits(noEdits, [{ place: { table: 0, row: 2, column }, text: 'Now Ltd' }]) })
  expect(edited.customers).toMatchObject([{ name: 'Now Ltd', bucket: 'ready' }])
  expect(prepare(input).customers).toMatchObject([{ bucket: 'held' }])
})

test('a customer whose rows are all left out is listed as such and counted nowhere else', () => {
  const prepared = prepareRows([changed(clean, { 'customer.customerType': 'what' })], { excluded: new Set(['0:2']) })
  expect(prepared.customers).toMatchObject([{ key: 'ACC1', bucket: 'excluded', errors: 0 }])
  expect(prepared.counts).toMatchObject({ customers: 0, rowsByBucket: { excluded: 1 }, errors: 0 })
  expect(prepared.issues).toEqual([])
})

test('an error of reading holds the customer of its row, unless its cell was edited or fills no field', () => {
  const broken = (column?: number) => issue({ code: 'cell-error', severity: 'error', place: { table: 0, row: 2, ...(column === undefined ? {} : { column }) } })
  const rows = [changed(clean, { notes: '#N/A' }), changed(clean, { [account]: 'ACC2' })]
  const buckets = (input: ReturnType<typeof inputOf>): readonly string[] => prepare(input).customers.map(({ bucket }) => bucket)
  expect(buckets(inputOf([rows], { readingIssues: [broken()] }))).toEqual(['held', 'ready'])
  expect(buckets(inputOf([rows], { readingIssues: [broken(1)] }))).toEqual(['held', 'ready'])
  expect(buckets(inputOf([rows], { readingIssues: [broken(1)], edits: withEdits(noEdits, [{ place: { table: 0, row: 2, column: 1 }, text: 'Fine Ltd' }]) }))).toEqual(['ready', 'ready'])
  expect(buckets(inputOf([rows], { readingIssues: [broken(Object.keys(clean).length)] }))).toEqual(['ready', 'ready'])
  expect(lines(prepare(inputOf([rows], { readingIssues: [broken()] })))).toEqual(['error cell-error row 2'])
})

test('digits that a workbook has lost are an error in a key or an id, and a warning in an amount or in no field', () => {
  const row = changed(clean, { 'customer.creditThreshold': '12345678901234567000', notes: '12345678901234567000' })
  const severityAt = (path: string): readonly string[] => {
    const lost = issue({ code: 'imprecise-number', severity: 'warning', place: { table: 0, row: 2, column: Object.keys(row).indexOf(path) } })
    return lines(prepare(inputOf([[row]], { readingIssues: [lost] }))).filter((line) => line.includes('imprecise'))
  }
  for (const path of [account, 'customer.billingCycleId', 'siteContact.contactName']) expect(severityAt(path)).toEqual(['error imprecise-number row 2'])
  for (const path of ['customer.creditThreshold', 'notes']) expect(severityAt(path)).toEqual(['warning imprecise-number row 2'])
})

test('issues of the file come first, the others in file order', () => {
  const prepared = prepareRows([changed(clean, { 'customer.customerType': 'what' }), changed(clean, { [account]: 'ACC2', 'customer.startDate': 'soon' })], { fixed: { 'customer.endDate': 'never' } })
  expect(lines(prepared)).toEqual(['error not-a-date customer.endDate', 'error not-in-list row 2 customer.customerType', 'error not-a-date row 3 customer.startDate'])
})
