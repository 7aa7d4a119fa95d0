// The rest of a run's life against the real sandbox: token, pace, pause, cancel, locks, and every way to stop early.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPacer, type Execution, findExisting, readReference } from '#core/stages/post/index.ts'
import { systemClock } from '#node/clock.ts'
import { connect } from '#node/http/connect.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { keepClosedPort } from '../support/closed-port.ts'
import { meta, plan } from './support/plan.ts'
import { type Bench, connectTo, credentials, fast, must, openBench, run } from './support/run.ts'

const wanted = (count: number) => plan(Array.from({ length: count }, (_, index) => ({ customer: `ACC${String(index).padStart(3, '0')}` })))

let bench: Bench
beforeEach(async () => {
  bench = await openBench({ uniqueAccountNumbers: false, uniqueSiteReferences: false, idBase: 9_007_199_254_740_993n })
})
afterEach(() => bench.close())

async function countPosts(path: string): Promise<number> {
  return (await bench.ledger()).requests.filter((request) => request.method === 'POST' && request.path.endsWith(path)).length
}

test('the token ends in the middle: it is renewed once, and nothing is doubled', async () => {
  let advanced = false
  const ended = await run(bench, {
    begin: wanted(30), pace: { requestsPerSecond: 100, lanes: 4 },
    during: (_execution, { created }) => {
      if (created < 10 || advanced) return
      advanced = true
      void bench.control('/clock', { advanceMs: 16 * 60_000 })
    },
  })
  expect(advanced).toBe(true)
  expect(ended.end).toEqual({ kind: 'finished' })
  expect(await countPosts('/authenticate')).toBe(2)
  expect(Object.values((await bench.ledger()).countsByAccountNumber)).not.toContain(2)
})

test('ids beyond 2^53 stay exact from the answer to the next request and the receipt', async () => {
  const ended = await run(bench, { begin: plan([{ customer: 'ACC', own: ['HQ'], dependent: [['Depot', 'HQ']] }]) })
  const { customers } = await bench.ledger()
  expect(ended.receipts[0]?.outcome).toBe('created')
  expect(Number.isSafeInteger(Number(ended.receipts[0]?.customerId))).toBe(false)
  expect(customers.find(({ customerAccountNumber }) => customerAccountNumber === 'ACC')?.sites).toHaveLength(2)
})

test('the pace is kept as the server sees it, and can be changed on the way', async () => {
  let changed = false
  const started = performance.now()
  const ended = await run(bench, {
    begin: wanted(200), pace: { requestsPerSecond: 8, lanes: 4 },
    during: (execution, { created }) => {
      if (created < 5 || changed) return
      changed = true
      execution.setPace({ requestsPerSecond: 400, lanes: 8 })
    },
  })
  expect(ended.end).toEqual({ kind: 'finished' })
  // At 8 a second the 500 requests would take more than a minute, and take a few seconds at 400; the first 20 of them take more than two.
  expect(performance.now() - started).toBeGreaterThan(2_000)
  expect(performance.now() - started).toBeLessThan(50_000)
  expect(must(must(openJournal(bench.folder)).run(ended.id)).pace).toEqual({ requestsPerSecond: 400, lanes: 8 })
})

test('a rate limit on the server is met by slowing down, and everything arrives', async () => {
  // Time stands still for the server until the client has met the limit: a busy machine might never send 15 requests in a second.
  const began = Date.now()
  let isMet = false
  const limited = await openBench({ rateLimitPerSecond: 15, now: () => (isMet ? Date.now() : began) })
  const ended = await run(limited, {
    begin: wanted(12), pace: { requestsPerSecond: 200, lanes: 8 }, settings: { ...fast, troublePatienceMs: 60_000 },
    during: (_execution, { waiting }) => { isMet ||= waiting?.reason === 'throttled' },
  })
  expect(ended.end).toEqual({ kind: 'finished' })
  expect(ended.receipts.every(({ outcome }) => outcome === 'created')).toBe(true)
  expect(ended.progress.some(({ waiting }) => waiting?.reason === 'throttled')).toBe(true)
  await limited.close()
})

test('pause sends nothing, resume goes on', async () => {
  let sent = 0
  const settle = async (execution: Execution): Promise<void> => {
    // What is on its way arrives first: until nothing has come for a while. Without a pause that is when all have.
    for (let before = -1; before !== sent;) {
      before = sent
      await sleep(500)
      sent = await countPosts('/customers')
    }
    execution.resume()
  }
  let isPaused = false
  const ended = await run(bench, {
    begin: wanted(60), pace: { requestsPerSecond: 150, lanes: 2 },
    during: (execution, { created }) => {
      if (created < 5 || isPaused) return
      isPaused = true
      execution.pause()
      void settle(execution)
    },
  })
  expect(sent).toBeGreaterThanOrEqual(5)
  expect(sent).toBeLessThan(60)
  expect(await countPosts('/customers')).toBe(60)
  expect(ended.end).toEqual({ kind: 'finished' })
  expect(ended.progress.some(({ waiting }) => waiting?.reason === 'paused')).toBe(true)
})

test('cancel settles what is open, calls the rest not sent, and the run can be resumed', async () => {
  await bench.control('/faults', { endpoint: 'POST /customers', fault: 'drop-applied', skip: 4, count: 1 })
  const ended = await run(bench, {
    begin: wanted(40), pace: { requestsPerSecond: 100, lanes: 4 },
    during: (execution, { created }) => {
      if (created >= 8) execution.cancel()
    },
  })
  expect(ended.end).toMatchObject({ kind: 'stopped', failure: { code: 'stopped' } })
  const outcomes = ended.receipts.map(({ outcome }) => outcome)
  expect(outcomes).toContain('not-sent')
  expect(outcomes).not.toContain('unknown')
  expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(await countPosts('/customers'))
  const again = await run(bench, { begin: ended.id })
  expect(again.end).toEqual({ kind: 'finished' })
  expect(await countPosts('/customers')).toBe(40)
})

test('the server goes away: the run stops as no-network, and resumes when it is back', async () => {
  const port = bench.sandbox.port
  let closing: Promise<void> | null = null
  const ended = await run(bench, {
    begin: wanted(40), pace: { requestsPerSecond: 100, lanes: 4 },
    during: (_execution, { created }) => {
      if (created >= 5) closing ??= bench.sandbox.close()
    },
  })
  expect(ended.end).toMatchObject({ kind: 'stopped', failure: { code: 'no-network' } })
  // The customers of the first server are gone with its memory: only those still open are judged here.
  const done = new Set(ended.receipts.filter(({ outcome }) => outcome === 'created').map(({ customer }) => customer))
  const back = await openBench({ port })
  const again = await run({ ...back, folder: bench.folder }, { begin: ended.id })
  expect(again.end).toEqual({ kind: 'finished' })
  const counts = (await back.ledger()).countsByAccountNumber
  expect(again.receipts.filter(({ customer }) => (counts[customer] ?? 0) !== (done.has(customer) ? 0 : 1))).toEqual([])
  await back.close()
})

test('a refused password is sent once', async () => {
  const answer = await connect({ ...credentials, baseUrl: bench.sandbox.url, password: 'wrong' })
  expect(answer).toMatchObject({ ok: false, failure: { code: 'not-authorised' } })
  expect(await countPosts('/authenticate')).toBe(1)
})

test('a token refused again and again stops the run', async () => {
  await bench.control('/faults', { endpoint: 'POST /customers', fault: 'unauthorised', key: 'ACC000', attempt: 'every' })
  const ended = await run(bench, { begin: wanted(3) })
  expect(ended.end).toMatchObject({ kind: 'stopped', failure: { code: 'not-authorised' } })
  expect(await countPosts('/authenticate')).toBeLessThanOrEqual(5)
})

test('an address with nothing behind it, and one with something else, say so', async () => {
  const closed = await keepClosedPort()
  const nobody = await connect({ ...credentials, baseUrl: `http://127.0.0.1:${closed.port}` })
  closed.close()
  expect(nobody).toMatchObject({ ok: false, failure: { code: 'no-network' } })
  const elsewhere = await connect({ ...credentials, baseUrl: `${bench.sandbox.url}/nowhere` })
  expect(elsewhere).toMatchObject({ ok: false, failure: { code: 'bad-address' } })
})

test('a contract owner the user cannot see stops the run before anything is sent', async () => {
  const ended = await run(bench, { begin: plan([{ customer: 'ACC', contractOwnerId: 77 }]) })
  expect(ended.end).toMatchObject({ kind: 'stopped', failure: { code: 'forbidden' } })
  expect(await countPosts('/customers')).toBe(0)
})

test('two senders to one target: the second is turned away, until the first lets go', () => {
  const first = must(openJournal(bench.folder))
  const second = must(openJournal(bench.folder))
  const one = must(first.createRun(wanted(1), { ...meta, baseUrl: bench.sandbox.url }))
  const two = must(second.createRun(wanted(1), { ...meta, baseUrl: bench.sandbox.url }))
  const held = must(first.hold(one.id))
  expect(second.hold(two.id)).toMatchObject({ ok: false, failure: { code: 'already-running' } })
  held.release()
  must(second.hold(two.id)).release()
  first.close()
  second.close()
})

test('reference lists and existing customers are read', async () => {
  await run(bench, { begin: wanted(3) })
  const api = await connectTo(bench)
  const reading = { api, clock: systemClock, random: Math.random, pacer: createPacer({ clock: systemClock, pace: { requestsPerSecond: 500, lanes: 4 } }) }
  const lists = must(await readReference(reading))
  expect(lists['contract-owners']?.map(({ id }) => id)).toEqual(['1', '2', '3'])
  expect(lists['custom-field-definitions']?.find(({ id }) => id === '104')).toMatchObject({ name: 'Meter Number', kind: 'SITE' })
  expect(lists['commission-agents']?.find(({ id }) => id === '52')?.kind).toBe('EXTERNAL')
  const keys = ['ACC000', 'ACC001', 'acc002', 'like:%', 'in:ACC001,ACC002', 'NONE'].map((customer) => ({ customer, contractOwnerId: '1' }))
  const asked: number[] = []
  const existing = must(await findExisting(reading, keys, (count) => asked.push(count)))
  expect([...existing.keys()]).toEqual(['ACC000', 'ACC001'])
  expect(asked.at(-1)).toBe(keys.length)
  api.close()
})

test('account numbers that look like filter grammar are looked up by reading, and created once', async () => {
  const hostile = ['like:%', 'in:ACC000,ACC001', 'A,B', '__proto__', 'constructor']
  await run(bench, { begin: wanted(2) })
  const ended = await run(bench, { begin: plan(hostile.map((customer) => ({ customer, own: ['__proto__', 'constructor'], dependent: [['toString', 'constructor']] }))) })
  expect(ended.receipts.map(({ customer, outcome, reason }) => [customer, outcome, reason])).toEqual(hostile.map((customer) => [customer, 'created', null]))
  const again = await run(bench, { begin: plan(hostile.map((customer) => ({ customer }))) })
  expect(again.receipts.map(({ outcome }) => outcome)).toEqual(hostile.map(() => 'existing'))
})
