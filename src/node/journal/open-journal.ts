// The journal: the only memory of what was sent. Two processes may read it; sending is one process's per target.
import { randomBytes } from 'node:crypto'
import type { UnitOutcome } from '#core/model/receipt.ts'
import type { Failure, Result } from '#core/model/result.ts'
import { fail, ok } from '#core/model/result.ts'
import { damagedRuns, soundRuns, type Journal, type ListedRun, type RunLog, type RunMeta, type RunSummary, type Shell } from '#core/ports-journal.ts'
import { hashUnit } from '#core/stages/plan/index.ts'
import { newHash } from '../hash.ts'
import type { Database } from './database.ts'
import { listRun } from './damaged-run.ts'
import { openDatabase, openForReading, transact } from './database.ts'
import { Damaged, guardOn } from './failures.ts'
import { checkGeneration } from './generation.ts'
import { letGo, readHolder, takeHold, takeWishes, writeWish } from './holding.ts'
import { lockTarget } from './lock.ts'
import type { ApprovedRow, RunRow } from './rows.ts'
import { hashPayload, toReceipt, toSummary } from './rows.ts'
import { forgetRun } from './forget-run.ts'
import { createRunLog } from './run-log.ts'
import { watchFiles } from './same-files.ts'
import { createStore, type Using } from './store.ts'

/** Fails with `disk-full` or `journal-unusable`. The folder is made where it is missing. `shell`: who the others shall be told sends a run. */
export function openJournal(folder: string, shell: Shell = 'command line'): Result<Journal> {
  const opened = openDatabase(folder)
  if (!opened.ok) return opened
  const store = createStore(opened.value, () => openDatabase(folder))
  const { using } = store
  return ok({
    ...reading(using, folder),
    createRun(plan, meta) {
      if (plan.counts.customers === 0) return fail('nothing-to-send', 'There is no customer to send.')
      const id = newRunId()
      return using((database) => {
        const written = guardOn(database, () => transact(database, () => writeRun(database, { id, plan, meta })))
        return written.ok ? findRun(database, id) : written
      })
    },
    hold: (id) => using((database) => holdRun(database, id, { folder, shell })),
    forget: (id) => using((database) => forgetRun(database, id, folder)),
    wish: (id, wish) => using((database) => writeWish(database, id, wish)),
    takeWishes: (id) => using((database) => takeWishes(database, id)),
    close: store.close,
  })
}

/**
 * For lists of runs and reports where the journal cannot be opened: of a newer version, or on a disk that is full. `why` is what
 * every attempt to write is answered with.
 */
export function openJournalForReading(folder: string, why: Failure): Result<Journal> {
  const opened = openForReading(folder)
  if (!opened.ok) return opened
  const store = createStore(opened.value, () => openForReading(folder))
  const refuse = (): { readonly ok: false; readonly failure: Failure } => ({ ok: false, failure: why })
  return ok({ ...reading(store.using, folder), createRun: refuse, hold: refuse, forget: refuse, wish: refuse, takeWishes: refuse, close: store.close })
}

function reading(using: Using, folder: string): Pick<Journal, 'run' | 'runs' | 'listed' | 'receipts' | 'reportSource' | 'begun' | 'holder' | 'approved'> {
  return {
    run: (id) => using((database) => findRun(database, id)),
    listed: () => using((database) => listRuns(database)),
    runs: () => using((database) => {
      const listed = listRuns(database)
      return listed.ok ? allSound(listed.value) : listed
    }),
    receipts: (id) => using((database) => guardOn(database, () => Array.from(database.prepare(RECEIPTS).iterate(id) as Iterable<Parameters<typeof toReceipt>[0]>, toReceipt))),
    reportSource: (id) => using((database) => {
      const found = findRun(database, id)
      return found.ok ? ok(readReportSource(database, id)) : found
    }),
    holder: (id) => using((database) => {
      const found = findRun(database, id)
      return found.ok ? readHolder(database, folder, found.value) : found
    }),
    approved: (id) => using((database) => guardOn(database, () => (database.prepare('SELECT customer, requests_hash FROM units WHERE run_id = ? ORDER BY ordinal').all(id) as ApprovedRow[])
      .map(({ customer, requests_hash: requestsHash }) => ({ customer, requestsHash })))),
    begun: (id) => using((database) => guardOn(database, () => (database.prepare(BEGUN).all(id) as { readonly ordinal: number }[]).map(({ ordinal }) => ordinal))),
  }
}

function listRuns(database: Database): Result<readonly ListedRun[]> {
  return guardOn(database, () => (database.prepare(NEWEST_FIRST).all() as RunRow[]).map((each) => listRun(each, (row) => toSummary(row, countOutcomes(database, row.id)))))
}

function allSound(listed: readonly ListedRun[]): Result<readonly RunSummary[]> {
  const [first] = damagedRuns(listed)
  return first === undefined ? ok(soundRuns(listed)) : fail('journal-unusable', `Run ${first.id} of ${first.fileName}: ${first.says}`)
}

function findRun(database: Database, id: string): Result<RunSummary> {
  const found = guardOn(database, () => readRun(database, id))
  if (!found.ok) return found
  return found.value === null ? fail('no-such-run', `There is no run "${id}" in the journal.`) : ok(found.value)
}

function holdRun(database: Database, id: string, { folder, shell }: { readonly folder: string; readonly shell: Shell }): Result<RunLog> {
  const wanted = findRun(database, id)
  if (!wanted.ok) return wanted
  const lock = lockTarget(folder, wanted.value)
  if (!lock.ok) return lock
  // Read again under the lock: another process may have gone on with it meanwhile.
  const current = findRun(database, id)
  const refused = current.ok && current.value.state === 'finished' ? fail('nothing-to-send', `Run ${id} is finished: there is nothing left to send.`) : current
  if (!refused.ok) {
    lock.value.release()
    return refused
  }
  const held = takeHold(database, refused.value, shell)
  const mark = held.ok ? guardOn(database, () => {
    checkComplete(database, refused.value)
    return checkGeneration(database, folder)
  }) : held
  if (!mark.ok) {
    lock.value.release()
    return mark
  }
  const release = (): void => {
    letGo(database, id)
    mark.value.close()
    lock.value.release()
  }
  return ok(createRunLog(database, refused.value, { folder, mark: mark.value, isInPlace: watchFiles(folder), release }))
}

/** A customer that is no longer listed under its run would be neither sent nor missed. */
function checkComplete(database: Database, run: RunSummary): void {
  const { units } = database.prepare('SELECT count(*) AS units FROM units WHERE run_id = ?').get(run.id) as { readonly units: number }
  if (units !== run.customers) throw new Damaged(`the run has ${run.customers} customers, and ${units} of them are in it`)
}

// By the order in which they were written, which SQLite keeps: the clock may have been turned back in between.
const NEWEST_FIRST = 'SELECT * FROM runs ORDER BY rowid DESC'

// Without the requests: those of a large run are larger than everything that is told of it.
const RECEIPTS = `
  SELECT u.customer, u.customer_id, u.site_ids, u.outcome, u.reason, u.attempts, (SELECT count(*) FROM intents i WHERE i.run_id = u.run_id AND i.ordinal = u.ordinal
    AND (i.outcome IS NULL OR i.outcome IN ('unclear', 'critical'))) AS open_intents
  FROM units u WHERE u.run_id = ? ORDER BY u.ordinal`

const BEGUN = `
  SELECT u.ordinal FROM units u WHERE u.run_id = ? AND u.outcome IS NULL AND (u.customer_id IS NOT NULL OR EXISTS (
    SELECT 1 FROM intents i WHERE i.run_id = u.run_id AND i.ordinal = u.ordinal AND (i.outcome IS NULL OR i.outcome IN ('unclear', 'critical'))))
  ORDER BY u.ordinal`

function readRun(database: Database, id: string): RunSummary | null {
  const row = database.prepare('SELECT * FROM runs WHERE id = ?').get(id) as RunRow | undefined
  return row === undefined ? null : toSummary(row, countOutcomes(database, id))
}

function countOutcomes(database: Database, id: string): readonly { readonly outcome: UnitOutcome; readonly customers: number }[] {
  return database.prepare('SELECT outcome, count(*) AS customers FROM units WHERE run_id = ? AND outcome IS NOT NULL GROUP BY outcome').all(id) as { outcome: UnitOutcome; customers: number }[]
}

/** Sorts by time and can be read out: `20260131-101502-3f9a`. */
function newRunId(): string {
  const [day = '', time = ''] = new Date().toISOString().split('T')
  return `${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${randomBytes(2).toString('hex')}`
}

function writeRun(database: Database, { id, plan, meta }: { readonly id: string; readonly plan: Parameters<Journal['createRun']>[0]; readonly meta: RunMeta }): void {
  database.prepare(`
    INSERT INTO runs (id, created_at, state, plan_hash, file_name, file_sha256, base_url, brand, username, practice, requests_per_second, lanes, customers, report_source)
    VALUES (?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')`,
  ).run(id, new Date().toISOString(), plan.hash, meta.fileName, meta.fileSha256, meta.baseUrl, meta.brand, meta.username, meta.practice ? 1 : 0,
    meta.pace.requestsPerSecond, meta.pace.lanes, plan.counts.customers)
  const insert = database.prepare('INSERT INTO units (run_id, ordinal, customer, contract_owner_id, payload, payload_sha256, requests_hash) VALUES (?, ?, ?, ?, ?, ?, ?)')
  let ordinal = 0
  for (const unit of plan.units) {
    const payload = JSON.stringify(unit)
    insert.run(id, ordinal++, unit.customer, unit.contractOwnerId, payload, hashPayload(payload), hashUnit(unit, newHash))
  }
  if (ordinal !== plan.counts.customers) throw new Error(`${ordinal} customers were to be sent, and the plan says ${plan.counts.customers}`)
  const part = database.prepare('INSERT INTO report_parts (run_id, ordinal, text) VALUES (?, ?, ?)')
  let parts = 0
  for (const text of meta.reportSource) part.run(id, parts++, text)
}

/** Part by part, with no statement open between them: other things are read and written while a report is made. */
function* readReportSource(database: Database, id: string): Generator<string> {
  const part = database.prepare('SELECT text FROM report_parts WHERE run_id = ? AND ordinal = ?')
  for (let ordinal = 0; ; ordinal += 1) {
    const found = part.get(id, ordinal) as { readonly text: string } | undefined
    if (found === undefined) return
    yield found.text
  }
}

