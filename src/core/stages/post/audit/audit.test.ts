import { expect, test } from 'vitest'
import { ok } from '../../../model/result.ts'
import type { Api, CustomerSeen, SiteSeen } from '../../../ports.ts'
import type { AuditSummary, EndedUnit } from '../../../ports-journal.ts'
import type { Job } from '../job.ts'
import { auditRun } from './index.ts'

const unit = (ordinal: number, customer: string, more: Partial<EndedUnit['receipt']> = {}): EndedUnit => ({
  ordinal, customerName: 'Name', contractOwnerId: '1', siteReferences: ['HQ'],
  receipt: { customer, outcome: 'created', customerId: String(100 + ordinal), siteIds: { HQ: String(200 + ordinal) }, reason: null, attempts: 1, ...more },
})
const seen = (id: string, customer: string): CustomerSeen => ({ id, customer, contractOwnerId: '1', name: 'Name' })
const site = (id: string, customerId: string, reference = 'HQ'): SiteSeen => ({ id, customerId, reference })

interface There {
  readonly units: readonly EndedUnit[]
  readonly customers: readonly CustomerSeen[]
  readonly sites: readonly SiteSeen[]
  /** False: the server refuses to list by date. */
  readonly lists?: boolean
  readonly time?: string | null
}

async function audit({ units, customers, sites, lists = true, time = '2026-03-01T10:00:00Z' }: There) {
  const marked: Record<string, string> = {}
  const reasons: Record<string, string | null> = {}
  const asked: unknown[] = []
  const page = <Item>(items: readonly Item[], { number, size }: { readonly number: number; readonly size: number }) =>
    Promise.resolve({ kind: 'answer' as const, value: items.slice((number - 1) * size, number * size) })
  const refused = Promise.resolve({ kind: 'refused' as const, status: 'bad-request' as const, reason: 'createdDate' })
  const api: Partial<Api> = {
    serverTime: () => time,
    customers: (query, at) => {
      asked.push(query)
      if (query.createdAfter !== undefined && !lists) return refused
      return page(query.accountNumbers === undefined ? customers : customers.filter(({ customer }) => query.accountNumbers?.includes(customer)), at)
    },
    sites: (query, at) => {
      if (query.createdAfter !== undefined && !lists) return refused
      return page(query.customerId === undefined ? sites : sites.filter(({ customerId }) => customerId === query.customerId), at)
    },
  }
  const nothing = (): void => undefined
  const clock = { now: () => 0, after: () => nothing }
  const job = {
    api, clock, failure: () => null, lastSentAt: () => 0, settle: { ms: () => 0, noteLag: nothing }, changed: () => Promise.resolve(),
    log: {
      run: { serverStartedAt: null }, ended: (from: number, most: number) => ok(units.filter(({ ordinal }) => ordinal >= from).slice(0, most)),
      markAudit: (_ordinal: number, { customer, outcome, reason }: EndedUnit['receipt']) => {
        marked[customer] = outcome
        reasons[customer] = reason
        return ok(null)
      },
    },
    tally: { setWaiting: nothing, noteAudited: nothing, recount: nothing },
    reader: {
      api, clock, random: () => 0.5, halted: () => false, onWait: nothing, settleMs: () => 120_000,
      pacer: { turn: () => Promise.resolve({ done: nothing }), hold: nothing },
      patience: { noteContact: nothing, noteProgress: nothing, noteUnreachable: () => null, noteTrouble: () => null },
    },
  } as unknown as Job
  const result = await auditRun(job)
  if (!result.ok) throw new Error(result.failure.message)
  return { summary: result.value satisfies AuditSummary, marked, reasons, asked }
}

test('everything there once: nothing changes', async () => {
  const { summary, marked, asked } = await audit({ units: [unit(0, 'A'), unit(1, 'B')], customers: [seen('100', 'A'), seen('101', 'B')], sites: [site('200', '100'), site('201', '101')] })
  expect(summary).toEqual({ customers: 2, doubles: 0, missing: 0, listUnread: null })
  expect(marked).toEqual({})
  // A day of margin before the server's own time.
  expect(asked).toContainEqual({ createdAfter: '2026-02-28T00:00:00Z' })
})

test('a key that is there twice is called double', async () => {
  const { summary, marked } = await audit({ units: [unit(0, 'A'), unit(1, 'B')], customers: [seen('100', 'A'), seen('150', 'A'), seen('101', 'B')], sites: [site('200', '100'), site('201', '101')] })
  expect(marked).toEqual({ A: 'duplicate' })
  expect(summary).toMatchObject({ doubles: 1, missing: 0 })
})

test('a second one under a changed key is found by the list of what is new', async () => {
  const { marked } = await audit({ units: [unit(0, 'ACC1')], customers: [seen('100', 'ACC1'), seen('150', ' acc1')], sites: [site('200', '100')] })
  expect(marked).toEqual({ ACC1: 'duplicate' })
})

test('one that was stored under another key is named with that key, known by its id', async () => {
  const there = { units: [unit(0, '01 Fate'), unit(1, 'B')], customers: [seen('100', '01Fate'), seen('101', 'quite other')], sites: [site('200', '100'), site('201', '101')] }
  const { marked, reasons, summary } = await audit(there)
  expect(marked).toEqual({ '01 Fate': 'unknown', B: 'unknown' })
  expect(reasons).toMatchObject({ '01 Fate': expect.stringContaining('confirmed it as 100, but stored it under account number "01Fate" instead of "01 Fate"'), B: expect.stringContaining('"quite other" instead of "B"') })
  expect(summary).toMatchObject({ doubles: 0, missing: 2, listUnread: null })
  // And once more under the right one: two are worse than a wrong name.
  const twice = await audit({ ...there, customers: [...there.customers, seen('150', '01 fate')] })
  expect(twice.marked).toEqual({ '01 Fate': 'duplicate', B: 'unknown' })
})

test('a site that was stored under another reference is named with that', async () => {
  const { marked, reasons } = await audit({ units: [unit(0, 'A')], customers: [seen('100', 'A')], sites: [site('200', '100', 'hq')] })
  expect(marked).toEqual({ A: 'unknown' })
  expect(reasons['A']).toContain('HQ (stored as "hq" instead)')
})

test('a customer that was confirmed and is not there, or is there under another number, is no created one', async () => {
  const { summary, marked } = await audit({ units: [unit(0, 'A'), unit(1, 'B')], customers: [seen('150', 'B')], sites: [] })
  expect(marked).toMatchObject({ A: 'unknown' })
  expect(marked['B']).not.toBe(undefined)
  expect(summary.doubles + summary.missing).toBe(2)
})

test('a refusal that was applied all the same is told', async () => {
  const { marked } = await audit({ units: [unit(0, 'A', { outcome: 'rejected', customerId: null, siteIds: {}, reason: 'bad' })], customers: [seen('150', 'A')], sites: [] })
  expect(marked).toEqual({ A: 'unknown' })
})

test('a customer whose fate nobody knew, and that came twice, is double', async () => {
  const lost = unit(0, 'A', { outcome: 'unknown', customerId: null, siteIds: {}, reason: 'no clear answer' })
  const { marked, reasons } = await audit({ units: [lost], customers: [seen('150', 'a'), seen('151', ' A')], sites: [] })
  expect(marked).toEqual({ A: 'duplicate' })
  expect(reasons['A']).toContain('has it as 150, and again as 151')
  expect((await audit({ units: [lost], customers: [seen('150', 'a')], sites: [] })).reasons['A']).toContain('as 150, created since')
})

test('a site that is there twice makes its customer double, one that is gone makes it unknown', async () => {
  const { marked } = await audit({ units: [unit(0, 'A'), unit(1, 'B')], customers: [seen('100', 'A'), seen('101', 'B')], sites: [site('200', '100'), site('250', '100')] })
  expect(marked).toEqual({ A: 'duplicate', B: 'unknown' })
})

test('a server without the list of what is new is asked customer by customer, and it is said', async () => {
  const { summary, marked } = await audit({ units: [unit(0, 'A'), unit(1, 'B')], customers: [seen('100', 'A'), seen('101', 'B')], sites: [site('200', '100'), site('201', '101'), site('251', '101')], lists: false })
  expect(summary.listUnread).toContain('does not list')
  expect(marked).toEqual({ B: 'duplicate' })
  expect((await audit({ units: [unit(0, 'A')], customers: [seen('100', 'A')], sites: [site('200', '100')], time: null })).summary.listUnread).toContain('time')
})

test('a site that was refused and came all the same makes its customer one to look at', async () => {
  const refused = unit(0, 'A', { outcome: 'incomplete', siteIds: {}, reason: 'Site HQ: too long' })
  expect((await audit({ units: [refused], customers: [seen('100', 'A')], sites: [site('200', '100')] })).marked).toEqual({ A: 'unknown' })
  expect((await audit({ units: [refused], customers: [seen('100', 'A')], sites: [] })).marked).toEqual({})
})

test('what was called double stays so, and counts', async () => {
  const { summary, marked } = await audit({ units: [unit(0, 'A', { outcome: 'duplicate', reason: 'twice' })], customers: [seen('100', 'A')], sites: [site('200', '100')] })
  expect(summary.doubles).toBe(1)
  expect(marked).toEqual({})
})

test('nothing was sent: nothing is asked', async () => {
  expect((await audit({ units: [], customers: [], sites: [] })).asked).toEqual([])
})
