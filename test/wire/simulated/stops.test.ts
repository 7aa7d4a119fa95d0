// The loop with one thing wrong at a time: it stops with a plain reason, and with as little sent as can be.
import { expect, test } from 'vitest'
import { fail } from '#core/model/result.ts'
import type { Api, CreateRequest, RunLog, SendOutcome } from '#core/ports.ts'
import { executeRun, type PostEnd } from '#core/stages/post/index.ts'
import { plan } from '../support/plan.ts'
import { createDisk, createMemoryLog, type Disk } from './memory-log.ts'
import { seededRandom } from './seeded.ts'
import { createServer, type Ledger } from './server.ts'
import { createTimeline } from './timeline.ts'

interface Altered {
  readonly api?: (api: Api) => Partial<Api>
  readonly log?: (log: RunLog) => Partial<RunLog>
  /** Instead of what the server would answer. */
  readonly send?: (request: CreateRequest, send: () => Promise<SendOutcome>) => Promise<SendOutcome>
}

async function play({ api, log, send }: Altered): Promise<{ readonly end: PostEnd; readonly ledger: Ledger; readonly disk: Disk }> {
  const random = seededRandom(7)
  const disk = createDisk(plan(Array.from({ length: 30 }, (_, index) => ({ customer: `C${index}` }))))
  const timeline = createTimeline()
  const server = createServer({ timeline, random, disk, hazards: { faults: 0, latestMs: 0, lagMs: 0 } })
  const process = { alive: true }
  const memory = createMemoryLog(disk, process, () => false)
  const plain = server.apiFor(process)
  const open: Api['open'] = async () => {
    const opened = await plain.open()
    if (opened.kind !== 'open' || send === undefined) return opened
    return { kind: 'open', line: { ...opened.line, send: (request) => send(request, () => opened.line.send(request)) } }
  }
  let end: PostEnd | null = null
  const { done } = executeRun({
    api: { ...plain, open, ...api?.(plain) }, log: { ...memory, ...log?.(memory) }, clock: timeline.clockOf(process), random,
    newHash: () => ({ update: () => undefined, digestHex: () => '' }), settings: { settleMs: 2_000, networkPatienceMs: 60_000, troublePatienceMs: 600_000 }, onProgress: () => undefined,
  })
  void done.then((ended) => {
    end = ended
  })
  await timeline.runUntil(() => end !== null)
  if (end === null) throw new Error('it never ended')
  return { end, ledger: server.ledger, disk }
}

const stoppedBy = (code: string) => ({ kind: 'stopped', failure: { code } })

test('a full disk: what cannot be written down is not sent', async () => {
  let intents = 0
  const { end, ledger } = await play({ log: (log) => ({ markIntent: (intent) => ((intents += 1) > 5 ? fail('disk-full', 'full') : log.markIntent(intent)) }) })
  expect(end).toMatchObject(stoppedBy('disk-full'))
  expect(ledger.posts).toHaveLength(5)
})

test('a disk that is full after sending stops as well, and leaves the customer open', async () => {
  const { end, ledger, disk } = await play({ log: () => ({ markOutcome: () => fail('disk-full', 'full') }) })
  expect(end).toMatchObject(stoppedBy('disk-full'))
  expect(ledger.posts).toHaveLength(1)
  expect(disk.units[0]?.intents).toMatchObject([{ outcome: null }])
})

test('a server that confirms another customer stops the run at the first one', async () => {
  const { end, ledger } = await play({ send: async (_request, send) => send().then(() => ({ kind: 'critical', reason: 'other' })) })
  expect(end).toMatchObject(stoppedBy('server-unusable'))
  expect(ledger.posts).toHaveLength(1)
})

test('a first customer that cannot be read back stops the run before the second', async () => {
  const { end, ledger } = await play({ api: () => ({ customers: () => Promise.resolve({ kind: 'answer', value: [] }) }) })
  expect(end).toMatchObject(stoppedBy('server-unusable'))
  expect(ledger.posts).toHaveLength(1)
})

test('a first customer that reads back under another id stops the run', async () => {
  const { end, ledger } = await play({ send: async (_request, send) => send().then((outcome) => (outcome.kind === 'accepted' ? { ...outcome, id: '1' } : outcome)) })
  expect(end).toMatchObject(stoppedBy('server-unusable'))
  expect(ledger.posts).toHaveLength(1)
})

test('a server that ignores the filter is found out before anything is sent', async () => {
  const stranger = { id: '1', customer: 'stranger', contractOwnerId: '1', name: null }
  const { end, ledger } = await play({ api: () => ({ customers: (_query, { number }) => Promise.resolve({ kind: 'answer', value: number === 1 ? [stranger] : [] }) }) })
  expect(end).toMatchObject(stoppedBy('server-unusable'))
  expect(ledger.posts).toEqual([])
})

test('a server that does not find a customer it lists is found out before anything is sent', async () => {
  const known = { id: '1', customer: 'K1', contractOwnerId: '1', name: null }
  const { end, ledger } = await play({ api: () => ({ customers: (query) => Promise.resolve({ kind: 'answer', value: query.accountNumbers === undefined ? [known] : [] }) }) })
  expect(end).toMatchObject(stoppedBy('server-unusable'))
  expect(ledger.posts).toEqual([])
})

test('three refusals of permission in a row stop the run', async () => {
  const { end, disk } = await play({ send: () => Promise.resolve({ kind: 'rejected', reason: 'not allowed', forbidden: true }) })
  expect(end).toMatchObject(stoppedBy('forbidden'))
  expect(disk.units.flatMap(({ intents }) => intents)).toHaveLength(3)
})

test('a portal in between stops the run after three answers, and nothing is taken for created', async () => {
  const { end, disk } = await play({ send: () => Promise.resolve({ kind: 'unclear', reason: 'a web page', overloaded: false, afterMs: null, suspectAddress: true, lookNow: false }) })
  expect(end).toMatchObject(stoppedBy('server-unusable'))
  expect(disk.units.flatMap(({ intents }) => intents)).toHaveLength(3)
  expect(disk.units.every(({ receipt }) => receipt === null)).toBe(true)
})

test('a server that is well again after ten unclear answers gets everything once', async () => {
  let sends = 0
  const { end, ledger } = await play({
    send: (_request, send) => ((sends += 1) > 4 && sends < 15 ? Promise.resolve({ kind: 'unclear', reason: '500', overloaded: true, afterMs: null, suspectAddress: false, lookNow: false }) : send()),
  })
  expect(end).toEqual({ kind: 'finished' })
  expect(ledger.customers).toHaveLength(30)
})

test('no connection for a minute stops the run, resumable', async () => {
  const down = { kind: 'unreachable', reason: 'there is no network' } as const
  let sends = 0
  const { end, ledger } = await play({ api: (api) => ({
    open: () => ((sends += 1) > 3 ? Promise.resolve(down) : api.open()),
    customers: (query, page) => (sends > 3 ? Promise.resolve(down) : api.customers(query, page)),
  }) })
  expect(end).toMatchObject(stoppedBy('no-network'))
  expect(ledger.posts).toHaveLength(3)
})

test('a server that can be read but never takes a request is given up too', async () => {
  const { end, ledger } = await play({ api: () => ({ open: () => Promise.resolve({ kind: 'unreachable', reason: 'no new connections' }) }) })
  expect(end).toMatchObject(stoppedBy('server-unusable'))
  expect(ledger.posts).toEqual([])
})
