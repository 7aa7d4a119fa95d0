import { expect, test } from 'vitest'
import type { UnitOutcome } from '#core/model/receipt.ts'
import type { Evidence, HeldCustomer, Look, ReceiptSeen, SentRequest } from './evidence.ts'
import { judge } from './judge.ts'

const S = 120_000
const customer: HeldCustomer = {
  id: '1', customer: 'A', contractOwnerId: '1', by: 'us', isAsSent: true, visibleFrom: 5,
  sites: [{ id: '2', reference: 'HQ', receivingId: null, visibleFrom: 5 }, { id: '3', reference: 'DEPOT', receivingId: '2', visibleFrom: 9 }],
}
const receipt: ReceiptSeen = { run: 'r', customer: 'A', outcome: 'created', customerId: '1', siteIds: { HQ: '2', DEPOT: '3' }, before: [] }
const first: SentRequest = { steps: ['customer:A', 'site:A/HQ'], at: 0, heardAt: 10, hadIntent: true, bodyHash: 'c', told: 'confirmed' }
const depot: SentRequest = { steps: ['site:A/DEPOT'], at: 20, heardAt: 30, hadIntent: true, bodyHash: 'd', told: 'confirmed' }
const good: Evidence = {
  wanted: [{
    run: 'r', customer: 'A', contractOwnerId: '1', sites: [{ reference: 'HQ', receivingSite: null }, { reference: 'DEPOT', receivingSite: 'HQ' }],
    bodyHashes: { 'customer:A': 'c', 'site:A/DEPOT': 'd' }, rows: [2, 3], mayEnd: [],
  }],
  held: [customer], sent: [first, depot], receipts: [receipt], settleMs: S, broken: new Set(), isFinished: true, looks: [],
  report: { rowsInFile: 2, lines: [{ row: 2, bucket: 'created' }, { row: 3, bucket: 'created' }] },
  manners: [{ requests: [{ begunAt: 0, isRetry: false }], floors: [], logins: { made: 1, failed: 0, refusedTokens: 0, livedMs: 1_000 } }],
  liveness: { calmFrom: 0, endedAt: 1_000, boundMs: 2_000 }, auditedAt: 500,
}
const wrongs = (more: Partial<Evidence>): readonly string[] => judge({ ...good, ...more }).map(({ invariant }) => invariant)
const saying = (outcome: UnitOutcome, more: Partial<ReceiptSeen> = {}): Partial<Evidence> => ({
  receipts: [{ ...receipt, outcome, ...more }], report: { rowsInFile: 2, lines: [2, 3].map((row) => ({ row, bucket: outcome })) },
})

test('a run as it should be has nothing against it', () => {
  expect(judge(good)).toEqual([])
})

test('I1: a customer or a site that is there twice', () => {
  expect(wrongs({ held: [customer, { ...customer, id: '9' }] })).toEqual(['I1'])
  expect(wrongs({ held: [{ ...customer, sites: [...customer.sites, { ...customer.sites[0]!, id: '9' }] }] })).toEqual(['I1'])
  expect(wrongs({ held: [{ ...customer, contractOwnerId: '2', id: '9' }, customer] })).toEqual([])
})

test("I1': where doubles were provoked, each that could be seen is reported", () => {
  const twice = { held: [customer, { ...customer, id: '9', visibleFrom: 100 }], broken: new Set(['late'] as const) }
  expect(wrongs(twice)).toEqual(["I1'"])
  expect(wrongs({ ...twice, ...saying('duplicate') })).toEqual([])
  expect(wrongs({ ...twice, auditedAt: 50 })).toEqual([])
})

test('I2: called created, or there already, and not there', () => {
  expect(wrongs({ held: [] })).toEqual(['I2'])
  expect(wrongs({ held: [], ...saying('existing') })).toEqual(['I3', 'I2'])
})

test('I3: everybody has one receipt, every row one line, and nobody is given up without a reason', () => {
  expect(wrongs({ receipts: [] })).toEqual(['I3'])
  expect(wrongs({ receipts: [receipt, receipt] })).toEqual(['I3'])
  expect(wrongs({ receipts: [receipt, { ...receipt, customer: 'B' }] })).toEqual(['I3'])
  expect(wrongs({ report: { rowsInFile: 3, lines: good.report!.lines } })).toEqual(['I3'])
  expect(wrongs(saying('unknown'))).toEqual(['I3'])
  const tries = [0, 1, 2].map((time): SentRequest => ({ ...depot, at: 20 + time * S, heardAt: 30 + time * S, told: 'open' }))
  expect(wrongs({ ...saying('unknown'), sent: [first, ...tries], looks: [1, 2, 3, S + 21, S + 22, S + 23].map((at) => ({ at: at + 20, step: null })) })).toEqual([])
})

test('I4 and I6: an intent on the disk first, and the frozen bytes', () => {
  expect(wrongs({ sent: [{ ...first, hadIntent: false }, depot] })).toEqual(['I4'])
  expect(wrongs({ sent: [first, { ...depot, bodyHash: 'x' }] })).toEqual(['I6'])
})

test('I5 and I7: one at a time, and none again in haste', () => {
  const lost: SentRequest = { ...depot, told: 'open' }
  expect(wrongs({ sent: [first, lost, { ...depot, at: 25 }] })).toEqual(['I5'])
  expect(wrongs({ sent: [first, lost, { ...depot, at: S }] })).toEqual(['I7'])
  expect(wrongs({ sent: [first, lost, { ...depot, at: S + 20 }] })).toEqual(['I7'])
  expect(wrongs({ sent: [first, lost, { ...depot, at: S + 20 }], looks: [30, 40, 50].map((at) => ({ at, step: 'site:A/DEPOT' })) })).toEqual([])
  // The last look and the request after it are told to the millisecond, and numbered.
  const again = { sent: [first, { ...lost, order: 1 }, { ...depot, at: S + 20, order: 5 }] }
  const looksAt = (last: number): readonly Look[] => [30, 40, S + 20].map((at, index) => ({ at, order: index === 2 ? last : index + 2, step: 'site:A/DEPOT' }))
  expect(wrongs({ ...again, looks: looksAt(4) })).toEqual([])
  expect(wrongs({ ...again, looks: looksAt(6) })).toEqual(['I7'])
  expect(wrongs({ sent: [first, { ...lost, told: 'not-applied' }, { ...depot, at: 40 }] })).toEqual([])
  // A nested site was sent with its customer.
  expect(wrongs({ sent: [first, { ...depot, steps: ['site:A/HQ'], bodyHash: null, at: 40 }] })).toEqual(['I7'])
})

test('I8: ids that lead elsewhere, an invoice at the wrong site, a no that was a yes', () => {
  expect(wrongs(saying('created', { customerId: '7' }))).toEqual(['I8'])
  expect(wrongs(saying('created', { siteIds: { HQ: '3', DEPOT: '2' } }))).toContain('I8')
  expect(wrongs({ held: [{ ...customer, sites: customer.sites.map((site) => ({ ...site, receivingId: '3' })) }] })).toEqual(['I8'])
  expect(wrongs({ held: [{ ...customer, by: 'another' }] })).toEqual(['I8'])
  expect(wrongs(saying('existing'))).toEqual(['I3', 'I8'])
  expect(wrongs(saying('rejected'))).toEqual(['I3', 'I8'])
  // A request may land later than it is promised, and then behind the last look.
  const late = { ...saying('rejected'), wanted: [{ ...good.wanted[0]!, mayEnd: ['rejected' as const] }], broken: new Set(['late'] as const) }
  expect(wrongs({ ...late, held: [{ ...customer, visibleFrom: 501 }] })).toEqual([])
  expect(wrongs({ ...late, held: [{ ...customer, visibleFrom: 499 }] })).toEqual(['I8'])
  expect(wrongs(saying('incomplete'))).toEqual(['I3', 'I8'])
  // Another run of the same customer made what was missing.
  const both = { wanted: [...good.wanted, { ...good.wanted[0]!, run: 'later' }], receipts: [{ ...receipt, outcome: 'incomplete' as const }, { ...receipt, run: 'later' }], report: { rowsInFile: 0, lines: [] } }
  expect(wrongs({ ...both, wanted: both.wanted.map((unit) => ({ ...unit, mayEnd: ['incomplete' as const] })) })).toEqual([])
  expect(wrongs(saying('duplicate'))).toEqual(['I3', 'I8'])
  expect(wrongs({ report: { rowsInFile: 2, lines: [{ row: 2, bucket: 'created' }, { row: 3, bucket: 'existing' }] } })).toEqual(['I8'])
})

test('I9: a receipt only ever gets worse', () => {
  expect(wrongs(saying('created', { before: ['unknown'] }))).toEqual(['I9'])
  expect(wrongs({ held: [customer, { ...customer, id: '9' }], broken: new Set(['late'] as const), ...saying('duplicate', { before: ['created'] }) })).toEqual([])
})

test('I10: few retries, no question into a silence asked for, few logins', () => {
  const own = good.manners![0]!
  expect(wrongs({ manners: [{ ...own, requests: Array.from({ length: 20 }, () => ({ begunAt: 0, isRetry: true })) }] })).toEqual(['I10'])
  expect(wrongs({ manners: [{ ...own, requests: [{ begunAt: 5, isRetry: false }], floors: [{ from: 1, until: 9 }] }] })).toEqual(['I10'])
  expect(wrongs({ manners: [{ ...own, logins: { made: 4, failed: 1, refusedTokens: 0, livedMs: 1_000 } }] })).toEqual(['I10'])
})

test('I12: it ends, and in time; and the first customer is looked at before the second', () => {
  expect(wrongs({ isFinished: false })).toEqual(['I12'])
  expect(wrongs({ liveness: { calmFrom: 0, endedAt: 3_000, boundMs: 2_000 } })).toEqual(['I12'])
  expect(wrongs({ held: [customer, { ...customer, id: '8', customer: 'B', isAsSent: false }, { ...customer, id: '9', customer: 'C', isAsSent: false }] })).toEqual(['canary'])
})
