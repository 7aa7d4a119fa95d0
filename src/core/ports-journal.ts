// The memory of the runs, as the core asks for it: everything that must outlive a crash. Its implementation is `src/node/journal`.
import type { PlanSummary, PlanUnit } from './model/plan.ts'
import type { UnitOutcome, UnitReceipt } from './model/receipt.ts'
import type { Failure, Result } from './model/result.ts'
import type { SendOutcome } from './ports.ts'

/** How an intent ended. `found` and `absent` settle an unclear one by look-up. Null in the journal: killed before it was known. */
export type IntentOutcome = SendOutcome['kind'] | 'found' | 'absent'

export interface Intent {
  readonly id: number
  /** `PlanStep.key`, or `site:ACC/REF` for a site of the first body that has to be sent by itself. */
  readonly step: string
  readonly outcome: IntentOutcome | null
  /** Why, where the outcome has a reason. */
  readonly note?: string | null
}

export interface RunPace {
  readonly requestsPerSecond: number
  readonly lanes: number
}

/** What is frozen with a run besides its plan. */
export interface RunMeta {
  readonly fileName: string
  readonly fileSha256: string
  readonly baseUrl: string
  readonly brand: string
  readonly username: string
  /** The built-in sandbox: no real customers. */
  readonly practice: boolean
  readonly pace: RunPace
  /** Opaque texts of the caller: everything the report needs besides the receipts, so that it can be made without the file. */
  readonly reportSource: readonly string[] | Generator<string>
}

/** open: begun, perhaps running in another process, perhaps killed · stopped: ended before the end, resumable · finished. */
export type RunState = 'open' | 'stopped' | 'finished'

/** What the last look at the server found, after everything was sent. */
export interface AuditSummary {
  /** Customers whose key was counted on the server. */
  readonly customers: number
  /** Of them, or of their sites, there more than once. */
  readonly doubles: number
  /** Confirmed or refused before, and the server shows something else: not to be found, under another key, or there all the same. */
  readonly missing: number
  /** Null: the list of what was created since the start was read as well. Otherwise why it could not be. */
  readonly listUnread: string | null
}

export interface RunSummary extends Omit<RunMeta, 'reportSource'> {
  readonly id: string
  /** UTC, ISO 8601. */
  readonly createdAt: string
  readonly finishedAt: string | null
  readonly state: RunState
  /** Why it stopped. */
  readonly failure: Failure | null
  /** The server's time when the run began, UTC, yyyy-MM-ddTHH:mm:ssZ; null until it is known. */
  readonly serverStartedAt: string | null
  /** Null until the run is finished. */
  readonly audit: AuditSummary | null
  readonly planHash: string
  readonly customers: number
  /** Customers with a receipt, by outcome; the rest has not ended. */
  readonly counts: Readonly<Record<UnitOutcome, number>>
}

/** A run of which the journal holds what it cannot have written. */
export interface DamagedRun {
  readonly id: string
  readonly fileName: string
  /** UTC, ISO 8601; null where that is damaged, too. */
  readonly createdAt: string | null
  /** It is finished, so that it can be forgotten. */
  readonly hasEnded: boolean
  /** What is wrong, and what can be done. */
  readonly says: string
}

export type ListedRun = { readonly kind: 'sound'; readonly run: RunSummary } | { readonly kind: 'damaged'; readonly run: DamagedRun }

export function soundRuns(listed: readonly ListedRun[]): readonly RunSummary[] {
  return listed.flatMap((each) => (each.kind === 'sound' ? [each.run] : []))
}

export function damagedRuns(listed: readonly ListedRun[]): readonly DamagedRun[] {
  return listed.flatMap((each) => (each.kind === 'damaged' ? [each.run] : []))
}

/** The process that sends a run at this moment. */
export interface RunHolder {
  readonly shell: Shell
  readonly pid: number
  readonly host: string
  /** UTC, ISO 8601. */
  readonly since: string
}
export type Shell = 'window' | 'command line'

/** What another process asks of the one that sends a run. */
export type RunWish = { readonly kind: 'stop' } | { readonly kind: 'pace'; readonly pace: RunPace }

/** A unit as the journal knows it. */
export interface LoggedUnit {
  readonly ordinal: number
  readonly unit: PlanUnit
  /** In the order they were made. */
  readonly intents: readonly Intent[]
  readonly customerId: string | null
  readonly siteIds: Readonly<Record<string, string>>
  /** Steps that another run on the same target has sent for this customer, in vain or not, and has not ended with its final look yet. */
  readonly openElsewhere: readonly string[]
  /** The journal was set back, or an older one was put in its place: any step may have been sent by somebody who left no trace. */
  readonly isDoubtful: boolean
}

/** A customer that has ended, as the final look at the server needs it. */
export interface EndedUnit {
  readonly ordinal: number
  readonly customerName: string
  readonly contractOwnerId: string
  readonly siteReferences: readonly string[]
  readonly receipt: UnitReceipt
}

/** Ids learned, written in the same transaction as the outcome that told them. */
export interface Learned {
  readonly customerId: string | null
  readonly siteIds: Readonly<Record<string, string>>
}

/** The journal of one run that is held by this process alone. Every write but `markOutcome` is on disk when the call answers. */
export interface RunLog {
  readonly run: RunSummary
  /** Ordinals of units without a receipt, in plan order. */
  pending(): Result<readonly number[]>
  /** Contract owners of the units without a receipt. */
  contractOwners(): Result<readonly string[]>
  unit(ordinal: number): Result<LoggedUnit>
  /** After connecting, before the first byte of the request. Answers the intent's id. */
  markIntent(intent: { readonly ordinal: number; readonly step: string; readonly bodyHash: string }): Result<number>
  /**
   * Waits for the next write, a tenth of a second at most, and is on disk with it: whoever dies before has an intent whose outcome is
   * not known, and looks it up. Fails when an earlier one could not be written. `receipt`: the customer has ended with it.
   */
  markOutcome(intent: { readonly id: number; readonly ordinal: number; readonly outcome: IntentOutcome; readonly note: string | null }, learned: Learned | null, receipt: UnitReceipt | null): Result<null>
  markReceipt(ordinal: number, receipt: UnitReceipt): Result<null>
  /** Units with a receipt and at least one intent, in plan order, from an ordinal on, so many at the most. */
  ended(from: number, most: number): Result<readonly EndedUnit[]>
  /** The only change a receipt may see: to `duplicate` or `unknown`, once. */
  markAudit(ordinal: number, receipt: UnitReceipt): Result<null>
  /** Kept the first time. */
  markServerStart(time: string): Result<null>
  setPace(pace: RunPace): Result<null>
  /** Ended before the end: resumable. */
  stop(failure: Failure): Result<null>
  /**
   * All units have receipts: the payload bytes are purged, hashes and receipts stay. `closed`: why it was given up before its end;
   * units without a receipt get one in the same step, `not-sent` or what the journal can swear to.
   */
  finish(audit: AuditSummary | null, closed?: Failure): Result<null>
  /** Gives the target free for other processes. Death does the same. */
  release(): void
}

export interface ApprovedUnit {
  readonly customer: string
  readonly requestsHash: string | null
}

export interface Journal {
  /** Takes the units one by one, all in one transaction: however many they are, only one is in memory. */
  createRun(plan: PlanSummary & { readonly units: Iterable<PlanUnit> }, meta: RunMeta): Result<RunSummary>
  /** Newest first, by the order in which they were made, whatever the clock said. */
  listed(): Result<readonly ListedRun[]>
  /** The same for those that send: fails where one of them is damaged, since nobody knows what else is. */
  runs(): Result<readonly RunSummary[]>
  /** `no-such-run` when there is none. */
  run(id: string): Result<RunSummary>
  /** In plan order, one per customer: `not-sent` and `unknown` for those that have not ended. */
  receipts(id: string): Result<readonly UnitReceipt[]>
  /** In plan order, what was approved: the hash of each customer's requests (seal-plan.ts); null in runs of earlier versions. */
  approved(id: string): Result<readonly ApprovedUnit[]>
  /** The texts in their order. */
  reportSource(id: string): Result<Iterable<string>>
  /**
   * Takes the lock of (base URL, brand): `already-running` when another process or run holds it; `nothing-to-send` when the run
   * is finished.
   */
  hold(id: string): Result<RunLog>
  /** Null when no living process sends the run. */
  holder(id: string): Result<RunHolder | null>
  /** Ordinals of units that were begun and have not ended: an outcome is open, or the customer is there and perhaps not all its sites. */
  begun(id: string): Result<readonly number[]>
  /**
   * Deletes a run that has ended with all that was kept of it, from every file. Refuses while there is anything left to send or to
   * find out: what it knows keeps a customer from being sent twice.
   */
  forget(id: string): Result<null>
  /** Asks the process that sends the run. What was asked of an earlier one is forgotten when the run is held again. */
  wish(id: string, wish: RunWish): Result<null>
  /** In the order they were made; each is answered once. */
  takeWishes(id: string): Result<readonly RunWish[]>
  close(): void
}
