// The loop with one thing wrong at a time: it stops with a plain reason, and with as little sent as can be.
import { expect, test } from 'vitest'
import { fail } from '#core/model/result.ts'
import { playCalm } from './calm.ts'

const stoppedBy = (code: string) => ({ kind: 'stopped', failure: { code } })

test('a full disk: what cannot be written down is not sent', async () => {
  let intents = 0
  const { end, sent } = await playCalm({ log: (log) => ({ markIntent: (intent) => ((intents += 1) > 5 ? fail('disk-full', 'full') : log.markIntent(intent)) }) })
  expect(end).toMatchObject(stoppedBy('disk-full'))
  expect(sent).toHaveLength(5)
})

test('a disk that is full after sending stops as well, and leaves the customer open', async () => {
  const { end, sent, run } = await playCalm({ log: () => ({ markOutcome: () => fail('disk-full', 'full') }) })
  expect(end).toMatchObject(stoppedBy('disk-full'))
  expect(sent).toHaveLength(1)
  expect(run.units[0]?.intents).toMatchObject([{ outcome: null }])
})

test('a server that confirms another customer stops the run at the first one', async () => {
  const { end, sent } = await playCalm({ send: async (_request, send) => send().then(() => ({ kind: 'critical', reason: 'other' })) })
  expect(end).toMatchObject(stoppedBy('server-unusable'))
  expect(sent).toHaveLength(1)
})

test('a first customer that cannot be read back stops the run before the second', async () => {
  const { end, sent } = await playCalm({ api: () => ({ customers: () => Promise.resolve({ kind: 'answer', value: [] }) }) })
  expect(end).toMatchObject(stoppedBy('server-unusable'))
  expect(sent).toHaveLength(1)
})

test('a first customer that reads back under another id stops the run', async () => {
  const { end, sent } = await playCalm({ send: async (_request, send) => send().then((outcome) => (outcome.kind === 'accepted' ? { ...outcome, id: '1' } : outcome)) })
  expect(end).toMatchObject({ kind: 'stopped', failure: { code: 'server-unusable', message: expect.stringMatching(/is there with the id \d+, and not 1\./) } })
  expect(sent).toHaveLength(1)
})

test('a first customer that is there twice stops the run, and the reason says so', async () => {
  const { end, sent } = await playCalm({ send: async (_request, send) => send().then(send) })
  expect(end).toMatchObject({ kind: 'stopped', failure: { code: 'server-unusable', message: expect.stringContaining('is there 2 times') } })
  expect(sent).toHaveLength(2)
})

test('a server that ignores the filter is found out before anything is sent', async () => {
  const stranger = { id: '1', customer: 'stranger', contractOwnerId: '1', name: null }
  const { end, sent } = await playCalm({ api: () => ({ customers: (_query, { number }) => Promise.resolve({ kind: 'answer', value: number === 1 ? [stranger] : [] }) }) })
  expect(end).toMatchObject(stoppedBy('server-unusable'))
  expect(sent).toEqual([])
})

test('a server that does not find a customer it lists is found out before anything is sent', async () => {
  const known = { id: '1', customer: 'K1', contractOwnerId: '1', name: null }
  const { end, sent } = await playCalm({ api: () => ({ customers: (query) => Promise.resolve({ kind: 'answer', value: query.accountNumbers === undefined ? [known] : [] }) }) })
  expect(end).toMatchObject(stoppedBy('server-unusable'))
  expect(sent).toEqual([])
})

test('three refusals of permission in a row stop the run', async () => {
  const { end, run } = await playCalm({ send: () => Promise.resolve({ kind: 'rejected', reason: 'not allowed', forbidden: true }) })
  expect(end).toMatchObject(stoppedBy('forbidden'))
  expect(run.units.flatMap(({ intents }) => intents)).toHaveLength(3)
})

test('a portal in between stops the run after three answers, and nothing is taken for created', async () => {
  const { end, run } = await playCalm({ send: () => Promise.resolve({ kind: 'unclear', reason: 'a web page', overloaded: false, afterMs: null, suspectAddress: true, lookNow: false }) })
  expect(end).toMatchObject(stoppedBy('server-unusable'))
  expect(run.units.flatMap(({ intents }) => intents)).toHaveLength(3)
  expect(run.units.every(({ receipt }) => receipt === null)).toBe(true)
})

test('a server that is well again after ten unclear answers gets everything once', async () => {
  let sends = 0
  const { end, server } = await playCalm({
    send: (_request, send) => ((sends += 1) > 4 && sends < 15 ? Promise.resolve({ kind: 'unclear', reason: '500', overloaded: true, afterMs: null, suspectAddress: false, lookNow: false }) : send()),
  })
  expect(end).toEqual({ kind: 'finished' })
  expect(server.ledger.customers).toHaveLength(30)
})

test('no connection for a minute stops the run, resumable', async () => {
  const down = { kind: 'unreachable', reason: 'there is no network' } as const
  let sends = 0
  const { end, sent } = await playCalm({ api: (api) => ({
    open: () => ((sends += 1) > 3 ? Promise.resolve(down) : api.open()),
    customers: (query, page) => (sends > 3 ? Promise.resolve(down) : api.customers(query, page)),
  }) })
  expect(end).toMatchObject(stoppedBy('no-network'))
  expect(sent).toHaveLength(3)
})

test('a server that can be read but never takes a request is given up too', async () => {
  const { end, sent } = await playCalm({ api: () => ({ open: () => Promise.resolve({ kind: 'unreachable', reason: 'no new connections' }) }) })
  expect(end).toMatchObject(stoppedBy('server-unusable'))
  expect(sent).toEqual([])
})

test('while a link that comes and goes has used up the repeats, the wait is told with its reason and its end', async () => {
  let opens = 0
  const { end, opened, told } = await playCalm({ api: (api) => ({ open: () => ((opens += 1) % 2 === 0 ? Promise.resolve({ kind: 'unreachable', reason: 'the link is down' }) : api.open()) }) })
  expect(end).toEqual({ kind: 'finished' })
  const stills = opened.flatMap((from, index) => {
    const until = opened[index + 1] ?? from
    return until - from > 10_000 ? [{ from, until }] : []
  })
  expect(stills.length).toBeGreaterThan(1)
  for (const { from, until } of stills) {
    // What stands on the screen in the middle of it, and nothing of it when it is over.
    const shown = told.findLast(({ at }) => at < (from + until) / 2)
    expect(shown?.progress.waiting?.reason).toBe('repeats')
    expect(Math.abs((shown?.at ?? 0) + (shown?.progress.waiting?.forMs ?? 0) - until)).toBeLessThan(1_000)
  }
  expect(told.at(-1)?.progress.waiting).toBe(null)
})
