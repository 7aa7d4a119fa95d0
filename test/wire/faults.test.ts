// The client against the real sandbox: whatever goes wrong, every customer and every site is there exactly once in the end.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FateName } from '#sandbox/fates/table/index.ts'
import { plan, type Wanted } from './support/plan.ts'
import { type Bench, openBench, run } from './support/run.ts'

const wanted: readonly Wanted[] = Array.from({ length: 6 }, (_, index) => ({
  customer: `ACC${index}`, own: ['HQ', 'Annexe'], dependent: [['Depot', 'HQ'], ['Shop', 'Annexe']],
}))

let bench: Bench
beforeEach(async () => {
  // Both uniqueness rules off: a server that refused doubles would hide a client that sends them.
  bench = await openBench({ uniqueAccountNumbers: false, uniqueSiteReferences: false })
})
afterEach(() => bench.close())

async function expectEachOnce(): Promise<void> {
  const { customers } = await bench.ledger()
  const there = customers.filter(({ customerAccountNumber }) => customerAccountNumber.startsWith('ACC'))
  expect(there.map(({ customerAccountNumber }) => customerAccountNumber).toSorted()).toEqual(wanted.map(({ customer }) => customer))
  for (const { sites } of there) expect(sites.map(({ siteReference }) => siteReference).toSorted()).toEqual(['Annexe', 'Depot', 'HQ', 'Shop'])
}

const harmless: readonly FateName[] = ['throttle', 'unavailable', 'unavailable-applied', 'error-applied', 'error-not-applied', 'unauthorised', 'html', 'drop-applied', 'drop-not-applied', 'cut-applied']

for (const fault of harmless) {
  test(`${fault} on creating a customer and a site: each is there once, and the report says created`, async () => {
    await bench.control('/faults', [
      { endpoint: 'POST /customers', fault, key: 'ACC2', attempt: 1, retryAfter: null },
      { endpoint: 'POST /sites', fault, key: 'Shop', skip: 2, count: 1, retryAfter: null },
    ].map(({ retryAfter, ...rest }) => (fault === 'throttle' || fault.startsWith('unavailable') ? { ...rest, retryAfter } : rest)))
    const ended = await run(bench, { begin: plan(wanted) })
    expect(ended.end).toEqual({ kind: 'finished' })
    await expectEachOnce()
    expect(ended.receipts.map(({ outcome }) => outcome)).toEqual(wanted.map(() => 'created'))
    const faults = (await bench.control('/faults')) as readonly { readonly consumed: number }[]
    expect(faults.map(({ consumed }) => consumed)).toEqual([1, 1])
  })
}

test('an answer later than the deadline: the customer is found, not sent again', async () => {
  await bench.control('/faults', { endpoint: 'POST /customers', fault: 'slow', key: 'ACC1', delayMs: 900 })
  const ended = await run(bench, { begin: plan(wanted) })
  expect(ended.receipts.map(({ outcome }) => outcome)).toEqual(wanted.map(() => 'created'))
  await expectEachOnce()
})

test('a request that is applied long after its connection died is waited for', async () => {
  await bench.control('/faults', { endpoint: 'POST /customers', fault: 'drop-applied-later', key: 'ACC1', delayMs: 200 })
  const ended = await run(bench, { begin: plan(wanted), settings: { settleMs: 600, networkPatienceMs: 1_500, troublePatienceMs: 20_000 } })
  expect(ended.receipts.map(({ outcome }) => outcome)).toEqual(wanted.map(() => 'created'))
  await expectEachOnce()
})

test('a 400 that was applied all the same is seen through', async () => {
  await bench.control('/faults', { endpoint: 'POST /customers', fault: 'bad-request-applied', key: 'ACC3' })
  const ended = await run(bench, { begin: plan(wanted) })
  expect(ended.receipts.map(({ outcome }) => outcome)).toEqual(wanted.map(() => 'created'))
  await expectEachOnce()
})

test('faults on the reads are waited out', async () => {
  await bench.control('/faults', [
    { endpoint: 'GET /customers', fault: 'throttle', skip: 5, count: 2, retryAfter: 0 },
    { endpoint: 'GET /customers', fault: 'error-not-applied', skip: 8, count: 2 },
    { endpoint: 'GET /customers', fault: 'cut-applied', skip: 9, count: 1 },
    { endpoint: 'GET /sites', fault: 'drop-not-applied', count: 1 },
    { endpoint: 'GET /contract-owners', fault: 'unauthorised', count: 1 },
  ])
  const ended = await run(bench, { begin: plan(wanted) })
  expect(ended.end).toEqual({ kind: 'finished' })
  await expectEachOnce()
})

test('a customer the server never answers for is unknown after three sends, and no other one suffers', async () => {
  await bench.control('/faults', { endpoint: 'POST /customers', fault: 'drop-not-applied', key: 'ACC4', attempt: 'every' })
  const ended = await run(bench, { begin: plan(wanted) })
  expect(ended.end).toEqual({ kind: 'finished' })
  expect(ended.receipts.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'created', 'created', 'unknown', 'created'])
  const { requests } = await bench.ledger()
  expect(requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/customers'))).toHaveLength(5 + 3)
})

test('a rejected customer is told with the reason of the server; a rejected site makes its customer incomplete', async () => {
  const ended = await run(bench, { begin: plan([{ customer: 'ACC0' }, { customer: 'ACC1', own: [] }, { customer: 'ACC2', dependent: [['Depot', 'Nowhere']] }]) })
  expect(ended.end).toEqual({ kind: 'finished' })
  expect(ended.receipts.map(({ outcome }) => outcome)).toEqual(['created', 'rejected', 'incomplete'])
  expect(ended.receipts[1]?.reason).toContain('sites')
  expect(ended.receipts[2]?.reason).toContain('Nowhere')
})

test('a customer that is there already is not touched', async () => {
  await run(bench, { begin: plan(wanted.slice(0, 2)) })
  const ended = await run(bench, { begin: plan(wanted) })
  expect(ended.receipts.map(({ outcome }) => outcome)).toEqual(['existing', 'existing', 'created', 'created', 'created', 'created'])
  await expectEachOnce()
})
