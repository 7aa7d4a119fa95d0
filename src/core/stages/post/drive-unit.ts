// Obeys the machine for one customer: does each move, and tells the machine what happened.
import type { Result } from '../../model/result.ts'
import type { UnitOutcome, UnitReceipt } from '../../model/receipt.ts'
import type { SendOutcome } from '../../ports.ts'
import { readBack } from './canary.ts'
import type { Job } from './job.ts'
import type { LiveUnit } from './live-unit.ts'
import { lookUpCustomer, lookUpSites } from './look-up.ts'
import { doubtAfter } from './next-checks.ts'
import { nextMove } from './next-move.ts'
import { retryDelay } from './pace/index.ts'
import { mayNotBegin, sendStep, weighOutcome } from './send-step.ts'
import type { Happening, Move, Next } from './unit-state.ts'

/** `left`: without a receipt, because the run ends. */
export type Driven = { readonly kind: 'ended'; readonly receipt: UnitReceipt } | { readonly kind: 'parked' } | { readonly kind: 'left' }

type Finish = Extract<Move, { kind: 'finish' }>

/** `isFirst`: no customer of this run was proved yet; this one is, before it counts as created. */
export async function driveUnit(job: Job, unit: LiveUnit, isFirst: boolean): Promise<Driven> {
  if (unit.parkedUntil !== null && park(job, unit, unit.parkedPart) > job.clock.now()) return { kind: 'parked' }
  let happening: Happening = unit.parkedUntil === null ? { kind: 'begin' } : { kind: 'waited' }
  unit.parkedUntil = null
  for (;;) {
    const { state, move, settled } = nextMove(unit.work, unit.state, happening)
    unit.state = state
    if (!settle(job, unit, settled)) return { kind: 'left' }
    if (move.kind === 'finish') return needsProof(move.outcome, unit, isFirst) ? prove(job, unit, { move, isFirst }) : end(job, unit, move)
    if (move.kind === 'stop') {
      job.stop({ code: move.code, message: move.reason })
      return { kind: 'left' }
    }
    if (move.kind === 'settle') {
      park(job, unit, move.part)
      return { kind: 'parked' }
    }
    const next = await obey(job, unit, { move, isFirst })
    if (next === null) return { kind: 'left' }
    happening = next
  }
}

/** The window counts from the request; it is asked for anew each time, as it may have grown. */
function park(job: Job, unit: LiveUnit, part: number): number {
  unit.parkedPart = part
  unit.parkedUntil = unit.settleFrom + job.settle.ms() * part
  return unit.parkedUntil
}

/** The first one created, even where a site of it was refused: what the server makes of a customer is seen before a second one is sent. */
function needsProof(outcome: UnitOutcome, { wasFound }: LiveUnit, isFirst: boolean): boolean {
  return outcome === 'created' ? isFirst || wasFound : outcome === 'incomplete' && isFirst
}

/** The receipt is written after the proof: a customer that came out different is not called created, whoever is killed when. */
async function prove(job: Job, unit: LiveUnit, { move, isFirst }: { readonly move: Finish; readonly isFirst: boolean }): Promise<Driven> {
  const wrong = await readBack(job, unit)
  if (!wrong.ok) {
    job.stop(wrong.failure)
    return { kind: 'left' }
  }
  if (wrong.value === null) return end(job, unit, move)
  const ended = end(job, unit, { kind: 'finish', outcome: 'unknown', reason: `The server confirmed it, but it ${wrong.value}. Please check it there.` })
  if (isFirst) job.stop({ code: 'server-unusable', message: `The first customer, ${unit.work.customer}, was confirmed by the server but ${wrong.value}. Nothing else was sent: look at this customer on the server before going on.` })
  return ended
}

/** Null: the run ends. */
async function obey(job: Job, unit: LiveUnit, { move, isFirst }: { readonly move: Exclude<Move, { kind: 'finish' | 'stop' | 'settle' }>; readonly isFirst: boolean }): Promise<Happening | null> {
  switch (move.kind) {
    case 'look-up-customer': return orStop(job, await lookUpCustomer(job.reader, unit.work))
    case 'look-up-sites': return orStop(job, await lookUpSites(job.reader, unit.state.customerId ?? ''))
    case 'back-off': return (await backOff(job, move)) ? { kind: 'waited' } : null
    case 'send': {
      if (mayNotBegin(job, unit)) return null
      const outcome = await sendStep(job, unit, { step: move.step, receiptAfter: (answer) => receiptAfter(unit, answer, isFirst) })
      if (outcome === null) return null
      if (mayHaveArrived(outcome)) unit.settleFrom = job.clock.now()
      unit.doubt = doubtAfter(outcome) ?? unit.doubt
      const failure = weighOutcome(job, outcome)
      if (failure !== null) job.stop(failure)
      return outcome
    }
    default: return move satisfies never
  }
}

/** A refusal too: what it says no to is looked for through a whole window, which counts from this request and not from an earlier one. */
function mayHaveArrived({ kind }: SendOutcome): boolean {
  return kind === 'unclear' || kind === 'accepted' || kind === 'rejected' || kind === 'critical'
}

function orStop<Value>(job: Job, result: Result<Value>): Value | null {
  if (result.ok) return result.value
  job.stop(result.failure)
  return null
}

/** False: the run ends. Everybody waits with it: what this lane met, the next one would meet too. */
async function backOff(job: Job, { outcome, attempt }: Extract<Move, { kind: 'back-off' }>): Promise<boolean> {
  const delayMs = retryDelay(attempt, outcome, job.random)
  const { patience } = job.reader
  if (outcome.kind !== 'unreachable') patience.noteContact()
  const failure = (outcome.kind === 'unreachable' ? patience.noteUnreachable(outcome.reason) : null) ?? patience.noteTrouble(troubleText(outcome))
  if (failure !== null) {
    job.stop(failure)
    return false
  }
  job.pacer.hold(delayMs)
  job.tally.setWaiting(outcome.kind === 'throttled' ? 'throttled' : outcome.kind === 'unreachable' ? 'no-network' : 'server-trouble', delayMs)
  // The hold delays the next turn; no further sleep is needed.
  return job.failure() === null
}

function troubleText(outcome: SendOutcome): string {
  return 'reason' in outcome ? outcome.reason : 'it keeps asking to slow down'
}

/** Writes what a look-up found about open intents. False: the journal failed, the run ends. */
function settle(job: Job, unit: LiveUnit, settled: Next['settled']): boolean {
  if (settled === null) return true
  const { customerId, siteIds } = unit.state
  if (settled.outcome === 'found') unit.wasFound = true
  for (const id of intentsOf(unit, settled)) {
    const noted = job.log.markOutcome({ id, ordinal: unit.ordinal, outcome: settled.outcome, note: 'looked up' }, settled.outcome === 'found' ? { customerId, siteIds } : null, null)
    if (!noted.ok) {
      job.stop(noted.failure)
      return false
    }
  }
  unit.openIntents = unit.openIntents.filter(({ step }) => step !== settled.step)
  return true
}

/** What was called absent, and is found after all, has to be on the disk as well: what follows needs the customer's id. */
function intentsOf({ openIntents, lastIntents }: LiveUnit, { step, outcome }: NonNullable<Next['settled']>): readonly number[] {
  const open = openIntents.filter((intent) => intent.step === step && (!intent.refused || outcome === 'found')).map(({ id }) => id)
  const last = lastIntents.get(step)
  return open.length > 0 || outcome === 'absent' || last === undefined ? open : [last]
}

/** What the machine will say to it, asked beforehand: outcome and receipt are one commit then, not two. */
function receiptAfter(unit: LiveUnit, outcome: SendOutcome, isFirst: boolean): UnitReceipt | null {
  const { state, move } = nextMove(unit.work, unit.state, outcome)
  return move.kind === 'finish' && !needsProof(move.outcome, unit, isFirst) ? receiptOf({ work: unit.work, state }, move) : null
}

function end(job: Job, unit: LiveUnit, move: Finish): Driven {
  if (unit.receipt !== null) return { kind: 'ended', receipt: unit.receipt }
  const receipt = receiptOf(unit, move)
  const noted = job.log.markReceipt(unit.ordinal, receipt)
  if (noted.ok) return { kind: 'ended', receipt }
  job.stop(noted.failure)
  return { kind: 'left' }
}

function receiptOf({ state, work }: Pick<LiveUnit, 'state' | 'work'>, { outcome, reason }: Finish): UnitReceipt {
  const siteIds = Object.fromEntries(work.sites.flatMap(({ reference }) => {
    const id = Object.hasOwn(state.siteIds, reference) ? state.siteIds[reference] : undefined
    return id === undefined ? [] : [[reference, id]]
  }))
  const attempts = [...state.sent.values()].reduce((sum, count) => sum + count, 0)
  return { customer: work.customer, outcome, customerId: state.customerId, siteIds, reason, attempts }
}
