// Everything that changes while the sandbox runs, built anew by a reset.
import { type Clock, createClock } from './clock.ts'
import { createDatabase, type Database } from './db.ts'
import { createFaultBook, type FaultBook } from './fates/book.ts'
import { createTrouble } from './fates/trouble-maker.ts'
import { createIds, type Id } from './ids.ts'
import { createLedger, type Ledger } from './ledger.ts'
import type { SandboxSettings } from './options.ts'
import { createRateLimit, type RateLimit } from './rate-limit.ts'
import { insertCustomer } from './insert.ts'
import { SEEDED_AT, seededCustomers } from './seed/customers.ts'
import { createTokens, type Tokens } from './tokens.ts'

export type World = {
  /** A copy of its own: the control plane changes it. */
  readonly settings: SandboxSettings
  readonly clock: Clock
  readonly db: Database
  readonly nextId: () => Id
  readonly tokens: Tokens
  readonly rateLimit: RateLimit
  readonly faults: FaultBook
  readonly ledger: Ledger
  /** Wrong passwords in a row, by user name. */
  readonly failedLogins: Map<string, number>
}

export function createWorld(initial: SandboxSettings): World {
  const settings = { ...initial }
  const clock = createClock(settings.now)
  // What is there from the start is old enough for every read.
  let isSeeded = false
  const store = { db: createDatabase(() => (isSeeded ? clock.nowMs() : Number.NEGATIVE_INFINITY)), nextId: createIds(settings.seed, settings.idBase) }
  for (const customer of seededCustomers) insertCustomer(store, customer, SEEDED_AT)
  isSeeded = true
  return {
    settings,
    clock,
    ...store,
    tokens: createTokens(clock, settings),
    rateLimit: createRateLimit(clock, () => settings.rateLimitPerSecond),
    faults: createFaultBook(settings.faults, createTrouble(() => settings.difficultSeed)),
    ledger: createLedger(clock, () => settings.keepsBodies),
    failedLogins: new Map(),
  }
}
