// Every named point times every fate, then recoveries that are killed again and again. A schedule is data: it can be printed and run alone.
import type { Fault } from '#sandbox/fates/order.ts'
import type { Assumption } from '../judge/evidence.ts'
import { type Kill, type RunPoint, type StepPoint, stepPoints } from './child/orders.ts'
import { accountOf, depotOf, depotStepOf, stepOf } from './wanted.ts'

export const fates = ['applied', 'not', 'late'] as const
/** What becomes of the request of interest: applied, not applied, or applied when the process that sent it is dead and the next one is at work. */
export type Fate = (typeof fates)[number]

export interface Schedule {
  readonly name: string
  readonly fate: Fate
  /** When the late request lands, from its arrival. */
  readonly lateMs: number
  readonly faults: readonly Fault[]
  /** One process after the other; the one after the last is let live. */
  readonly kills: readonly Kill[]
  /** What is broken on purpose, so that the final look finds something. */
  readonly broken?: readonly Assumption[]
}

/** Longer than a new process needs to begin work, shorter than the settle window. */
export const LATE_MS = 600
export const SETTLE_MS = 1_300
export const CUSTOMERS = 4

interface Aim {
  readonly step: string
  readonly endpoint: string
  readonly key: string
}

const customerAim = (index: number): Aim => ({ step: stepOf(accountOf(index)), endpoint: 'POST /customers', key: accountOf(index) })
const site: Aim = { step: depotStepOf(accountOf(1)), endpoint: 'POST /sites', key: depotOf(accountOf(1)) }
/** The first customer is sent alone; the second has a site of its own request; the third is one among others. */
const aims: readonly Aim[] = [customerAim(0), customerAim(1), customerAim(2), site]

/** With an answer (a 500) where the point lies behind the answer, else without. */
function faultFor({ endpoint, key }: Aim, { fate, lateMs }: { readonly fate: Fate; readonly lateMs: number }, answered: boolean): Fault {
  const common = { endpoint, key, attempt: 1 }
  switch (fate) {
    case 'applied': return { ...common, fault: answered ? 'error-applied' : 'drop-applied' }
    case 'not': return { ...common, fault: answered ? 'error-not-applied' : 'drop-not-applied' }
    case 'late': return { ...common, fault: 'drop-applied-later', delayMs: Math.round(lateMs) }
    default: return fate satisfies never
  }
}

const receiptPoints: ReadonlySet<StepPoint> = new Set(['before-receipt', 'noted-receipt', 'writing-receipt', 'wrote-receipt'])
const answeredPoints: ReadonlySet<StepPoint> = new Set(['got-headers', 'got-answer', 'noted-outcome', 'writing-outcome', 'wrote-outcome', ...receiptPoints])

function stepSchedules(lateMs: number): Schedule[] {
  return stepPoints.flatMap((point) => aims.flatMap((aim) => fates.flatMap((fate): Schedule[] => {
    const isReceipt = receiptPoints.has(point)
    if (isReceipt && aim === site) return []
    // A late request has no answer whose headers could be read: then another customer's is the late one.
    const met = point === 'got-headers' && fate === 'late' ? customerAim(3) : aim
    return [{ name: `${point} of ${aim.step}`, fate, lateMs, faults: [faultFor(met, { fate, lateMs }, answeredPoints.has(point))], kills: [{ point, step: aim.step, visit: 1 }] }]
  })))
}

/** Refused with a 400, and done all the same: what is learnt of it by looking must outlive a kill as well. */
function refusedSchedules(lateMs: number): Schedule[] {
  const [, second] = aims
  const moments: readonly (readonly [StepPoint, string])[] = [
    ...(['noted-outcome', 'wrote-outcome', 'before-receipt', 'noted-receipt', 'wrote-receipt'] as const).flatMap((point) => aims.slice(0, 3).map(({ step }) => [point, step] as const)),
    ...(['connected', 'intended', 'wrote', 'got-answer', 'noted-outcome', 'wrote-outcome'] as const).map((point) => [point, site.step] as const),
  ]
  return moments.map(([point, step]): Schedule => {
    const met = aims.find((aim) => aim.step === step && aim !== site) ?? second ?? site
    return { name: `${point} of ${step} after a refusal`, fate: 'applied', lateMs, faults: [{ endpoint: met.endpoint, key: met.key, attempt: 1, fault: 'bad-request-applied' }], kills: [{ point, step, visit: 1 }] }
  })
}

/** How often a point is passed at least, so that each visit asked for is sure to come. */
const runVisits: readonly (readonly [RunPoint, readonly number[]])[] = [
  ['opening-journal', [1, 2, 3, 4, 5, 6, 8]], ['opened-journal', [1]], ['freezing', [1, 3, CUSTOMERS]], ['freezing-commit', [1]], ['frozen', [1]], ['held', [1]],
  ['reading', [1, 2, 3, 4, 6, 9]], ['calibrated', [1]], ['loading', [2, 3, CUSTOMERS]],
  ['auditing', [1, 2, 3, 4, 5]], ['audited', [1, 2, 3, 4, 5]],
  ['finishing', [1]], ['finishing-commit', [1]], ['emptying-log', [1]], ['finished', [1]], ['writing-report', [1]], ['renaming-report', [1]], ['reported', [1]],
]

function runSchedules(lateMs: number): Schedule[] {
  return runVisits.flatMap(([point, visits]) => visits.flatMap((visit) => fates.map((fate): Schedule => {
    const aim = aims[visit % aims.length] ?? site
    return { name: `${point} ${visit}`, fate, lateMs, faults: [faultFor(aim, { fate, lateMs }, false)], kills: [{ point, step: null, visit }] }
  })))
}

/** So late that the customer is there twice, and the final look has something to note. */
function findingSchedules(lateMs: number): Schedule[] {
  const delayMs = Math.round((1.5 * SETTLE_MS * lateMs) / LATE_MS)
  const points: readonly RunPoint[] = ['audited', 'finding', 'noted-finding', 'finishing', 'finishing-commit', 'finished', 'reported']
  return points.flatMap((point) => aims.slice(0, 3).map((aim): Schedule => ({
    name: `${point} with a double of ${aim.step}`, fate: 'late', lateMs: delayMs, faults: [faultFor(aim, { fate: 'late', lateMs: delayMs }, false)], kills: [{ point, step: null, visit: 1 }], broken: ['late'],
  })))
}

const any = (point: Kill['point'], visit = 1): Kill => ({ point, step: null, visit })
const begun: readonly Kill[] = [any('opening-journal', 2), any('opened-journal'), any('held'), any('reading', 1), any('reading', 3), any('calibrated'), any('reading', 5)]

/** The recovery is killed eight times: while it begins, while it looks, and around what it notes. */
function nestedSchedules(lateMs: number): Schedule[] {
  return aims.flatMap((aim, at) => fates.map((fate): Schedule => {
    const first = (['intended', 'wrote-half', 'wrote', 'got-answer'] as const)[(at + fates.indexOf(fate)) % 4] ?? 'wrote'
    // What is not there is written together with the intent of another attempt: to die behind that costs one, and there are three.
    const noting: readonly StepPoint[] = ['got-answer', ...(fate === 'not' ? ['noted-outcome', 'writing-outcome'] as const : ['writing-outcome', 'wrote-outcome'] as const)]
    const start = at + fates.indexOf(fate)
    const early = Array.from({ length: 5 }, (_, place) => begun[(start + place) % begun.length] ?? any('held'))
    const late = noting.map((point): Kill => ({ point, step: aim.step, visit: 1 }))
    return { name: `${first} of ${aim.step}, then eight more`, fate, lateMs, faults: [faultFor(aim, { fate, lateMs }, false)], kills: [{ point: first, step: aim.step, visit: 1 }, ...early, ...late] }
  }))
}

export function allSchedules(lateMs = LATE_MS): readonly Schedule[] {
  return [...stepSchedules(lateMs), ...refusedSchedules(lateMs), ...runSchedules(lateMs), ...findingSchedules(lateMs), ...nestedSchedules(lateMs)]
}
