import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Plan, PlanUnit } from '#core/model/plan.ts'
import type { UnitReceipt } from '#core/model/receipt.ts'
import type { Result } from '#core/model/result.ts'
import type { RunMeta } from '#core/ports-journal.ts'
import { memoryFolder } from '../../../test/support/memory-folder.ts'
import { journalFailure } from './failures.ts'
import { migrations } from './migrations.ts'
import { openJournal } from './open-journal.ts'

let folder: string
const realTmp = process.env['TMPDIR']
beforeEach(() => {
  folder = mkdtempSync(join(memoryFolder, 'onboarder-journal-'))
  // The machine's locks too are this test's own: the same target is held in other tests at the same time.
  process.env['TMPDIR'] = folder
})
afterEach(() => {
  if (realTmp === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = realTmp
  rmSync(folder, { recursive: true, force: true })
})

const unit = (customer: string): PlanUnit => ({
  customer, customerName: 'Secret Name', contractOwnerId: '1', siteReferences: ['S'], rows: [{ table: 0, row: 2 }],
  steps: [{ key: `customer:${customer}`, kind: 'create-customer', path: '/customers', body: '{"customerName":"Secret Name"}', receivingSite: null }],
})
const plan = (...customers: readonly string[]): Plan => ({ hash: 'h', units: customers.map(unit), counts: { createCustomer: customers.length, createSite: 0, customers: customers.length, sites: 0, contacts: 0 } })
const meta: RunMeta = {
  fileName: 'a.csv', fileSha256: 'f', baseUrl: 'https://a', brand: 'b', username: 'u', practice: false, pace: { requestsPerSecond: 2.5, lanes: 3 }, reportSource: ['{"x":1}', '{"y":2}'],
}
const receipt = (customer: string, more: Partial<UnitReceipt> = {}): UnitReceipt => ({ customer, outcome: 'created', customerId: '7', siteIds: { S: '8' }, reason: null, attempts: 1, ...more })

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

test('a run is kept with all that was frozen, and read again by another process', () => {
  const journal = must(openJournal(folder))
  const { id } = must(journal.createRun(plan('A', 'B'), meta))
  journal.close()
  const again = must(openJournal(folder))
  const { reportSource, ...rest } = meta
  expect(must(again.run(id))).toMatchObject({ ...rest, id, planHash: 'h', state: 'open', customers: 2, finishedAt: null })
  expect([...must(again.reportSource(id))]).toEqual(reportSource)
  expect(must(again.runs())).toHaveLength(1)
  expect(must(must(again.hold(id)).unit(1))).toEqual({ ordinal: 1, unit: unit('B'), intents: [], customerId: null, siteIds: {}, openElsewhere: [], isDoubtful: false })
  expect(again.run('nope')).toMatchObject({ ok: false, failure: { code: 'no-such-run' } })
})

test('intents, outcomes, ids and receipts are told as they were written', () => {
  const journal = must(openJournal(folder))
  const { id } = must(journal.createRun(plan('A', 'B', 'C'), meta))
  const log = must(journal.hold(id))
  const first = must(log.markIntent({ ordinal: 0, step: 'customer:A', bodyHash: 'x' }))
  const second = must(log.markIntent({ ordinal: 1, step: 'customer:B', bodyHash: 'x' }))
  expect(must(log.unit(0)).intents).toEqual([{ id: first, step: 'customer:A', outcome: null, note: null }])
  must(log.markOutcome({ id: first, ordinal: 0, outcome: 'accepted', note: null }, { customerId: '9007199254740993', siteIds: { S: '8' } }, null))
  must(log.markOutcome({ id: second, ordinal: 1, outcome: 'unclear', note: 'reset' }, null, null))
  expect(must(log.unit(0))).toMatchObject({ customerId: '9007199254740993', siteIds: { S: '8' } })
  expect(must(journal.receipts(id)).map(({ outcome }) => outcome)).toEqual(['incomplete', 'unknown', 'not-sent'])
  must(log.markReceipt(0, receipt('A')))
  expect(must(log.pending())).toEqual([1, 2])
  expect(must(journal.receipts(id))[0]).toEqual(receipt('A'))
  expect(must(journal.run(id)).counts).toMatchObject({ created: 1, unknown: 0, 'not-sent': 0 })
})

test('the outcome that a customer ends with and its receipt are written in one step, or neither is', () => {
  const journal = must(openJournal(folder))
  const { id } = must(journal.createRun(plan('A', 'B'), meta))
  const log = must(journal.hold(id))
  const [first = 0, second = 0] = [0, 1].map((ordinal) => must(log.markIntent({ ordinal, step: `customer:${ordinal}`, bodyHash: 'x' })))
  const learned = { customerId: '7', siteIds: {} }
  must(log.markOutcome({ id: first, ordinal: 0, outcome: 'accepted', note: null }, learned, receipt('A')))
  expect(must(log.pending())).toEqual([1])
  expect(must(journal.receipts(id))[0]).toEqual(receipt('A'))
  // The receipt of a customer that has one already is refused, and the outcome with it.
  must(log.markOutcome({ id: second, ordinal: 0, outcome: 'accepted', note: null }, learned, receipt('A')))
  expect(() => log.pending()).toThrow('0 were')
  expect(must(log.unit(1))).toMatchObject({ customerId: null, intents: [{ id: second, outcome: null }] })
})

test('a receipt cannot be changed, and nothing is sent after it', () => {
  const journal = must(openJournal(folder))
  const log = must(journal.hold(must(journal.createRun(plan('A'), meta)).id))
  must(log.markReceipt(0, receipt('A')))
  expect(() => log.markReceipt(0, receipt('A'))).toThrow('0 were')
  expect(log.markIntent({ ordinal: 0, step: 'customer:A', bodyHash: 'x' })).toMatchObject({ ok: false, failure: { code: 'journal-unusable' } })
})

test('a customer left open by another run on the same target is known, on another target not', () => {
  const journal = must(openJournal(folder))
  const one = must(journal.hold(must(journal.createRun(plan('A'), meta)).id))
  const intent = must(one.markIntent({ ordinal: 0, step: 'customer:A', bodyHash: 'x' }))
  one.release()
  const two = must(journal.createRun(plan('A'), meta)).id
  const other = must(journal.createRun(plan('A'), { ...meta, brand: 'other' })).id
  const log = must(journal.hold(two))
  expect(must(log.unit(0)).openElsewhere).toEqual(['customer:A'])
  expect(must(must(journal.hold(other)).unit(0)).openElsewhere).toEqual([])
  must(one.markOutcome({ id: intent, ordinal: 0, outcome: 'absent', note: null }, null, null))
  must(one.pending())
  expect(must(log.unit(0)).openElsewhere).toEqual([])
  // Created, and a read may not show it yet: until that run has ended with its own look.
  must(one.markOutcome({ id: intent, ordinal: 0, outcome: 'accepted', note: null }, { customerId: '7', siteIds: {} }, null))
  must(one.pending())
  expect(must(log.unit(0)).openElsewhere).toEqual(['customer:A'])
  // Refused: the server may have done it all the same.
  must(one.markOutcome({ id: intent, ordinal: 0, outcome: 'rejected', note: 'no' }, null, { ...receipt('A'), outcome: 'rejected' }))
  must(one.pending())
  expect(must(log.unit(0)).openElsewhere).toEqual(['customer:A'])
})

test('a run that was given up without a look at the server leaves its requests open to others, one that has looked does not', () => {
  const journal = must(openJournal(folder))
  for (const [audit, open] of [[null, ['customer:A']], [{ customers: 1, doubles: 0, missing: 0, listUnread: null }, []]] as const) {
    const one = must(journal.hold(must(journal.createRun(plan('A'), meta)).id))
    const intent = must(one.markIntent({ ordinal: 0, step: 'customer:A', bodyHash: 'x' }))
    must(one.markOutcome({ id: intent, ordinal: 0, outcome: 'accepted', note: null }, null, receipt('A')))
    must(one.finish(audit, { code: 'stopped', message: 'Cancelled.' }))
    one.release()
    const next = must(journal.createRun(plan('A'), meta)).id
    const log = must(journal.hold(next))
    expect(must(log.unit(0)).openElsewhere).toEqual(open)
    must(log.markReceipt(0, receipt('A')))
    must(log.finish(null))
    log.release()
    must(journal.forget(one.run.id))
  }
})

test('when the run is finished the customers are gone from the disk, receipts and report source stay', () => {
  const journal = must(openJournal(folder))
  const { id } = must(journal.createRun(plan('A'), meta))
  const log = must(journal.hold(id))
  must(log.markReceipt(0, receipt('A')))
  expect(readFileSync(join(folder, 'journal.sqlite-wal')).includes('Secret Name')).toBe(true)
  must(log.finish(null))
  log.release()
  const holding = ['journal.sqlite', 'journal.sqlite-wal'].filter((file) => readFileSync(join(folder, file)).includes('Secret Name'))
  expect(holding).toEqual([])
  expect(must(journal.receipts(id))).toEqual([receipt('A')])
  expect([...must(journal.reportSource(id))]).toEqual(meta.reportSource)
  expect(must(journal.run(id))).toMatchObject({ state: 'finished' })
  expect(journal.hold(id)).toMatchObject({ ok: false, failure: { code: 'nothing-to-send' } })
})

test('a stopped run says why, and is open again when it is held', () => {
  const journal = must(openJournal(folder))
  const { id } = must(journal.createRun(plan('A'), meta))
  const log = must(journal.hold(id))
  must(log.stop({ code: 'no-network', message: 'gone' }))
  log.release()
  expect(must(journal.run(id))).toMatchObject({ state: 'stopped', failure: { code: 'no-network', message: 'gone' } })
  must(journal.hold(id))
  expect(must(journal.run(id))).toMatchObject({ state: 'open', failure: null })
})

test('an empty plan is no run', () => {
  expect(must(openJournal(folder)).createRun(plan(), meta)).toMatchObject({ ok: false, failure: { code: 'nothing-to-send' } })
})

test('only the owner can read the file', () => {
  must(openJournal(folder)).close()
  expect(statSync(join(folder, 'journal.sqlite')).mode & 0o777).toBe(0o600)
})

test('the database of another program is left alone, with a sentence', () => {
  const foreign = new DatabaseSync(join(folder, 'journal.sqlite'))
  foreign.exec('CREATE TABLE t (x); PRAGMA application_id = 7; PRAGMA user_version = 3')
  foreign.close()
  expect(openJournal(folder)).toMatchObject({ ok: false, failure: { message: expect.stringContaining('another program') as unknown } })
})

test('a journal of a newer version is not touched', () => {
  must(openJournal(folder)).close()
  const newer = new DatabaseSync(join(folder, 'journal.sqlite'))
  newer.exec('PRAGMA user_version = 99')
  newer.close()
  expect(openJournal(folder)).toMatchObject({ ok: false, failure: { message: expect.stringContaining('newer') as unknown } })
})

test('a full disk is told apart from a broken one, and a bug from both', () => {
  const withCode = (more: object) => Object.assign(new Error('x'), { code: 'ERR_SQLITE_ERROR' }, more)
  for (const error of [withCode({ errcode: 13 }), withCode({ errcode: 10, systemErrno: 28 }), Object.assign(new Error('x'), { code: 'ENOSPC' })]) {
    expect(journalFailure(error)).toMatchObject({ failure: { code: 'disk-full' } })
  }
  expect(journalFailure(withCode({ errcode: 10 }))).toMatchObject({ failure: { code: 'journal-unusable' } })
  expect(() => journalFailure(new TypeError('bug'))).toThrow('bug')
})

test('a journal of the first version is brought up to date, and what a report needs is still there', () => {
  const before = new DatabaseSync(join(folder, 'journal.sqlite'))
  before.exec(`${migrations[0] ?? ''}; PRAGMA application_id = ${0x454c4f4e}; PRAGMA user_version = 1`)
  before.prepare(`INSERT INTO runs (id, created_at, state, plan_hash, file_name, file_sha256, base_url, brand, username, practice, requests_per_second, lanes, customers, report_source)
    VALUES ('old', '2026-01-01T00:00:00Z', 'open', 'h', 'a.csv', 'f', 'https://a', 'b', 'u', 0, 2, 1, 1, '{"version":1}')`).run()
  before.close()
  const journal = must(openJournal(folder))
  expect([...must(journal.reportSource('old'))]).toEqual(['{"version":1}'])
  expect(must(journal.run('old'))).toMatchObject({ fileName: 'a.csv', state: 'open' })
  journal.close()
})

test('who sends a run is known while the process holds it, and only of that run', () => {
  const journal = must(openJournal(folder, 'window'))
  const one = must(journal.createRun(plan('A'), meta)).id
  const two = must(journal.createRun(plan('B'), meta)).id
  expect(must(journal.holder(one))).toBeNull()
  const log = must(journal.hold(one))
  const onlooker = must(openJournal(folder))
  expect(must(onlooker.holder(one))).toMatchObject({ shell: 'window', pid: process.pid })
  expect(must(onlooker.holder(two))).toBeNull()
  log.release()
  expect(must(onlooker.holder(one))).toBeNull()
})

test('a holder that died is none, also when another run of the target is held', () => {
  const journal = must(openJournal(folder))
  const one = must(journal.createRun(plan('A'), meta)).id
  const two = must(journal.createRun(plan('B'), meta)).id
  must(journal.hold(one)).release()
  // As a killed process leaves it: the note is there, the lock is not.
  const raw = new DatabaseSync(join(folder, 'journal.sqlite'))
  raw.prepare(`UPDATE runs SET holder = '{"shell":"window","pid":1,"host":"h","since":"s"}' WHERE id = ?`).run(one)
  raw.close()
  expect(must(journal.holder(one))).toBeNull()
  const log = must(journal.hold(two))
  expect(must(journal.holder(one))).toBeNull()
  expect(must(journal.holder(two))).toMatchObject({ pid: process.pid })
  log.release()
})

test('wishes come once and in their order, and those of an earlier process are forgotten', () => {
  const journal = must(openJournal(folder))
  const { id } = must(journal.createRun(plan('A'), meta))
  must(journal.wish(id, { kind: 'stop' }))
  must(journal.hold(id)).release()
  expect(must(journal.takeWishes(id))).toEqual([])
  must(journal.wish(id, { kind: 'pace', pace: { requestsPerSecond: 2.5, lanes: 3 } }))
  must(journal.wish(id, { kind: 'stop' }))
  expect(must(journal.takeWishes(id))).toEqual([{ kind: 'pace', pace: { requestsPerSecond: 2.5, lanes: 3 } }, { kind: 'stop' }])
  expect(must(journal.takeWishes(id))).toEqual([])
})

test('begun are the customers with an open outcome, and those that are there without a receipt', () => {
  const journal = must(openJournal(folder))
  const { id } = must(journal.createRun(plan('A', 'B', 'C', 'D', 'E'), meta))
  const log = must(journal.hold(id))
  const intents = [0, 1, 2, 3].map((ordinal) => must(log.markIntent({ ordinal, step: `customer:${ordinal}`, bodyHash: 'x' })))
  must(log.markOutcome({ id: intents[1]!, ordinal: 1, outcome: 'accepted', note: null }, { customerId: '7', siteIds: {} }, null))
  must(log.markOutcome({ id: intents[2]!, ordinal: 2, outcome: 'absent', note: null }, null, null))
  must(log.markOutcome({ id: intents[3]!, ordinal: 3, outcome: 'unclear', note: null }, null, null))
  must(log.pending())
  expect(must(journal.begun(id))).toEqual([0, 1, 3])
  must(log.markReceipt(1, receipt('B')))
  expect(must(journal.begun(id))).toEqual([0, 3])
})

test('a run that is closed before its end gives everybody a receipt, and says why it ended', () => {
  const journal = must(openJournal(folder))
  const { id } = must(journal.createRun(plan('A', 'B', 'C', 'D', 'E'), meta))
  const log = must(journal.hold(id))
  const intents = [0, 1, 2].map((ordinal) => must(log.markIntent({ ordinal, step: `customer:${ordinal}`, bodyHash: 'x' })))
  must(log.markOutcome({ id: intents[1]!, ordinal: 1, outcome: 'accepted', note: null }, { customerId: '7', siteIds: { S: '8' } }, null))
  must(log.markOutcome({ id: intents[2]!, ordinal: 2, outcome: 'absent', note: null }, null, null))
  must(log.markReceipt(4, receipt('E')))
  must(log.finish(null, { code: 'stopped', message: 'Cancelled.' }))
  log.release()
  expect(must(journal.run(id))).toMatchObject({ state: 'finished', failure: { message: 'Cancelled.' }, counts: { unknown: 1, incomplete: 1, 'not-sent': 2, created: 1 } })
  expect(must(journal.receipts(id)).map(({ outcome, attempts }) => [outcome, attempts])).toEqual([['unknown', 1], ['incomplete', 1], ['not-sent', 1], ['not-sent', 0], ['created', 1]])
  expect(must(journal.receipts(id))[3]?.reason).toBe('The import was cancelled before this customer was sent.')
})

test('a run that has ended is deleted from every file, and one that has not is kept', () => {
  const journal = must(openJournal(folder))
  const { id } = must(journal.createRun(plan('Forgettable-1'), { ...meta, reportSource: ['{"row":"Forgettable-2"}'] }))
  expect(journal.forget(id)).toMatchObject({ ok: false, failure: { code: 'bad-usage', message: expect.stringContaining('has not ended') as unknown } })
  const log = must(journal.hold(id))
  must(log.markIntent({ ordinal: 0, step: 'customer:Forgettable-1', bodyHash: 'x' }))
  must(log.markReceipt(0, receipt('Forgettable-1')))
  must(log.finish(null))
  log.release()
  const kept = must(journal.createRun(plan('B'), meta)).id
  must(journal.forget(id))
  expect(must(journal.runs()).map((run) => run.id)).toEqual([kept])
  expect(journal.receipts(id)).toEqual({ ok: true, value: [] })
  expect(journal.forget(id)).toMatchObject({ ok: false, failure: { code: 'no-such-run' } })
  for (const name of ['journal.sqlite', 'journal.sqlite-wal']) expect(readFileSync(join(folder, name)).includes('Forgettable')).toBe(false)
  // The numbers of intents go on: a journal that had lost its memory would be told by them.
  const next = must(journal.hold(kept))
  expect(must(next.markIntent({ ordinal: 0, step: 'customer:B', bodyHash: 'x' }))).toBe(2)
  next.release()
})

test('a run that the journal cannot read is listed as such beside all others, stops new imports, and can be deleted where it had ended', () => {
  const journal = must(openJournal(folder))
  const [first, ended, last] = ['A', 'B', 'C'].map((customer) => must(journal.createRun(plan(customer), { ...meta, fileName: `${customer}.csv` })).id) as [string, string, string]
  const log = must(journal.hold(ended))
  must(log.markReceipt(0, receipt('B')))
  must(log.finish({ customers: 1, doubles: 0, missing: 0, listUnread: null }))
  log.release()
  const file = new DatabaseSync(join(folder, 'journal.sqlite'))
  const damage = (change: string, id: string): void => void file.prepare(`UPDATE runs SET ${change} WHERE id = ?`).run(id)
  const listed = () => must(journal.listed()).map(({ kind, run }) => [kind, run.id])

  damage(`audit = '{"customers":'`, ended)
  expect(listed()).toEqual([['sound', last], ['damaged', ended], ['sound', first]])
  expect(must(journal.listed())[1]?.run).toMatchObject({ fileName: 'B.csv', hasEnded: true, says: expect.stringMatching(/what the final look found cannot be read\. It had ended.*its data is deleted/) as unknown })
  expect(journal.runs()).toMatchObject({ ok: false, failure: { code: 'journal-unusable', message: expect.stringMatching(/Run .* of B\.csv: What the journal holds of this import is damaged/) as unknown } })
  must(journal.forget(ended))
  expect(must(journal.runs()).map(({ id }) => id)).toEqual([last, first])

  damage("failure = 'null', created_at = 'some day'", first)
  expect(must(journal.listed())[1]?.run).toMatchObject({ id: first, hasEnded: false, createdAt: null, says: expect.stringMatching(/Nothing is sent from it.*new data folder/) as unknown })
  expect(journal.forget(first)).toMatchObject({ ok: false, failure: { code: 'bad-usage' } })
  damage("failure = 'null', created_at = '2026-01-01T00:00:00Z'", first)
  expect(must(journal.listed())[1]?.run).toMatchObject({ says: expect.stringContaining('why it stopped cannot be read') as unknown })
  damage("failure = NULL, holder = 'window'", first)
  expect(must(journal.listed())[1]?.run).toMatchObject({ says: expect.stringContaining('who sends it cannot be read') as unknown })
  damage('holder = NULL', first)
  expect(listed()).toEqual([['sound', last], ['sound', first]])
  file.prepare("UPDATE units SET outcome = 'createq' WHERE run_id = ?").run(first)
  expect(listed()).toEqual([['sound', last], ['damaged', first]])
  file.close()
  journal.close()
})

test('the newest run is listed first after the clock was turned back, too', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const journal = must(openJournal(folder))
    const ids = ['2026-03-02T10:00:00Z', '2026-03-02T09:00:00Z', '2025-12-31T23:00:00Z'].map((now) => {
      vi.setSystemTime(now)
      return must(journal.createRun(plan('A'), meta)).id
    })
    expect(must(journal.runs()).map(({ id, createdAt }) => [id, createdAt.slice(0, 16)])).toEqual([[ids[2], '2025-12-31T23:00'], [ids[1], '2026-03-02T09:00'], [ids[0], '2026-03-02T10:00']])
    journal.close()
  } finally {
    vi.useRealTimers()
  }
})

test('the hashes of what was approved outlive the requests', () => {
  const journal = must(openJournal(folder))
  const { id } = must(journal.createRun(plan('A', 'B'), meta))
  const before = must(journal.approved(id))
  expect(before.map(({ customer }) => customer)).toEqual(['A', 'B'])
  expect(before.every(({ requestsHash }) => /^[0-9a-f]{64}$/.test(requestsHash ?? ''))).toBe(true)
  const log = must(journal.hold(id))
  must(log.markReceipt(0, receipt('A')))
  must(log.markReceipt(1, receipt('B')))
  must(log.finish(null))
  expect(must(journal.approved(id))).toEqual(before)
})
