// What can be set from outside, and what holds when it is not. Described in docs/sandbox-differences.md.
import { TOKEN_LIFE_SECONDS } from '#api/schemas/auth.ts'
import type { Fault } from './fates/order.ts'

export type SandboxUser = {
  readonly brand: string
  readonly username: string
  readonly password: string
  /** A user tied to one contract owner sees that owner's data only. elevate-api.md section 1. */
  readonly contractOwnerId?: number
}

export type RetryAfterForm = 'seconds' | 'http-date'

export type SandboxSettings = {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Decides the ids that are given out. Reference data has the same ids for every seed. */
  readonly seed: number
  /** Customer and site ids start above it; beyond 2^53 it shows whether a client keeps ids exact. */
  readonly idBase: bigint
  readonly latencyMs: number
  /** 0 means no limit. */
  readonly rateLimitPerSecond: number
  readonly retryAfterForm: RetryAfterForm
  /** `RateLimit` and `RateLimit-Policy` with every answer. */
  readonly rateLimitFields: boolean
  readonly tokenLifeSeconds: number
  /** Lists do not show yet what is younger. */
  readonly readsLagMs: number
  /** The `Date` of answers, and dates in Retry-After, are so far off. */
  readonly dateSkewMs: number
  /** Wrong passwords in a row that lock a user; 0: never. elevate-api.md section 1 gives no number. */
  readonly lockedAfter: number
  /** Logins from now on are tied to this contract owner. */
  readonly contractOwnerId: number | null
  /** False: the ledger keeps hashes only, for long runs. */
  readonly keepsBodies: boolean
  /** "Make it difficult": decides what goes wrong. Null: nothing does by itself. */
  readonly difficultSeed: number | null
  readonly credentials: SandboxUser
  readonly uniqueAccountNumbers: boolean
  readonly uniqueSiteReferences: boolean
  readonly faults: readonly Fault[]
  /** Epoch milliseconds. */
  readonly now: () => number
}

export type SandboxOptions = Partial<SandboxSettings>

export const PRACTICE_CREDENTIALS: SandboxUser = { brand: 'practice', username: 'operator', password: 'practice' }

export const defaultSettings: SandboxSettings = {
  host: '127.0.0.1',
  port: 0,
  seed: 1,
  idBase: 0n,
  latencyMs: 0,
  rateLimitPerSecond: 0,
  retryAfterForm: 'seconds',
  rateLimitFields: false,
  tokenLifeSeconds: TOKEN_LIFE_SECONDS,
  readsLagMs: 0,
  dateSkewMs: 0,
  lockedAfter: 5,
  contractOwnerId: null,
  keepsBodies: true,
  difficultSeed: null,
  credentials: PRACTICE_CREDENTIALS,
  uniqueAccountNumbers: true,
  uniqueSiteReferences: true,
  faults: [],
  now: () => Date.now(),
}
