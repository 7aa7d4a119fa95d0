// What can be set from outside, and what holds when it is not. Described in docs/sandbox-differences.md.
import { TOKEN_LIFE_SECONDS } from '#api/schemas/auth.ts'
import type { Fault } from './faults/fault.ts'

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
  readonly tokenLifeSeconds: number
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
  tokenLifeSeconds: TOKEN_LIFE_SECONDS,
  credentials: PRACTICE_CREDENTIALS,
  uniqueAccountNumbers: true,
  uniqueSiteReferences: true,
  faults: [],
  now: () => Date.now(),
}
