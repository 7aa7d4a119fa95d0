// What a harness hands to the judge when a job is over. Every proof of this repository (simulator, killed processes, fate table,
// broken disks) gathers the same evidence. What one of them cannot see is left out, and what would need it is not judged.
import type { UnitOutcome } from '#core/model/receipt.ts'

/**
 * What the guarantee rests on. A1 `late`: a request is applied within the settle window after it was sent, or never, and reads show
 * it by then. A2 `lag`: reads lag less than that. A3 `other-writer`: nobody else creates the same keys meanwhile.
 */
export type Assumption = 'late' | 'lag' | 'other-writer'

export interface Evidence {
  /** The approved plan: one entry for each customer of each run. */
  readonly wanted: readonly WantedUnit[]
  /** The true ledger: everything that is there in the end. */
  readonly held: readonly HeldCustomer[]
  /** Every request that creates, in the order they reached the server (or were lost on the way). */
  readonly sent: readonly SentRequest[]
  readonly receipts: readonly ReceiptSeen[]
  /** The settle window that held. */
  readonly settleMs: number
  /** Broken on purpose: instead of "once" the promise is then "found and reported". */
  readonly broken: ReadonlySet<Assumption>
  /** All runs came to their end; otherwise only what must hold at any instant is judged. */
  readonly isFinished: boolean
  /** Reads of the server that could tell whether a step was applied. Left out: not judged. */
  readonly looks?: readonly Look[]
  /** The report, row by row. */
  readonly report?: { readonly rowsInFile: number; readonly lines: readonly { readonly row: number; readonly bucket: string }[] }
  /** By process that sent. */
  readonly manners?: readonly Manners[]
  readonly liveness?: { readonly calmFrom: number; readonly endedAt: number; readonly boundMs: number }
  /** From this moment on the final audit read the server: what was visible then must be in the report. Null: there was none. */
  readonly auditedAt?: number | null
}

export interface WantedUnit {
  /** Which run; one harness plays several. */
  readonly run: string
  readonly customer: string
  readonly contractOwnerId: string
  readonly sites: readonly { readonly reference: string; readonly receivingSite: string | null }[]
  /** Hash of the frozen body by step. A body that got ids is hashed with zeros in their place. */
  readonly bodyHashes: Readonly<Record<string, string>>
  /** Numbers of its rows in the file, from 1. */
  readonly rows: readonly number[]
  /** Ends besides `created` that this server or this operator gave a reason for. */
  readonly mayEnd: readonly UnitOutcome[]
}

export interface HeldCustomer {
  readonly id: string
  readonly customer: string
  readonly contractOwnerId: string
  readonly by: 'us' | 'another'
  /** As it was sent; false where the server made something else of it. */
  readonly isAsSent: boolean
  /** From when on reads show it. 0 where the harness does not know better. */
  readonly visibleFrom: number
  readonly sites: readonly HeldSite[]
}

export interface HeldSite {
  readonly id: string
  readonly reference: string
  /** The site that gets its invoices, as the server stored it. */
  readonly receivingId: string | null
  readonly visibleFrom: number
}

export interface SentRequest {
  /** The steps it can fulfil: a customer's request also those of its nested sites (`customer:ACC`, `site:ACC/REF`). */
  readonly steps: readonly string[]
  readonly run?: string
  readonly at: number
  /** Of what has the same time, the order. Left out: nothing has. */
  readonly order?: number
  /** When the client stopped waiting for its answer; null: it died, or it is not known. */
  readonly heardAt: number | null
  /** Its intent was on the disk, synced, before the first byte. Null: cannot be seen. */
  readonly hadIntent: boolean | null
  readonly bodyHash: string | null
  /** What the answer says to whoever knows the API: surely not applied, refused for its content, confirmed, or neither. */
  readonly told: 'not-applied' | 'refused' | 'confirmed' | 'open'
}

export interface Look {
  readonly at: number
  readonly order?: number
  /** The step whose absence it shows; null: it cannot be told which. */
  readonly step: string | null
}

export interface ReceiptSeen {
  readonly run: string
  readonly customer: string
  readonly outcome: UnitOutcome
  readonly customerId: string | null
  readonly siteIds: Readonly<Record<string, string>>
  /** What it said before, oldest first. */
  readonly before: readonly UnitOutcome[]
}

export interface Manners {
  readonly requests: readonly { readonly begunAt: number; readonly isRetry: boolean }[]
  /** The server asked for silence. */
  readonly floors: readonly { readonly from: number; readonly until: number }[]
  readonly logins: { readonly made: number; readonly failed: number; readonly refusedTokens: number; readonly livedMs: number }
}

export interface Violation {
  readonly invariant: 'I1' | "I1'" | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9' | 'I10' | 'I12' | 'canary'
  readonly what: string
}
