import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { noEdits, withEdits } from '#core/model/edits.ts'
import { prepare, type PrepareInput } from '#core/pipeline.ts'
import { newStagingTable } from '#node/staging/staged-rows.ts'
import { openStagingArea } from '#node/staging/staging-area.ts'
import { changed, clean, dependent, inputOf, type Options, type Row } from '../../../test/pipeline/kit.ts'
import { newCrew } from './crew.ts'
import { prepareFile, type Preparation } from './prepare-file.ts'
import type { PreparedFile } from './prepared-file.ts'

const crew = newCrew()
afterAll(() => crew.close())
const folder = mkdtempSync(join(tmpdir(), 'onboarder-prepare-'))
const area = openStagingArea(folder)
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0

/** The same input with its rows on disk. */
function stage(input: PrepareInput): Preparation {
  const staging = input.source.tables.map(({ rows }) => {
    const table = newStagingTable(area.path(`rows-${files++}`))
    for (const row of rows) table.add(row)
    return { table, staged: table.finish() }
  })
  const tables = input.source.tables.map((table, index) => ({ ...table, rows: staging[index]?.staged.rows ?? [], columns: staging[index]?.staged.columns ?? [] }))
  return { input: { ...input, source: { ...input.source, tables } }, area, crew: () => crew, staged: staging.map(({ table }) => table.describe()), isStale: () => false }
}

async function prepareStaged(input: PrepareInput, change: Partial<Preparation> = {}): Promise<PreparedFile> {
  const prepared = await prepareFile({ ...stage(input), ...change })
  if (prepared === null) throw new Error('It was stale')
  return prepared
}

const sorted = (issues: Iterable<unknown>): readonly string[] => Array.from(issues, (issue) => JSON.stringify(issue)).toSorted()

/** All that a prepared file says; issues of one place may stand in any order. */
function answersOf(file: PreparedFile, input: PrepareInput) {
  return {
    counts: file.counts, plan: file.plan, customers: [...file.eachCustomer()], issues: sorted(file.eachIssue()),
    places: Array.from(file.eachIssue(), ({ place }) => [place?.table ?? -1, place?.row ?? -1]),
    units: [...file.units()].toSorted((a, b) => (a.customer < b.customer ? -1 : 1)),
    ledger: input.source.tables.flatMap(({ rows }, table) => Array.from({ length: rows.length }, (_, index) => file.ledgerAt(table, index))),
  }
}

function answersOfWhole(input: PrepareInput): ReturnType<typeof answersOf> {
  const { counts, plan: { units, ...plan }, customers, issues, ledger } = prepare(input)
  return { counts, plan, customers: [...customers], issues: sorted(issues), places: issues.map(({ place }) => [place?.table ?? -1, place?.row ?? -1]), units: [...units], ledger: [...ledger] }
}

const anyRow = fc.record({
  'customer.customerAccountNumber': fc.constantFrom('', 'A', ' A ', 'B', 'b', 'C', 'O1', '01'),
  'customer.customerName': fc.constantFrom('Example Ltd', 'Other plc', ''),
  'customer.customerType': fc.constantFrom('BUSINESS', 'what'),
  'site.siteReference': fc.constantFrom('', 'S1', 'S2'),
  'site.invoiceSite': fc.constantFrom('', 'S1', 'S9'),
}).map((change): Row => changed(clean, change))
const blank: Row = Object.fromEntries(Object.keys(clean).map((path) => [path, '']))
const anyRows = fc.array(fc.oneof({ weight: 9, arbitrary: anyRow }, { weight: 1, arbitrary: fc.constant(blank) }), { maxLength: 14 })

test('piece by piece gives what the whole gives at once, edits and rows left out included', async () => {
  await fc.assert(fc.asyncProperty(anyRows, anyRows, fc.array(fc.integer({ min: 2, max: 14 }), { maxLength: 3 }), async (one, two, out) => {
    const options: Options = { excluded: new Set(out.map((row) => `0:${row}`)), edits: withEdits(noEdits, out.map((row) => ({ place: { table: 1, row, column: 1 }, text: 'Edited plc' }))) }
    const input = inputOf([one, two], options)
    const file = await prepareStaged(input)
    expect(answersOf(file, input)).toEqual(answersOfWhole(input))
    file.close()
  }), { numRuns: 40 })
})

const many = Array.from({ length: 700 }, (_, at) => changed(at % 3 === 0 ? dependent : clean, { 'customer.customerAccountNumber': `A${at % 400}`, 'customer.customerName': at % 50 === 7 ? '' : `Customer ${at % 400}` }))

test('several threads give the same, rows of a customer far apart', async () => {
  const input = inputOf([many])
  const { newHash } = await import('#node/hash.ts')
  const file = await prepareStaged({ ...input, newHash }, { rowsForThreads: 1 })
  expect(answersOf(file, input)).toEqual(answersOfWhole(input))
  file.close()
})

test('pages, searches and look-ups find what the whole holds', async () => {
  const input = inputOf([many])
  const whole = prepare(input)
  const file = await prepareStaged(input)
  const held = whole.customers.filter(({ bucket }) => bucket === 'held')
  expect(file.customers({ bucket: 'held' }, 1, 2)).toEqual({ total: held.length, customers: held.slice(1, 3) })
  expect(file.customers({ search: ' customer 39 ' }, 0, 50).customers.map(({ key }) => key)).toEqual(whole.customers.filter(({ name }) => name.includes('39') && /Customer 39/.test(name)).map(({ key }) => key))
  expect(file.customer('A12', 0)?.rows).toEqual(whole.customers.find(({ key }) => key === 'A12')?.rows)
  expect(file.customer('nobody', 0)).toBeNull()
  const errors = whole.issues.filter(({ severity }) => severity === 'error')
  expect(file.issues({ severity: 'error' }, 0, 3)).toEqual({ total: errors.length, issues: errors.slice(0, 3) })
  expect([...file.issueRows(0, {})]).toEqual([...new Set(whole.issues.filter(({ severity }) => severity !== 'info').map(({ place }) => place?.row ?? 0))].toSorted((a, b) => a - b))
  const [first] = errors
  expect(file.issuesOfRows(0, first?.place?.row ?? 0, first?.place?.row ?? 0)).toContainEqual(first)
  expect(file.groups.reduce((sum, { count }) => sum + count, 0)).toBe(whole.issues.length)
  file.close()
})

test('what is stale is given up and leaves nothing behind', async () => {
  const before = readdirSync(area.folder).filter((name) => name.startsWith('prepared')).length
  let asked = 0
  expect(await prepareFile({ ...stage(inputOf([many])), isStale: () => ++asked > 2 })).toBeNull()
  expect(readdirSync(area.folder).filter((name) => name.startsWith('prepared')).length).toBe(before)
})
