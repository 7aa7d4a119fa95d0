// What happens around the journal rather than in it: files that are deleted, damaged, put back, of another version, in a bad place.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Plan, PlanUnit } from '#core/model/plan.ts'
import { fail, type Result } from '#core/model/result.ts'
import type { Journal, RunLog, RunMeta } from '#core/ports-journal.ts'
import { memoryFolder } from '../../../test/support/memory-folder.ts'
import { guardOn, isSpoiled, journalFailure } from './failures.ts'
import { lockTarget } from './lock.ts'
import { migrations } from './migrations.ts'
import { openJournal, openJournalForReading } from './open-journal.ts'
import { placeProblem } from './place.ts'
import { createStore } from './store.ts'

const realTmp = process.env['TMPDIR']
let folder: string
let base: string
beforeEach(() => {
  base = mkdtempSync(join(memoryFolder, 'onboarder-defence-'))
  folder = join(base, 'data')
  process.env['TMPDIR'] = base
})
afterEach(() => {
  if (realTmp === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = realTmp
  rmSync(base, { recursive: true, force: true })
})

const CANARY = 'canary-7f3a@example.com'
const unit = (customer: string): PlanUnit => ({
  customer, customerName: 'Name', contractOwnerId: '1', siteReferences: ['S'], rows: [{ table: 0, row: 2 }],
  steps: [{ key: `customer:${customer}`, kind: 'create-customer', path: '/customers', body: JSON.stringify({ contactEmailAddress: CANARY, notes: 'x'.repeat(3_000) }), receivingSite: null }],
})
const plan = (count: number): Plan => ({
  hash: 'h', units: Array.from({ length: count }, (_, index) => unit(`A${index}`)), counts: { createCustomer: count, createSite: 0, customers: count, sites: 0, contacts: 0 },
})
const meta: RunMeta = { fileName: 'a.csv', fileSha256: 'f', baseUrl: 'https://a', brand: 'b', username: 'u', practice: false, pace: { requestsPerSecond: 2, lanes: 3 }, reportSource: ['{}'] }

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

function begin(count: number): { readonly journal: Journal; readonly log: RunLog; readonly id: string } {
  const journal = must(openJournal(folder))
  const { id } = must(journal.createRun(plan(count), meta))
  return { journal, log: must(journal.hold(id)), id }
}

const intend = (log: RunLog, ordinal: number): Result<number> => log.markIntent({ ordinal, step: `customer:A${ordinal}`, bodyHash: 'x' })

function finishAll(log: RunLog, count: number): void {
  for (let ordinal = 0; ordinal < count; ordinal += 1) must(log.markReceipt(ordinal, { customer: `A${ordinal}`, outcome: 'created', customerId: '7', siteIds: {}, reason: null, attempts: 1 }))
  must(log.finish(null))
}

let copies = 0
/** The journal and its mark as they would be found if everything ended at this moment. SQLite may keep the files open for a while after a close. */
function takeCopy(from = folder): string {
  const raw = new DatabaseSync(join(from, 'journal.sqlite'))
  raw.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  raw.close()
  const copy = join(base, `copy-${(copies += 1)}`)
  mkdirSync(copy)
  for (const name of ['journal.sqlite', 'journal.generation']) if (existsSync(join(from, name))) copyFileSync(join(from, name), join(copy, name))
  return copy
}

const doubts = (at: string, id: string): readonly boolean[] => {
  const journal = must(openJournal(at))
  const log = must(journal.hold(id))
  const found = must(log.pending()).map((ordinal) => must(log.unit(ordinal)).isDoubtful)
  log.release()
  journal.close()
  return found
}

function makeOld(version: number): void {
  mkdirSync(folder)
  const before = new DatabaseSync(join(folder, 'journal.sqlite'))
  before.exec(`${migrations.slice(0, version).join(';')}; PRAGMA application_id = ${0x454c4f4e}; PRAGMA user_version = ${version}`)
  before.close()
}

test('before its shape is changed the journal is copied, for the owner alone; the copy goes when a run was finished', () => {
  makeOld(1)
  for (const version of [7, 8, 9]) writeFileSync(join(folder, `journal-before-version-${version - 6}.sqlite`), '')
  must(openJournal(folder)).close()
  const copies = readdirSync(folder).filter((name) => name.startsWith('journal-before'))
  expect(copies.toSorted()).toEqual(['journal-before-version-3.sqlite', `journal-before-version-${migrations.length}.sqlite`])
  const copy = join(folder, `journal-before-version-${migrations.length}.sqlite`)
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  const old = new DatabaseSync(copy, { readOnly: true })
  expect(old.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 })
  old.close()
  const { journal, log } = begin(1)
  finishAll(log, 1)
  expect(readdirSync(folder).filter((name) => name.startsWith('journal-before'))).toEqual([])
  log.release()
  journal.close()
})

test('a journal of a newer version can be read, and refuses to be written', () => {
  const { journal, log, id } = begin(2)
  must(intend(log, 0))
  log.release()
  journal.close()
  const newer = new DatabaseSync(join(folder, 'journal.sqlite'))
  newer.exec('ALTER TABLE runs ADD COLUMN what_comes_next TEXT; PRAGMA user_version = 99')
  newer.close()
  const refused = openJournal(folder)
  expect(refused).toMatchObject({ ok: false, failure: { message: expect.stringContaining('newer version') as unknown } })
  const why = fail('journal-unusable', 'newer').failure
  const reading = must(openJournalForReading(folder, why))
  expect(must(reading.runs()).map((run) => run.id)).toEqual([id])
  expect(must(reading.receipts(id)).map(({ outcome }) => outcome)).toEqual(['unknown', 'not-sent'])
  expect([...must(reading.reportSource(id))]).toEqual(['{}'])
  expect([reading.hold(id), reading.createRun(plan(1), meta)]).toEqual([{ ok: false, failure: why }, { ok: false, failure: why }])
  reading.close()
})

test('a journal that has lost the end of its log is noticed: everybody who has not ended is looked up through a whole window', () => {
  const { journal, log, id } = begin(3)
  must(intend(log, 0))
  const early = takeCopy()
  must(intend(log, 1))
  const late = takeCopy()
  log.release()
  journal.close()
  expect(doubts(late, id)).toEqual([false, false, false])
  // The log with the second intent is gone; the mark beside it knows better.
  const lost = takeCopy(early)
  copyFileSync(join(late, 'journal.generation'), join(lost, 'journal.generation'))
  expect(doubts(lost, id)).toEqual([true, true, true])
  // It stays known, though the mark is caught up with.
  expect(doubts(takeCopy(lost), id)).toEqual([true, true, true])
})

test('a new journal in the place of one that is gone is noticed as well, and numbers of intents go on', () => {
  const { journal, log } = begin(2)
  const last = must(intend(log, 0))
  const copy = takeCopy()
  log.release()
  journal.close()
  rmSync(join(copy, 'journal.sqlite'))
  const fresh = must(openJournal(copy))
  const again = must(fresh.hold(must(fresh.createRun(plan(2), meta)).id))
  expect(must(again.pending()).map((ordinal) => must(again.unit(ordinal)).isDoubtful)).toEqual([true, true])
  expect(must(intend(again, 0))).toBe(last + 1)
  again.release()
  fresh.close()
})

test('a mark that is missing or is none is no reason to doubt', () => {
  const { journal, log, id } = begin(2)
  const first = must(intend(log, 0))
  log.release()
  journal.close()
  writeFileSync(join(folder, 'journal.generation'), 'garbage')
  expect(doubts(folder, id)).toEqual([false, false])
  rmSync(join(folder, 'journal.generation'))
  const again = must(openJournal(folder))
  const second = must(again.hold(id))
  expect(must(intend(second, 1))).toBe(first + 1)
  expect(Number(readFileSync(join(folder, 'journal.generation'), 'utf8'))).toBe(first + 1)
  expect(statSync(join(folder, 'journal.generation')).mode & 0o777).toBe(0o600)
  second.release()
  again.close()
})

test.each(['journal.sqlite', 'journal.sqlite-wal'])('nothing is sent once %s was deleted or replaced while in use', (name) => {
  const { journal, log } = begin(3)
  must(intend(log, 0))
  renameSync(join(folder, name), join(folder, 'elsewhere'))
  expect(intend(log, 1)).toMatchObject({ ok: false, failure: { code: 'journal-unusable' } })
  copyFileSync(join(folder, 'elsewhere'), join(folder, name))
  expect(intend(log, 2)).toMatchObject({ ok: false, failure: { code: 'journal-unusable' } })
  log.release()
  journal.close()
})

/** What comes of a journal of 30 customers whose file holds these bytes. */
function fateOf(bytes: Buffer, id: string): 'set aside' | 'changed when set aside' | 'refused' | 'harmless' | 'sends something else' {
  const at = join(base, 'flipped')
  rmSync(at, { recursive: true, force: true })
  mkdirSync(at)
  writeFileSync(join(at, 'journal.sqlite'), bytes)
  const opened = openJournal(at)
  if (!opened.ok) {
    const aside = readdirSync(at).find((name) => /^journal-damaged-.*\.sqlite$/.test(name))
    if (aside === undefined) return 'refused'
    return readFileSync(join(at, aside)).equals(bytes) && opened.failure.message.includes(aside) ? 'set aside' : 'changed when set aside'
  }
  const held = opened.value.hold(id)
  const units = held.ok ? Array.from({ length: 30 }, (_, ordinal) => held.value.unit(ordinal)) : []
  if (held.ok) held.value.release()
  opened.value.close()
  if (!held.ok || units.some(({ ok }) => !ok)) return 'refused'
  return units.every((found, ordinal) => found.ok && JSON.stringify(found.value.unit) === JSON.stringify(unit(`A${ordinal}`))) ? 'harmless' : 'sends something else'
}

test('wherever a byte of it changes, the journal is set aside untouched or what is sent is what was frozen', () => {
  const { journal, log, id } = begin(30)
  must(intend(log, 0))
  const sound = readFileSync(join(takeCopy(), 'journal.sqlite'))
  log.release()
  journal.close()
  const seen: Partial<Record<ReturnType<typeof fateOf>, number>> = {}
  for (let offset = 0; offset < sound.length; offset += offset < 1_024 ? 61 : 1_021) {
    const damaged = Buffer.from(sound)
    damaged.writeUInt8((damaged[offset] ?? 0) ^ 0x20, offset)
    const fate = fateOf(damaged, id)
    seen[fate] = (seen[fate] ?? 0) + 1
  }
  expect(Object.keys(seen).toSorted()).toEqual(['harmless', 'refused', 'set aside'])
  expect(seen.refused).toBeGreaterThan(15)
})

test.each([['cut in half', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)], ['garbage', () => Buffer.from('garbage '.repeat(1_000))]])('a journal that is %s is set aside, and the next start has a new one', (_name, damage) => {
  const { journal, log } = begin(30)
  const copy = takeCopy()
  log.release()
  journal.close()
  writeFileSync(join(copy, 'journal.sqlite'), damage(readFileSync(join(copy, 'journal.sqlite'))))
  expect(openJournal(copy)).toMatchObject({ ok: false, failure: { code: 'journal-unusable', message: expect.stringContaining('set aside unchanged') as unknown } })
  const fresh = must(openJournal(copy))
  expect(must(fresh.runs())).toEqual([])
  fresh.close()
})

test('a folder that cannot be had, and one on a network, are refused before anything is begun', () => {
  writeFileSync(join(base, 'file'), '')
  expect(openJournal(join(base, 'file'))).toMatchObject({ ok: false, failure: { code: 'journal-unusable', message: expect.stringContaining('ONBOARDER_HOME') as unknown } })
  const linux = (kind: number) => placeProblem(folder, { platform: 'linux', kindOf: () => kind })
  expect([linux(0xef53), linux(0x01021994), linux(0x9123683e)]).toEqual([null, null, null])
  for (const kind of [0x6969, 0xff534d42, 0xff534d42 | 0, 0xfe534d42, 0x01021997]) expect(linux(kind)?.message).toContain('on a network')
  const share = String.raw`\\server\share`
  expect(placeProblem(join(base, share), { platform: 'win32', kindOf: () => 0 })).toBeNull()
})

test('missing rights and a locked file are said in words', () => {
  const withCode = (more: object) => Object.assign(new Error('x'), { code: 'ERR_SQLITE_ERROR' }, more)
  for (const error of [withCode({ errcode: 8 }), withCode({ code: 'EROFS' }), withCode({ code: 'EACCES' })]) expect(journalFailure(error).failure.message).toContain('cannot be written')
  must(openJournal(folder)).close()
  const copy = takeCopy()
  const scanner = new DatabaseSync(join(copy, 'journal.sqlite'))
  scanner.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; UPDATE runs SET brand = brand; COMMIT')
  expect(openJournal(copy)).toMatchObject({ ok: false, failure: { code: 'journal-unusable', message: expect.stringContaining('Another program keeps the journal locked') as unknown } })
  scanner.close()
  must(openJournal(copy)).close()
})

test('a disk that failed is not written again before it was closed, opened and checked', () => {
  const first = new DatabaseSync(':memory:')
  const second = new DatabaseSync(':memory:')
  const store = createStore(first, () => ({ ok: true, value: second }))
  const broken = Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 1_034 })
  const failing = store.using((database) => guardOn(database, () => {
    throw broken
  }))
  expect(failing).toMatchObject({ ok: false, failure: { code: 'journal-unusable' } })
  expect(isSpoiled(first)).toBe(true)
  let tried = 0
  expect(guardOn(first, () => (tried += 1))).toEqual(failing)
  expect(tried).toBe(0)
  expect(store.using((database) => guardOn(database, () => database === second))).toEqual({ ok: true, value: true })
  expect(first.isOpen).toBe(false)
  const full = Object.assign(new Error('full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 })
  guardOn(second, () => {
    throw full
  })
  expect(isSpoiled(second)).toBe(false)
  store.close()
})

test('two data folders of one user are one sender to a server; what a dead process left behind locks nothing', () => {
  const target = { baseUrl: 'https://a', brand: 'b' }
  const one = must(lockTarget(join(base, 'one'), target))
  expect(lockTarget(join(base, 'two'), target)).toMatchObject({ ok: false, failure: { code: 'already-running' } })
  const other = must(lockTarget(join(base, 'two'), { ...target, brand: 'c' }))
  other.release()
  one.release()
  // The files stay; only an open transaction holds.
  expect(readdirSync(join(base, 'one', 'locks'))).not.toEqual([])
  must(lockTarget(join(base, 'two'), target)).release()
})

test('where the name of the machine folder is taken, the lock in the data folder still holds', () => {
  symlinkSync(base, join(base, `elevate-onboarder-${userInfo().uid}`))
  const target = { baseUrl: 'https://a', brand: 'b' }
  const one = must(lockTarget(join(base, 'one'), target))
  expect(lockTarget(join(base, 'one'), target)).toMatchObject({ ok: false, failure: { code: 'already-running' } })
  must(lockTarget(join(base, 'two'), target)).release()
  one.release()
})

test('no byte of what was sent is left in any file when the run is finished', () => {
  const { journal, log } = begin(200)
  const reader = must(openJournal(folder))
  for (let ordinal = 0; ordinal < 200; ordinal += 1) must(intend(log, ordinal))
  const holding = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile() && readFileSync(join(folder, name)).includes(CANARY))
  expect(holding()).not.toEqual([])
  finishAll(log, 200)
  expect(holding()).toEqual([])
  log.release()
  reader.close()
  journal.close()
  expect(holding()).toEqual([])
})
