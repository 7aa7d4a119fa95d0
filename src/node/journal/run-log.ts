import type { Failure, Result } from '#core/model/result.ts'
import type { UnitReceipt } from '#core/model/receipt.ts'
import type { AuditSummary, Learned, LoggedUnit, RunLog, RunPace, RunSummary } from '#core/ports-journal.ts'
import type { Database } from './database.ts'
import { transact } from './database.ts'
import { removeBackups } from './backup.ts'
import { Damaged, guard, guardOn } from './failures.ts'
import { groupCommits } from './group-commit.ts'
import type { Mark } from './generation.ts'
import type { IntentRow, PendingRow, UnitRow } from './rows.ts'
import { readPayload, readSiteIds, toEnded } from './rows.ts'

/** What lies beside the database. */
interface Place {
  readonly folder: string
  readonly mark: Mark
  readonly isInPlace: () => boolean
  readonly release: () => void
}

/** The part of the journal that one sending process writes. Times are for people; nothing is decided by them. */
export function createRunLog(database: Database, run: RunSummary, place: Place): RunLog {
  const { id } = run
  const now = (): string => new Date().toISOString()
  const all = statements(database)
  const commits = groupCommits(database)
  const write = (work: () => void): Result<null> => commits.now(() => {
    work()
    return null
  })
  return {
    run,
    pending: () => commits.read(() => (all.pending.all(id) as { readonly ordinal: number }[]).map(({ ordinal }) => ordinal)),
    contractOwners: () => commits.read(() => (all.owners.all(id) as Pick<UnitRow, 'contract_owner_id'>[]).map((row) => row.contract_owner_id)),
    unit(ordinal) {
      const read = (): LoggedUnit => readUnit(all, run, ordinal)
      // Else each customer that begins would write the outcome of the one before by itself.
      return commits.isWaitingFor(ordinal) ? commits.read(read) : guardOn(database, read)
    },
    markIntent({ ordinal, step, bodyHash }) {
      const intent = commits.now(() => Number(all.intent.run(id, ordinal, step, id, ordinal, step, bodyHash, now()).lastInsertRowid))
      return intent.ok ? guardOn(database, () => {
        if (!place.isInPlace()) throw Object.assign(new Error('its file was moved, replaced or deleted while it was in use'), { code: 'ENOENT' })
        place.mark.advance(intent.value)
        return intent.value
      }) : intent
    },
    markOutcome({ id: intent, ordinal, outcome, note }, learned, receipt) {
      const at = now()
      return commits.later(ordinal, () => {
        expectOne(all.outcome.run(outcome, note, at, intent, id))
        // A receipt holds all that was learned.
        if (receipt !== null) expectOne(writeReceipt(all, { run: id, ordinal }, receipt))
        else if (learned !== null) learn(all, { run: id, ordinal }, learned)
      })
    },
    markReceipt: (ordinal, receipt) => write(() => expectOne(writeReceipt(all, { run: id, ordinal }, receipt))),
    ended: (from, most) => commits.read(() => (all.ended.all(id, from, most) as UnitRow[]).map(toEnded)),
    markAudit: (ordinal, { outcome, reason }) => write(() => expectOne(all.audited.run(outcome, reason, id, ordinal))),
    markServerStart: (time) => write(() => expectOne(all.serverStart.run(time, id))),
    setPace: (pace: RunPace) => write(() => expectOne(all.pace.run(pace.requestsPerSecond, pace.lanes, id))),
    stop(failure: Failure) {
      // Also where an outcome could not be written: why it ended is said as well as it can be.
      commits.end()
      return guardWrite(database, () => expectOne(all.state.run('stopped', JSON.stringify(failure), null, id)))
    },
    finish: (audit: AuditSummary | null, closed) => cleanUp(database, place.folder, write(() => {
      if (closed !== undefined) all.giveUp.run(id)
      expectOne(all.state.run('finished', closed === undefined ? null : JSON.stringify(closed), now(), id))
      if (audit !== null) expectOne(all.auditOf.run(JSON.stringify(audit), id))
      all.purge.run(id)
    })),
    release() {
      try {
        commits.end()
      } finally {
        place.release()
      }
    },
  }
}

/** The last word on everybody without one: nothing is known but what the journal holds. */
const GIVE_UP = `
  UPDATE units AS u SET
    attempts = (SELECT count(*) FROM intents i WHERE i.run_id = u.run_id AND i.ordinal = u.ordinal
      AND (i.outcome IS NULL OR i.outcome IN ('accepted', 'unclear', 'critical', 'found', 'absent'))),
    (outcome, reason) = (SELECT
      CASE WHEN u.customer_id IS NOT NULL THEN 'incomplete' WHEN open THEN 'unknown' ELSE 'not-sent' END,
      CASE WHEN u.customer_id IS NOT NULL THEN 'The customer is there. The import was cancelled before it was known whether all its sites are.'
        WHEN open THEN 'Sent, and the import was cancelled without asking the server what became of it. Look it up there before you import it again.'
        ELSE 'The import was cancelled before this customer was sent.' END
      FROM (SELECT EXISTS (SELECT 1 FROM intents i WHERE i.run_id = u.run_id AND i.ordinal = u.ordinal
        AND (i.outcome IS NULL OR i.outcome IN ('unclear', 'critical'))) AS open))
  WHERE u.run_id = ? AND u.outcome IS NULL`

function statements(database: Database) {
  const prepare = (sql: string) => database.prepare(sql)
  return {
    pending: prepare('SELECT ordinal FROM units WHERE run_id = ? AND outcome IS NULL ORDER BY ordinal'),
    owners: prepare('SELECT DISTINCT contract_owner_id FROM units WHERE run_id = ? AND outcome IS NULL'),
    // Says as well whether the next two have anything to tell: for nearly all customers they have not, and each question locks the file.
    unit: prepare(`
      SELECT u.*, EXISTS (SELECT 1 FROM intents i WHERE i.run_id = u.run_id AND i.ordinal = u.ordinal) AS tried,
        EXISTS (SELECT 1 FROM units o WHERE o.customer = u.customer AND o.contract_owner_id = u.contract_owner_id AND o.run_id <> u.run_id) AS repeated
      FROM units u WHERE u.run_id = ? AND u.ordinal = ?`),
    intents: prepare('SELECT id, step, outcome, note FROM intents WHERE run_id = ? AND ordinal = ? ORDER BY id'),
    // Intents of other runs for the same customer on the same target that may have had an effect, in a run that has not ended with its own
    // look at the server: what they created may not be shown by a read yet. A refusal too: a server may say no to what it has done.
    elsewhere: prepare(`
      SELECT DISTINCT i.step FROM units u JOIN runs r ON r.id = u.run_id JOIN intents i ON i.run_id = u.run_id AND i.ordinal = u.ordinal
      WHERE u.customer = ? AND u.contract_owner_id = ? AND u.run_id <> ? AND r.base_url = ? AND r.brand = ?
        AND (r.state <> 'finished' OR (r.failure IS NOT NULL AND r.audit IS NULL))
        AND (i.outcome IS NULL OR i.outcome IN ('unclear', 'critical', 'accepted', 'found', 'rejected'))`),
    intent: prepare(`
      INSERT INTO intents (run_id, ordinal, step, attempt, body_hash, marked_at)
      VALUES (?, ?, ?, 1 + (SELECT count(*) FROM intents WHERE run_id = ? AND ordinal = ? AND step = ?), ?, ?)`),
    outcome: prepare('UPDATE intents SET outcome = ?, note = ?, outcome_at = ? WHERE id = ? AND run_id = ?'),
    siteIds: prepare('SELECT site_ids FROM units WHERE run_id = ? AND ordinal = ?'),
    learned: prepare('UPDATE units SET customer_id = coalesce(?, customer_id), site_ids = ? WHERE run_id = ? AND ordinal = ?'),
    receipt: prepare('UPDATE units SET outcome = ?, reason = ?, customer_id = ?, site_ids = ?, attempts = ? WHERE run_id = ? AND ordinal = ? AND outcome IS NULL'),
    ended: prepare(`
      SELECT * FROM units u WHERE run_id = ? AND ordinal >= ? AND outcome IS NOT NULL
        AND EXISTS (SELECT 1 FROM intents i WHERE i.run_id = u.run_id AND i.ordinal = u.ordinal) ORDER BY ordinal LIMIT ?`),
    audited: prepare('UPDATE units SET outcome = ?, reason = ?, audited = 1 WHERE run_id = ? AND ordinal = ? AND outcome IS NOT NULL'),
    auditOf: prepare('UPDATE runs SET audit = ? WHERE id = ?'),
    serverStart: prepare('UPDATE runs SET server_started_at = coalesce(server_started_at, ?) WHERE id = ?'),
    pace: prepare('UPDATE runs SET requests_per_second = ?, lanes = ? WHERE id = ?'),
    state: prepare('UPDATE runs SET state = ?, failure = ?, finished_at = ? WHERE id = ?'),
    giveUp: prepare(GIVE_UP),
    purge: prepare('UPDATE units SET payload = NULL WHERE run_id = ?'),
  }
}
type Statements = ReturnType<typeof statements>

interface UnitAt {
  readonly run: string
  readonly ordinal: number
}

function readUnit(all: Statements, run: RunSummary, ordinal: number): LoggedUnit {
  const row = all.unit.get(run.id, ordinal) as PendingRow | undefined
  if (row === undefined) throw new Damaged(`customer number ${ordinal + 1} of the run is not in it`)
  const elsewhere = row.repeated === 0 ? [] : (all.elsewhere.all(row.customer, row.contract_owner_id, run.id, run.baseUrl, run.brand) as { readonly step: string }[])
  return {
    ordinal, unit: readPayload(row), intents: row.tried === 0 ? [] : (all.intents.all(run.id, ordinal) as IntentRow[]),
    customerId: row.customer_id, siteIds: readSiteIds(row), openElsewhere: elsewhere.map(({ step }) => step), isDoubtful: row.doubtful === 1,
  }
}

function learn(all: Statements, { run, ordinal }: UnitAt, learned: Learned): void {
  const row = all.siteIds.get(run, ordinal) as Pick<UnitRow, 'site_ids'>
  const siteIds = JSON.stringify({ ...readSiteIds(row), ...learned.siteIds })
  expectOne(all.learned.run(learned.customerId, siteIds, run, ordinal))
}

function writeReceipt(all: Statements, unit: UnitAt, receipt: UnitReceipt): { changes: number } {
  const { outcome, reason, customerId, siteIds, attempts } = receipt
  return all.receipt.run(outcome, reason, customerId, JSON.stringify(siteIds), attempts, unit.run, unit.ordinal)
}

function guardWrite(database: Database, work: () => void): Result<null> {
  return guardOn(database, () => transact(database, () => {
    work()
    return null
  }))
}

/** Overwrites the payload, in the file and in the log beside it. */
function cleanUp(database: Database, folder: string, done: Result<null>): Result<null> {
  // Should the disk refuse this, the next checkpoint does it: the run is finished all the same.
  if (done.ok) guardOn(database, () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
  if (done.ok) guard(() => removeBackups(folder))
  return done
}

function expectOne({ changes }: { readonly changes: number | bigint }): void {
  if (Number(changes) !== 1) throw new Error(`a journal record was to be written, and ${changes} were`)
}
