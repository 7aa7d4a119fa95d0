import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { causeKey } from '#core/mend/cause.ts'
import { noEdits, withEdits } from '#core/model/edits.ts'
import { groupBy } from '#core/model/group-by.ts'
import { noReference } from '#core/model/reference.ts'
import { prepare, type PrepareInput } from '#core/pipeline.ts'
import { openStagingArea } from '#node/staging/staging-area.ts'
import { changed, clean, dependent, inputOf, type Row } from '../../../test/pipeline/kit.ts'
import { newCrew } from './crew.ts'
import { prepareFile } from './prepare-file.ts'
import type { PreparedFile } from './prepared-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-recheck-'))
const area = openStagingArea(folder)
afterAll(() => rmSync(folder, { recursive: true }))

async function prepareNow(input: PrepareInput): Promise<PreparedFile> {
  const prepared = await prepareFile({ input, area, staged: null, crew: newCrew, isStale: () => false })
  if (prepared === null) throw new Error('It was stale')
  return prepared
}

/** Issues of one place may stand in any order. */
const sorted = (issues: Iterable<unknown>): readonly string[] => Array.from(issues, (issue) => JSON.stringify(issue)).toSorted()

function answersOf(file: PreparedFile, { source: { tables } }: PrepareInput) {
  return {
    counts: file.counts, plan: file.plan, customers: [...file.eachCustomer()], issues: sorted(file.eachIssue()), units: [...file.units()].map(({ customer }) => customer).toSorted(),
    causes: file.causes(1000).causes.map(({ cause, count }) => `${count} ${cause}`).toSorted(),
    ledger: tables.flatMap(({ rows }, table) => Array.from({ length: rows.length }, (_, index) => file.ledgerAt(table, index))),
    rows: tables.map((_, table) => [...file.issueRows(table, {})]),
  }
}

function answersOfWhole(input: PrepareInput): ReturnType<typeof answersOf> {
  const { counts, plan: { units, ...plan }, customers, issues, ledger } = prepare(input)
  return {
    counts, plan, customers: [...customers], issues: sorted(issues), units: units.map(({ customer }) => customer).toSorted(), ledger: [...ledger],
    causes: [...groupBy(issues, causeKey)].map(([cause, found]) => `${found.length} ${cause}`).toSorted(),
    rows: input.source.tables.map((_, table) => [...new Set(issues.flatMap(({ place, severity }) => (place?.table === table && severity !== 'info' ? [place.row] : [])))].toSorted((one, other) => one - other)),
  }
}

const key = 'customer.customerAccountNumber'
const texts: Readonly<Record<string, readonly string[]>> = {
  [key]: ['', 'A', ' A ', 'B', 'b', 'C', 'O1', '01', 'new'],
  'customer.customerName': ['Example Ltd', 'Other plc', ''],
  'customer.customerType': ['BUSINESS', 'what', ''],
  'customer.startDate': ['2025-03-01', '13/02/2025', '02/13/2025', '03/04/2025', 'soon'],
  'site.siteReference': ['', 'S1', 'S2'],
  'site.siteName': ['Main premises', ''],
  'site.invoiceSite': ['', 'S1', 'S9'],
  'siteContact.contactName': ['Ann Other', ''],
  'siteContact.contactNameToAppearOnInvoice': ['yes', 'no', ''],
}
const paths = Object.keys(texts)
const columns = Object.keys({ ...clean, ...Object.fromEntries(paths.map((path) => [path, ''])) })
const whole: Row = Object.fromEntries(columns.map((path) => [path, clean[path] ?? '']))
const blank: Row = Object.fromEntries(columns.map((path) => [path, '']))

const anyRow = fc.record(Object.fromEntries(paths.map((path) => [path, fc.constantFrom(...texts[path]!)]))).map((change) => changed(whole, change))
/** Mostly rows with a number: tables that leave it out are prepared anew, which is right and proves little. */
const keyedRow = fc.tuple(anyRow, fc.constantFrom('A', 'B', 'b', 'C', 'D')).map(([row, text]) => changed(row, { [key]: text, 'customer.customerName': row['customer.customerName'] || 'Example Ltd' }))
const anyRows = fc.array(fc.oneof({ weight: 2, arbitrary: anyRow }, { weight: 20, arbitrary: keyedRow }, { weight: 1, arbitrary: fc.constant(blank) }), { minLength: 1, maxLength: 12 })
const anyChange = fc.oneof(
  { weight: 4, arbitrary: fc.record({ table: fc.nat({ max: 1 }), row: fc.integer({ min: 2, max: 13 }), path: fc.constantFrom(...paths), pick: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ table: fc.nat({ max: 1 }), row: fc.integer({ min: 2, max: 13 }) }) },
)

type Change = { readonly table: number; readonly row: number; readonly path?: string; readonly pick?: number }

function apply(input: PrepareInput, { table, row, path, pick = 0 }: Change): PrepareInput {
  if (path === undefined) {
    const excluded = new Set(input.excluded)
    if (!excluded.delete(`${table}:${row}`)) excluded.add(`${table}:${row}`)
    return { ...input, excluded }
  }
  const choices = texts[path]!
  const column = input.source.tables[table]!.headers.indexOf(path)
  return column < 0 ? input : { ...input, edits: withEdits(input.edits, [{ place: { table, row, column }, text: choices[pick % choices.length]! }]) }
}

test('what is checked again after a change is what checking everything would say', async () => {
  let taken = 0
  let refused = 0
  await fc.assert(fc.asyncProperty(anyRows, anyRows, fc.array(fc.array(anyChange, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }), async (one, two, steps) => {
    let input = inputOf([one, two], { fillDown: false })
    let file = await prepareNow(input)
    for (const changes of steps) {
      // A change of a row that is not there is none.
      const real = changes.filter(({ table, row }) => row <= input.source.tables[table]!.rows.length + 1)
      input = real.reduce(apply, input)
      const before = answersOf(file, input)
      const isTaken = file.revise(input, real)
      // What is refused has changed nothing.
      expect(isTaken ? null : answersOf(file, input)).toEqual(isTaken ? null : before)
      if (isTaken) taken += 1
      else {
        refused += 1
        file.close()
        file = await prepareNow(input)
      }
      expect(answersOf(file, input)).toEqual(answersOfWhole(input))
    }
    file.close()
  }), { numRuns: 60 })
  expect(taken).toBeGreaterThan(refused)
})

test('the same where rows may leave their account number out', async () => {
  let taken = 0
  await fc.assert(fc.asyncProperty(anyRows, fc.array(anyChange, { minLength: 1, maxLength: 6 }), async (rows, changes) => {
    let input = inputOf([rows])
    let file = await prepareNow(input)
    for (const change of changes.filter(({ table, row }) => table === 0 && row <= rows.length + 1)) {
      input = apply(input, change)
      if (file.revise(input, [change])) taken += 1
      else {
        file.close()
        file = await prepareNow(input)
      }
      expect(answersOf(file, input)).toEqual(answersOfWhole(input))
    }
    file.close()
  }), { numRuns: 60 })
  expect(taken).toBeGreaterThan(20)
})

test('a date that was the proof of its column is not taken in by itself', async () => {
  const rows = ['13/02/2025', '03/04/2025'].map((date, at) => changed(clean, { [key]: `A${at}`, 'customer.startDate': date }))
  const input = inputOf([rows])
  const file = await prepareNow(input)
  expect(file.counts.errors).toBe(0)
  const column = input.source.tables[0]!.headers.indexOf('customer.startDate')
  const edited = { ...input, edits: withEdits(noEdits, [{ place: { table: 0, row: 2, column }, text: '2025-02-13' }]) }
  expect(file.revise(edited, [{ table: 0, row: 2 }])).toBe(false)
  expect(prepare(edited).issues.map(({ code, place }) => `${code} ${place?.row}`)).toEqual(['date-order-open 3'])
  file.close()
})

test('two accounts that come to look alike hold each other, and only as long as they do', async () => {
  const input = inputOf([['A1', 'B1', 'C1'].map((text) => changed(dependent, { [key]: text, 'site.invoiceSite': '', 'site.siteInvoiceDetails.invoiceTemplateId': '201', 'site.siteInvoiceDetails.paymentTermsInDays': '30' }))], { reference: noReference })
  const file = await prepareNow(input)
  expect(file.counts).toMatchObject({ customersReady: 3, customersHeld: 0 })
  expect(file.revise({ ...input, edits: withEdits(noEdits, [{ place: { table: 0, row: 3, column: 0 }, text: 'a1' }]) }, [{ table: 0, row: 3 }])).toBe(true)
  expect(file.counts).toMatchObject({ customersReady: 1, customersHeld: 2, errors: 2 })
  expect(file.revise(input, [{ table: 0, row: 3 }])).toBe(true)
  expect(file.counts).toMatchObject({ customersReady: 3, customersHeld: 0, errors: 0 })
  file.close()
})
