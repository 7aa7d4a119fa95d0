// The machine that decides. Pure: a customer's state and what just happened in, the next state and one move out. Everything that
// makes "exactly once" true is in this file; the loop only obeys, and may be killed between any two lines.
import type { UnitOutcome } from '../../model/receipt.ts'
import type { SendOutcome } from '../../ports.ts'
import type { Happening, Move, Next, UnitState } from './unit-state.ts'
import { LAST_LOOK, MAX_SENT, settleParts } from './unit-state.ts'
import type { SiteWork, UnitWork } from './unit-work.ts'

type Settled = Next['settled']
type Settling = Extract<UnitState['phase'], { readonly kind: 'settling' }>

export function nextMove(work: UnitWork, state: UnitState, happening: Happening): Next {
  switch (happening.kind) {
    case 'begin':
      return state.phase.kind === 'settling' && state.phase.looks > 0 ? waitOrLook(work, state, state.phase) : goOn(work, state)
    case 'waited': return goOn(work, state)
    case 'customer-absent': return customerAbsent(work, state)
    case 'customer-found': return customerFound(work, state, happening)
    case 'customer-doubtful': return finish(state, isOurs(work, state) ? 'unknown' : 'not-sent', happening.reason)
    case 'sites-read': return sitesRead(work, { ...state, siteIds: { ...state.siteIds, ...happening.siteIds }, doubled: happening.doubled })
    case 'accepted': case 'rejected': case 'throttled': case 'not-applied': case 'unreachable': case 'unclear': case 'unauthorised': case 'critical':
      return sendEnded(work, state, happening)
    default: return happening satisfies never
  }
}

/** The move that the phase itself calls for. */
function goOn(work: UnitWork, state: UnitState): Next {
  const { phase } = state
  switch (phase.kind) {
    case 'checking': return then(state, { kind: 'look-up-customer' })
    case 'sending': return then(state, { kind: 'send', step: phase.step })
    case 'listing': return advance(work, state, null)
    case 'settling':
      return then(state, { kind: phase.step === work.customerStep && state.customerId === null ? 'look-up-customer' : 'look-up-sites' })
    default: return phase satisfies never
  }
}

function customerAbsent(work: UnitWork, state: UnitState): Next {
  const { phase } = state
  const send: UnitState = { ...state, phase: { kind: 'sending', step: work.customerStep } }
  if (phase.kind !== 'settling') return then(send, { kind: 'send', step: work.customerStep })
  if (phase.looks < LAST_LOOK) return lookAgain(work, state, phase)
  const settled: Settled = { step: work.customerStep, outcome: 'absent' }
  if (phase.refusal !== null) return { ...finish(state, 'rejected', phase.refusal), settled }
  if (timesSent(state, work.customerStep) >= MAX_SENT) return finish(state, 'unknown', `It was sent ${MAX_SENT} times, no answer was clear, and the server does not list it.`)
  return { state: send, move: { kind: 'send', step: work.customerStep }, settled }
}

function customerFound(work: UnitWork, state: UnitState, found: Extract<Happening, { kind: 'customer-found' }>): Next {
  if (!isOurs(work, state)) {
    const reason = found.times > 1 ? `The server already has ${found.times} customers with this account number.` : 'The server already has a customer with this account number.'
    return finish({ ...state, customerId: found.customerId }, found.times > 1 ? 'duplicate' : 'existing', reason)
  }
  if (found.times > 1) return finish({ ...state, customerId: found.customerId }, 'duplicate', `The server lists this account number ${found.times} times. Only one of them may stay: end-date the other.`)
  if (!found.same) return finish(state, 'unknown', 'A customer with this account number but another name is there: please check it.')
  const refusal = state.phase.kind === 'settling' ? state.phase.refusal : null
  const looks = state.phase.kind === 'settling' && refusal === null ? state.phase.looks : 0
  const settling: UnitState = { ...state, customerId: found.customerId, phase: { kind: 'settling', step: work.customerStep, looks, refusal } }
  return { state: settling, move: { kind: 'look-up-sites' }, settled: { step: work.customerStep, outcome: 'found' } }
}

/** A customer that is there because we sent it, or may be: an attempt of this run could have had an effect. */
function isOurs(work: UnitWork, state: UnitState): boolean {
  return timesSent(state, work.customerStep) > 0 || (state.phase.kind === 'settling' && state.phase.refusal !== null)
}

function sitesRead(work: UnitWork, state: UnitState): Next {
  const { phase } = state
  const known: UnitState = { ...state, sitesKnown: true }
  if (phase.kind !== 'settling') return advance(work, known, null)
  const nested = work.sites.filter((site) => site.nested)
  const wanted = phase.step === work.customerStep ? nested : work.sites.filter((site) => site.step === phase.step)
  if (wanted.every((site) => isThere(state, site))) return advance(work, known, { step: phase.step, outcome: 'found' })
  if (phase.looks < LAST_LOOK) return lookAgain(work, state, phase)
  if (phase.step === work.customerStep) {
    const foreign = phase.refusal !== null && !nested.some((site) => isThere(state, site))
    return foreign ? finish(state, 'unknown', `The server refused it (${phase.refusal}), yet a customer with this account number appeared: please check it.`) : advance(work, known, null)
  }
  const settled: Settled = { step: phase.step, outcome: 'absent' }
  if (phase.refusal !== null) return advance(work, failSite(known, phase.step, { reason: phase.refusal, unknown: false }), settled)
  if (timesSent(state, phase.step) >= MAX_SENT) return advance(work, failSite(known, phase.step, { reason: `sent ${MAX_SENT} times without a clear answer`, unknown: true }), null)
  return { ...then({ ...known, phase: { kind: 'sending', step: phase.step } }, { kind: 'send', step: phase.step }), settled }
}

function sendEnded(work: UnitWork, state: UnitState, outcome: SendOutcome): Next {
  const step = state.phase.kind === 'sending' ? state.phase.step : work.customerStep
  const counted: UnitState = { ...state, setbacks: 0, sent: new Map(state.sent).set(step, timesSent(state, step) + 1) }
  switch (outcome.kind) {
    case 'accepted': return accepted(work, counted, { step, outcome })
    case 'rejected': {
      // A second opinion by looking: a "no" after an unclear attempt may only mean that the first one arrived.
      const looks = timesSent(state, step) > 0 ? 0 : LAST_LOOK
      return goOn(work, { ...state, setbacks: 0, phase: { kind: 'settling', step, looks, refusal: outcome.reason } })
    }
    case 'unclear': {
      const phase: Settling = { kind: 'settling', step, looks: outcome.lookNow ? 0 : 1, refusal: null }
      return waitOrLook(work, { ...counted, sitesKnown: false, phase }, phase)
    }
    case 'critical': return then({ ...counted, phase: { kind: 'settling', step, looks: 1, refusal: null } }, { kind: 'stop', code: 'server-unusable', reason: outcome.reason })
    case 'unauthorised':
      if (outcome.final || state.setbacks >= 3) return then(state, { kind: 'stop', code: 'not-authorised', reason: outcome.reason })
      return backOff(state, outcome)
    case 'throttled': case 'not-applied': case 'unreachable': return backOff(state, outcome)
    default: return outcome satisfies never
  }
}

/** Surely not applied: try again after a pause. A customer is looked up once more before, as time has passed. */
function backOff(state: UnitState, outcome: SendOutcome): Next {
  const phase: UnitState['phase'] = state.customerId === null ? { kind: 'checking' } : state.phase
  return then({ ...state, phase, setbacks: state.setbacks + 1 }, { kind: 'back-off', outcome, attempt: state.setbacks })
}

function accepted(work: UnitWork, state: UnitState, sent: { readonly step: string; readonly outcome: Extract<SendOutcome, { kind: 'accepted' }> }): Next {
  const { step, outcome } = sent
  if (step !== work.customerStep) {
    const reference = work.sites.find((site) => site.step === step)?.reference ?? ''
    return advance(work, { ...state, siteIds: { ...state.siteIds, [reference]: outcome.id } }, null)
  }
  const created: UnitState = { ...state, customerId: outcome.id, siteIds: outcome.siteIds }
  if (work.sites.every((site) => !site.nested || isThere(created, site))) return advance(work, { ...created, sitesKnown: true }, null)
  // The answer does not show all sites. A read may lag, so that missing is only believed after the window.
  return then({ ...created, phase: { kind: 'settling', step, looks: 0, refusal: null } }, { kind: 'look-up-sites' })
}

/** The customer is there: on to the next site, or done. */
function advance(work: UnitWork, state: UnitState, settled: Settled): Next {
  const next = work.sites.find((site) => !isThere(state, site) && state.failed[site.step] === undefined)
  if (next === undefined) return ended(work, state, settled)
  if (!state.sitesKnown) return { state: { ...state, phase: { kind: 'listing' } }, move: { kind: 'look-up-sites' }, settled }
  if (next.receivingSite !== null && !Object.hasOwn(state.siteIds, next.receivingSite)) {
    const why = { reason: `the site that receives its invoices, ${next.receivingSite}, is not there`, unknown: false }
    return advance(work, failSite(state, next.step, why), settled)
  }
  if (state.notLookedFor.includes(next.step)) return lookFirst(state, next.step, settled)
  return { state: { ...state, phase: { kind: 'sending', step: next.step } }, move: { kind: 'send', step: next.step }, settled }
}

/** Another run or process sent this site, and may not have been answered: it is looked for through a whole window before it is sent again. */
function lookFirst(state: UnitState, step: string, settled: Settled): Next {
  const notLookedFor = state.notLookedFor.filter((each) => each !== step)
  return { state: { ...state, notLookedFor, phase: { kind: 'settling', step, looks: 1, refusal: null } }, move: { kind: 'settle', part: settleParts[0] }, settled }
}

function ended(work: UnitWork, state: UnitState, settled: Settled): Next {
  const doubled = work.sites.filter((site) => state.doubled.includes(site.reference))
  if (doubled.length > 0) {
    const names = doubled.map((site) => site.reference).join(', ')
    return { ...finish(state, 'duplicate', `The server lists more than once: ${names}. Only one of each may stay: end-date the other.`), settled }
  }
  const failed = work.sites.flatMap((site) => {
    const why = state.failed[site.step]
    // Refused, and seen all the same by a later look at the sites.
    return why === undefined || isThere(state, site) ? [] : [{ ...why, reference: site.reference }]
  })
  if (failed.length === 0) return { ...finish(state, 'created', null), settled }
  const reason = failed.map((site) => `Site ${site.reference}: ${site.reason}`).join('; ')
  return { ...finish(state, failed.some((site) => site.unknown) ? 'unknown' : 'incomplete', reason), settled }
}

function lookAgain(work: UnitWork, state: UnitState, phase: Settling): Next {
  const later: Settling = { ...phase, looks: phase.looks + 1 }
  return waitOrLook(work, { ...state, phase: later }, later)
}

function waitOrLook(work: UnitWork, state: UnitState, phase: Settling): Next {
  const part = settleParts[phase.looks - 1]
  return part === undefined ? goOn(work, state) : then(state, { kind: 'settle', part })
}

function timesSent({ sent }: UnitState, step: string): number {
  return sent.get(step) ?? 0
}

function isThere(state: UnitState, site: SiteWork): boolean {
  // An own member: a site may well be called `constructor`.
  return Object.hasOwn(state.siteIds, site.reference)
}

function failSite(state: UnitState, step: string, why: { readonly reason: string; readonly unknown: boolean }): UnitState {
  return { ...state, failed: { ...state.failed, [step]: why } }
}

function then(state: UnitState, move: Move): Next {
  return { state, move, settled: null }
}

function finish(state: UnitState, outcome: UnitOutcome, reason: string | null): Next {
  return then(state, { kind: 'finish', outcome, reason })
}
