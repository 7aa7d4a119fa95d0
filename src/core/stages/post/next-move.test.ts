import { expect, test } from 'vitest'
import type { UnclearOutcome } from '../../ports.ts'
import type { IntentOutcome, LoggedUnit } from '../../ports-journal.ts'
import { nextMove } from './next-move.ts'
import type { Happening, Next, UnitState } from './unit-state.ts'
import { LAST_LOOK, restoreUnit } from './unit-state.ts'
import type { SiteWork, UnitWork } from './unit-work.ts'

const site = (reference: string, more: Partial<SiteWork> = {}): SiteWork => ({ step: `site:C/${reference}`, reference, body: '{}', receivingSite: null, nested: true, ...more })
const work: UnitWork = {
  customer: 'C', customerName: 'Name', contractOwnerId: '1', customerStep: 'customer:C', customerBody: '{}',
  sites: [site('A'), site('B'), site('X', { nested: false, receivingSite: 'A' })],
}
const fresh = restore([])

function restore(intents: readonly (readonly [string, IntentOutcome | null])[], more: Partial<LoggedUnit> = {}): UnitState {
  return restoreUnit(work, {
    ordinal: 0, unit: { customer: 'C', customerName: 'Name', contractOwnerId: '1', siteReferences: [], steps: [], rows: [] },
    intents: intents.map(([step, outcome], id) => ({ id, step, outcome })), customerId: null, siteIds: {}, openElsewhere: [], isDoubtful: false, ...more,
  })
}

/** Tells the machine one thing after another; answers the last decision. */
function tell(state: UnitState, ...happenings: readonly Happening[]): Next {
  let next: Next = { state, move: { kind: 'look-up-customer' }, settled: null }
  for (const happening of happenings) next = nextMove(work, next.state, happening)
  return next
}

const begin: Happening = { kind: 'begin' }
const waited: Happening = { kind: 'waited' }
const absent: Happening = { kind: 'customer-absent' }
const found: Happening = { kind: 'customer-found', customerId: '7', same: true, times: 1 }
const unclear: UnclearOutcome = { kind: 'unclear', reason: 'reset', overloaded: false, afterMs: null, suspectAddress: false, lookNow: false }
const rejected: Happening = { kind: 'rejected', reason: 'too long', forbidden: false }
const accepted = (id: string, siteIds: Record<string, string> = {}): Happening => ({ kind: 'accepted', id, siteIds })
const sites = (siteIds: Record<string, string>, doubled: readonly string[] = []): Happening => ({ kind: 'sites-read', siteIds, doubled })
const sendCustomer = { kind: 'send', step: 'customer:C' }
const allSites = { A: '1', B: '2', X: '3' }

test('a customer is looked up before it is sent', () => {
  expect(tell(fresh, begin).move).toEqual({ kind: 'look-up-customer' })
  expect(tell(fresh, begin, absent).move).toEqual(sendCustomer)
})

test('a customer that was there before us is not touched', () => {
  const { move, state } = tell(fresh, begin, found)
  expect(move).toMatchObject({ kind: 'finish', outcome: 'existing' })
  expect(state.customerId).toBe('7')
})

test('nearly the same key, or one that cannot be looked up, is not sent', () => {
  expect(tell(fresh, begin, { kind: 'customer-doubtful', reason: 'why' }).move).toEqual({ kind: 'finish', outcome: 'not-sent', reason: 'why' })
})

test('the dependent site follows once the answer shows the sites of the first body', () => {
  const next = tell(fresh, begin, absent, accepted('7', { A: '1', B: '2' }))
  expect(next.move).toEqual({ kind: 'send', step: 'site:C/X' })
  expect(tell(next.state, accepted('3')).move).toEqual({ kind: 'finish', outcome: 'created', reason: null })
})

test('sites missing in the answer are looked for over the whole window before they are sent again', () => {
  const next = tell(fresh, begin, absent, accepted('7', { A: '1' }))
  expect(next.move).toEqual({ kind: 'look-up-sites' })
  expect(tell(next.state, sites({ A: '1' })).move).toEqual({ kind: 'settle', part: 0.125 })
  const last = tell(next.state, sites({ A: '1' }), waited, sites({ A: '1' }), waited, sites({ A: '1' }), waited, sites({ A: '1' }))
  expect(last.move).toEqual({ kind: 'send', step: 'site:C/B' })
})

test('an unclear create is parked, read three times, the last time after the window, and only then sent again', () => {
  const parked = tell(fresh, begin, absent, unclear)
  expect(parked.move).toEqual({ kind: 'settle', part: 0.125 })
  expect(tell(parked.state, waited).move).toEqual({ kind: 'look-up-customer' })
  expect(tell(parked.state, waited, absent).move).toEqual({ kind: 'settle', part: 0.5 })
  expect(tell(parked.state, waited, absent, waited, absent).move).toEqual({ kind: 'settle', part: 1 })
  const again = tell(parked.state, waited, absent, waited, absent, waited, absent)
  expect(again.move).toEqual(sendCustomer)
  expect(again.settled).toEqual({ step: 'customer:C', outcome: 'absent' })
})

test('an unclear create that is found is ours, and its sites are read', () => {
  const next = tell(fresh, begin, absent, unclear, waited, found)
  expect(next.move).toEqual({ kind: 'look-up-sites' })
  expect(next.settled).toEqual({ step: 'customer:C', outcome: 'found' })
  expect(tell(next.state, sites(allSites)).move).toMatchObject({ kind: 'finish', outcome: 'created' })
})

test('after three sends without a clear answer it stays unknown, and is not sent a fourth time', () => {
  const state = { ...fresh, sent: new Map([['customer:C', 3]]), phase: { kind: 'settling', step: 'customer:C', looks: LAST_LOOK, refusal: null } } as const
  expect(tell(state, absent).move).toMatchObject({ kind: 'finish', outcome: 'unknown' })
  expect(tell({ ...state, sent: new Map([['customer:C', 2]]) }, absent).move).toEqual(sendCustomer)
})

test('found with another name, or more than once, after an unclear create is for people to judge', () => {
  const parked = tell(fresh, begin, absent, unclear).state
  expect(tell(parked, waited, { ...found, same: false } as Happening).move).toMatchObject({ kind: 'finish', outcome: 'unknown' })
  expect(tell(parked, waited, { ...found, times: 2 } as Happening).move).toMatchObject({ kind: 'finish', outcome: 'duplicate' })
})

test('a refusal is believed when the customer is not there', () => {
  const next = tell(fresh, begin, absent, rejected)
  expect(next.move).toEqual({ kind: 'look-up-customer' })
  expect(tell(next.state, absent).move).toEqual({ kind: 'finish', outcome: 'rejected', reason: 'too long' })
})

test('a refusal is not believed when the customer is there with our sites', () => {
  const next = tell(fresh, begin, absent, rejected, found)
  expect(tell(next.state, sites({ A: '1', B: '2' })).move).toEqual({ kind: 'send', step: 'site:C/X' })
})

test('refused, and a customer of others appeared: unknown', () => {
  const looks = [sites({}), waited, sites({}), waited, sites({}), waited, sites({})] as const
  expect(tell(fresh, begin, absent, rejected, found, ...looks).move).toMatchObject({ kind: 'finish', outcome: 'unknown' })
})

test('a refusal after an unclear attempt waits for the window: the attempt may still arrive', () => {
  const resent = tell(fresh, begin, absent, unclear, waited, absent, waited, absent, waited, absent)
  const next = tell(resent.state, rejected, absent)
  expect(next.move).toEqual({ kind: 'settle', part: 0.125 })
  expect(tell(next.state, waited, absent, waited, absent, waited, absent).move).toMatchObject({ kind: 'finish', outcome: 'rejected' })
})

test('surely not applied: back off, look once more, send again', () => {
  for (const outcome of [{ kind: 'throttled', afterMs: null }, { kind: 'not-applied', reason: '' }, { kind: 'unreachable', reason: '' }, { kind: 'unauthorised', reason: '', final: false }] as const) {
    const next = tell(fresh, begin, absent, outcome)
    expect(next.move).toEqual({ kind: 'back-off', outcome, attempt: 0 })
    expect(next.state.sent).toEqual(new Map())
    expect(tell(next.state, waited).move).toEqual({ kind: 'look-up-customer' })
    expect(tell(next.state, waited, absent, outcome).move).toMatchObject({ attempt: 1 })
  }
})

test('a token refused for good, or again and again, stops the run', () => {
  const refused = { kind: 'unauthorised', reason: 'no', final: false } as const
  expect(tell(fresh, begin, absent, { ...refused, final: true }).move).toEqual({ kind: 'stop', code: 'not-authorised', reason: 'no' })
  expect(tell({ ...fresh, setbacks: 3, phase: { kind: 'sending', step: 'customer:C' } }, refused).move).toMatchObject({ kind: 'stop' })
  expect(tell({ ...fresh, setbacks: 2, phase: { kind: 'sending', step: 'customer:C' } }, refused).move).toMatchObject({ kind: 'back-off' })
})

test('the server speaking of another customer stops the run', () => {
  expect(tell(fresh, begin, absent, { kind: 'critical', reason: 'other' }).move).toEqual({ kind: 'stop', code: 'server-unusable', reason: 'other' })
})

test('a conflict is looked into at once', () => {
  expect(tell(fresh, begin, absent, { ...unclear, lookNow: true }).move).toEqual({ kind: 'look-up-customer' })
})

test('an unclear site is looked for by its reference, and sent again only after the window', () => {
  const state = tell(fresh, begin, absent, accepted('7', { A: '1', B: '2' }), unclear).state
  expect(tell(state, waited).move).toEqual({ kind: 'look-up-sites' })
  expect(tell(state, waited, sites(allSites))).toMatchObject({ move: { kind: 'finish', outcome: 'created' }, settled: { step: 'site:C/X', outcome: 'found' } })
  const without = sites({ A: '1', B: '2' })
  expect(tell(state, waited, without, waited, without, waited, without)).toMatchObject({ move: { kind: 'send', step: 'site:C/X' }, settled: { outcome: 'absent' } })
})

test('a refused site makes the customer incomplete, and names the site and the reason', () => {
  const next = tell(fresh, begin, absent, accepted('7', { A: '1', B: '2' }), rejected, sites({ A: '1', B: '2' }))
  expect(next.move).toEqual({ kind: 'finish', outcome: 'incomplete', reason: 'Site X: too long' })
})

test('a site whose receiving site is missing is not sent', () => {
  const lonely = { ...work, sites: [site('A'), site('X', { nested: false, receivingSite: 'Z' })] }
  const state = { ...fresh, phase: { kind: 'sending', step: 'customer:C' } } as const
  expect(nextMove(lonely, state, accepted('7', { A: '1' })).move).toMatchObject({ kind: 'finish', outcome: 'incomplete' })
})

test('a site the server lists twice is for people to judge', () => {
  expect(tell(restore([], { customerId: '7', siteIds: { A: '1', B: '2' } }), begin, sites(allSites, ['A'])).move).toMatchObject({ kind: 'finish', outcome: 'duplicate' })
})

test('a site called like a member of every object is not taken for there', () => {
  const odd = { ...work, sites: [site('constructor')] }
  const state = { ...fresh, phase: { kind: 'sending', step: 'customer:C' } } as const
  expect(nextMove(odd, state, accepted('7')).move).toEqual({ kind: 'look-up-sites' })
})

test('after a kill: an intent without outcome, or with an unclear one, is parked before anything else', () => {
  const moves = ([null, 'unclear', 'critical'] as const).map((outcome) => tell(restore([['customer:C', outcome]]), begin).move)
  expect(moves).toEqual(moves.map(() => ({ kind: 'settle', part: 0.125 })))
})

test('after a kill: what is settled is not parked again', () => {
  expect(tell(restore([['customer:C', 'absent']]), begin).move).toEqual({ kind: 'look-up-customer' })
  expect(tell(restore([['customer:C', 'throttled']]), begin, found).move).toMatchObject({ outcome: 'existing' })
  expect(tell(restore([['customer:C', 'absent']]), begin, found).move).toEqual({ kind: 'look-up-sites' })
})

test('after a kill: a customer of ours goes on with its sites, read first', () => {
  const state = restore([['customer:C', 'accepted']], { customerId: '7', siteIds: { A: '1', B: '2' } })
  expect(tell(state, begin).move).toEqual({ kind: 'look-up-sites' })
  expect(tell(state, begin, sites({ A: '1', B: '2' })).move).toEqual({ kind: 'send', step: 'site:C/X' })
  expect(tell(state, begin, sites(allSites)).move).toMatchObject({ outcome: 'created' })
})

test('sent by another run and never settled: looked for at once and waited for, then taken for existing or sent', () => {
  const state = restore([], { openElsewhere: ['customer:C'] })
  expect(tell(state, begin).move).toEqual({ kind: 'look-up-customer' })
  expect(tell(state, begin, found).move).toMatchObject({ outcome: 'existing' })
  expect(tell(state, begin, absent).move).toEqual({ kind: 'settle', part: 0.125 })
  expect(tell(state, begin, absent, waited, absent, waited, absent, waited, absent).move).toEqual(sendCustomer)
})

test('a site that another run sent and never settled is waited for through a whole window before it is sent', () => {
  const ours = { customerId: '7', siteIds: { A: '1', B: '2' } }
  const state = restore([['customer:C', 'accepted']], { ...ours, openElsewhere: ['site:C/X'] })
  const parted = [begin, sites({ A: '1', B: '2' })] as const
  expect(tell(state, ...parted).move).toEqual({ kind: 'settle', part: 0.125 })
  expect(tell(state, ...parted, waited, sites(allSites)).move).toMatchObject({ outcome: 'created' })
  const missing = [waited, sites({ A: '1', B: '2' })] as const
  expect(tell(state, ...parted, ...missing, ...missing).move).toEqual({ kind: 'settle', part: 1 })
  expect(tell(state, ...parted, ...missing, ...missing, ...missing).move).toEqual({ kind: 'send', step: 'site:C/X' })
})

test('in a journal that was set back each site is waited for, whoever may have sent it', () => {
  const state = restore([['customer:C', 'accepted']], { customerId: '7', siteIds: { A: '1', B: '2' }, isDoubtful: true })
  expect(tell(state, begin, sites({ A: '1', B: '2' })).move).toEqual({ kind: 'settle', part: 0.125 })
})

test('a refusal that was noted before a kill is looked into, and a customer found then is ours', () => {
  const after = restore([['customer:C', 'rejected']])
  expect(tell(after, begin).move).toEqual({ kind: 'settle', part: 0.125 })
  expect(tell(after, begin, waited, found).settled).toEqual({ step: 'customer:C', outcome: 'found' })
  expect(tell(after, begin, waited, found, sites({ A: '1', B: '2' })).move).toEqual({ kind: 'send', step: 'site:C/X' })
  expect(tell(after, begin, waited, absent, waited, absent, waited, absent).move).toMatchObject({ kind: 'finish', outcome: 'rejected' })
})

test('a refused site that was noted before a kill is looked into before it is sent again', () => {
  const after = restore([['customer:C', 'accepted'], ['site:C/X', 'rejected']], { customerId: '7', siteIds: { A: '1', B: '2' } })
  expect(tell(after, begin).move).toEqual({ kind: 'settle', part: 0.125 })
  expect(tell(after, begin, waited, sites(allSites)).settled).toEqual({ step: 'site:C/X', outcome: 'found' })
})

test('two sites without an answer when the process ended: the second is looked for through its own window, though the first was found', () => {
  const two: UnitWork = { ...work, sites: [...work.sites, site('Y', { nested: false })] }
  const logged: LoggedUnit = {
    ordinal: 0, unit: { customer: 'C', customerName: 'Name', contractOwnerId: '1', siteReferences: [], steps: [], rows: [] }, customerId: '7', siteIds: { A: '1', B: '2' }, openElsewhere: [], isDoubtful: false,
    intents: [{ id: 1, step: 'customer:C', outcome: 'accepted' }, { id: 2, step: 'site:C/X', outcome: 'unclear' }, { id: 3, step: 'site:C/Y', outcome: null }],
  }
  const play = (...happenings: readonly Happening[]): Next => happenings.reduce<Next>((next, happening) => nextMove(two, next.state, happening), { state: restoreUnit(two, logged), move: { kind: 'look-up-customer' }, settled: null })
  const early = [begin, waited, sites({ A: '1', B: '2' }), waited, sites(allSites)]
  expect(play(...early)).toMatchObject({ move: { kind: 'settle', part: 0.125 }, settled: { step: 'site:C/X', outcome: 'found' } })
  expect(play(...early, waited, sites(allSites), waited, sites(allSites)).move).toEqual({ kind: 'settle', part: 1 })
  expect(play(...early, waited, sites(allSites), waited, sites(allSites), waited, sites(allSites))).toMatchObject({ move: { kind: 'send', step: 'site:C/Y' }, settled: { step: 'site:C/Y', outcome: 'absent' } })
})

test('a site that was refused before another one was sent is not sent again after a restart', () => {
  const two: UnitWork = { ...work, sites: [...work.sites, site('Y', { nested: false })] }
  const logged: LoggedUnit = {
    ordinal: 0, unit: { customer: 'C', customerName: 'Name', contractOwnerId: '1', siteReferences: [], steps: [], rows: [] }, customerId: '7', siteIds: { A: '1', B: '2' }, openElsewhere: [], isDoubtful: false,
    intents: [{ id: 1, step: 'customer:C', outcome: 'accepted' }, { id: 2, step: 'site:C/X', outcome: 'rejected', note: 'too long' }, { id: 3, step: 'site:C/Y', outcome: null }],
  }
  const after = restoreUnit(two, logged)
  const seen = [begin, waited, sites({ A: '1', B: '2', Y: '4' })].reduce<Next>((next, happening) => nextMove(two, next.state, happening), { state: after, move: { kind: 'look-up-customer' }, settled: null })
  expect(seen.move).toEqual({ kind: 'finish', outcome: 'incomplete', reason: 'Site X: too long' })
})
