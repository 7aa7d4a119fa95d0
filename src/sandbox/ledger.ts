// Everything that was ever received and what became of it: what tests assert on instead of trusting the client's word.
import { createHash } from 'node:crypto'
import type { Clock } from './clock.ts'
import type { FateName } from './fates/table/index.ts'

/** A dropped or cut connection is what the client saw; `applied` is what truly happened. */
type Fate = 'pending' | 'answered' | 'cut' | 'dropped'

export type LedgerEntry = {
  readonly number: number
  readonly at: string
  readonly method: string
  readonly path: string
  readonly contentType: string | null
  readonly idempotencyKey: string | null
  readonly bodySha256: string
  /** Null for authentication, as a password is kept nowhere, and where bodies are not kept. */
  readonly body: string | null
  /** Method and path template; null when the request did not get as far as an operation. */
  endpoint: string | null
  keys: readonly string[]
  attempt: number | null
  /** The fate it met; null: none. */
  fault: FateName | null
  /** Whether something was created or changed, and when. */
  applied: boolean
  appliedAt: string | null
  fate: Fate
  status: number | null
  answeredAt: string | null
}

type Received = { readonly method: string; readonly path: string; readonly headers: NodeJS.Dict<string | string[]>; readonly body: Buffer }

export type Ledger = {
  readonly open: (received: Received) => LedgerEntry
  readonly noteApplied: (entry: LedgerEntry, applied: boolean) => void
  readonly close: (entry: LedgerEntry, fate: Exclude<Fate, 'pending'>, status: number | null) => void
  readonly entries: () => readonly LedgerEntry[]
}

const headerText = (value: string | string[] | undefined): string | null => (Array.isArray(value) ? value.join(', ') : (value ?? null))

export function createLedger(clock: Clock, keepsBodies: () => boolean): Ledger {
  const entries: LedgerEntry[] = []
  const timeText = (): string => new Date(clock.nowMs()).toISOString()
  return {
    open: ({ method, path, headers, body }) => {
      const isSecret = path.includes('/authenticate')
      const entry: LedgerEntry = {
        number: entries.length + 1,
        at: timeText(),
        method,
        path,
        contentType: headerText(headers['content-type']),
        idempotencyKey: headerText(headers['idempotency-key']),
        bodySha256: isSecret ? '' : createHash('sha256').update(body).digest('hex'),
        body: isSecret || !keepsBodies() ? null : body.toString('utf8'),
        endpoint: null,
        keys: [],
        attempt: null,
        fault: null,
        applied: false,
        appliedAt: null,
        fate: 'pending',
        status: null,
        answeredAt: null,
      }
      entries.push(entry)
      return entry
    },
    noteApplied: (entry, applied) => Object.assign(entry, { applied, appliedAt: applied ? timeText() : null }),
    close: (entry, fate, status) => Object.assign(entry, { fate, status, answeredAt: timeText() }),
    entries: () => entries,
  }
}
