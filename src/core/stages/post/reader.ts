import type { Failure, Result } from '../../model/result.ts'
import { fail, ok } from '../../model/result.ts'
import type { Api, Clock, Random, ReadOutcome } from '../../ports.ts'
import { heardOf, retryDelay, type Pacer } from './pace/index.ts'
import type { Patience } from './patience.ts'
import type { WaitReason } from './progress.ts'
import { settleParts } from './unit-state.ts'

/** What this server's look-ups have been seen to do. */
export interface Oracle {
  /** A customer that is there was found by its account number: one that is not found is not there. */
  findsByKey: boolean
}

export interface Reader {
  readonly oracle: Oracle
  readonly api: Api
  readonly clock: Clock
  readonly random: Random
  readonly pacer: Pacer
  readonly patience: Patience
  /** Asked after each wait. */
  readonly halted: () => boolean
  readonly onWait: (reason: WaitReason, delayMs: number) => void
  /** How long reads may lag behind what was written; 0 where nobody waits for that. */
  readonly settleMs: () => number
}

/**
 * Two reads that contradict each other may have met different copies of the data. Waits before the look after `looks` contradictions; false when
 * lag cannot explain them any more, or the run halts. Everybody waits: the next one would meet the same.
 */
export async function waitForLag(reader: Reader, looks: number): Promise<boolean> {
  const part = settleParts[looks]
  if (part === undefined || reader.settleMs() === 0) return false
  const delayMs = reader.settleMs() * (part - (settleParts[looks - 1] ?? 0))
  reader.pacer.hold(delayMs)
  reader.onWait('checking', delayMs)
  return !reader.halted()
}

/**
 * A read, repeated through throttling, trouble and lost connections until it is answered: reading twice does no harm. Fails with
 * `no-network`, `not-authorised`, `forbidden`, `server-unusable`, or `stopped` when the run halts.
 */
export async function readPatiently<Value>(reader: Reader, call: () => Promise<ReadOutcome<Value>>): Promise<Result<Value>> {
  // From its own first setback: time that it waited for others is no sign that it will not be answered.
  let since: number | null = null
  for (let attempt = 0; ; attempt += 1) {
    const turn = await reader.pacer.turn({ lane: 'read', isRetry: attempt > 0 })
    if (reader.halted()) return fail('stopped', 'Stopped.')
    const outcome = await call()
    turn.done(heardOf(outcome))
    switch (outcome.kind) {
      case 'answer':
        reader.patience.noteContact()
        return ok(outcome.value)
      case 'throttled': case 'unclear': case 'unreachable': {
        since ??= reader.clock.now()
        const failure = bear(reader, outcome, { attempt, since })
        if (failure !== null) return { ok: false, failure }
        break
      }
      case 'unauthorised': return fail('not-authorised', outcome.reason)
      case 'refused': return refuse(outcome)
      case 'unusable': return fail('server-unusable', outcome.reason)
      default: return outcome satisfies never
    }
  }
}

/** A question that is not answered so long, or so often, is given up: patience with sends is counted elsewhere. */
const MOST_READS = 12
const PATIENCE_MS = 600_000

type Setback = Extract<ReadOutcome<never>, { readonly kind: 'throttled' | 'unclear' | 'unreachable' }>

/** Everybody waits, not this lane alone: the next one would meet the same. */
function bear(reader: Reader, outcome: Setback, tried: { readonly attempt: number; readonly since: number }): Failure | null {
  if (outcome.kind !== 'unreachable') reader.patience.noteContact()
  const delayMs = retryDelay(tried.attempt, outcome, reader.random)
  reader.pacer.hold(delayMs)
  reader.onWait(outcome.kind === 'throttled' ? 'throttled' : outcome.kind === 'unclear' ? 'server-trouble' : 'no-network', delayMs)
  if (outcome.kind === 'unreachable') return reader.patience.noteUnreachable(outcome.reason)
  if (tried.attempt + 1 < MOST_READS && reader.clock.now() - tried.since < PATIENCE_MS) return null
  const reason = outcome.kind === 'throttled' ? 'it keeps asking to slow down' : outcome.reason
  return { code: 'server-unusable', message: `The server does not answer a question, asked ${tried.attempt + 1} times: ${reason}. Go on later: nothing is lost.` }
}

function refuse(outcome: Extract<ReadOutcome<never>, { readonly kind: 'refused' }>): Result<never> {
  switch (outcome.status) {
    case 'forbidden': return fail('forbidden', `This user may not read what is needed: ${outcome.reason}`)
    case 'missing': return fail('bad-address', `The server does not know this path: ${outcome.reason} Check the address.`)
    case 'bad-request': return fail('server-unusable', `The server did not understand a question: ${outcome.reason}`)
    default: return outcome.status satisfies never
  }
}

/** All pages of a list, up to and including the empty one: a short page is no proof of the end. Null when the cap was hit. */
export async function readAllPages<Item>(
  reader: Reader, cap: { readonly size: number; readonly pages: number }, call: (page: { readonly number: number; readonly size: number }) => Promise<ReadOutcome<readonly Item[]>>,
): Promise<Result<readonly Item[] | null>> {
  const items: Item[] = []
  const read = await eachPage(reader, { cap, call }, (page) => void items.push(...page))
  if (!read.ok) return read
  return ok(read.value ? items : null)
}

export interface Paging<Item> {
  readonly cap: { readonly size: number; readonly pages: number }
  readonly call: (page: { readonly number: number; readonly size: number }) => Promise<ReadOutcome<readonly Item[]>>
}

/** The same without keeping them. False when the cap was hit. */
export async function eachPage<Item>(reader: Reader, { cap, call }: Paging<Item>, take: (items: readonly Item[]) => void): Promise<Result<boolean>> {
  for (let number = 1; number <= cap.pages; number += 1) {
    const page = await readPatiently(reader, () => call({ number, size: cap.size }))
    // Some servers say "not found" to a page after the last one.
    if (!page.ok) return number > 1 && page.failure.code === 'bad-address' ? ok(true) : page
    if (page.value.length === 0) return ok(true)
    take(page.value)
  }
  return ok(false)
}
