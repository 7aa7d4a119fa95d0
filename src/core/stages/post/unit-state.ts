import type { FailureCode } from '../../model/result.ts'
import type { UnitOutcome } from '../../model/receipt.ts'
import type { SendOutcome } from '../../ports.ts'
import type { LoggedUnit } from '../../ports-journal.ts'
import type { UnitWork } from './unit-work.ts'

/** Reads at these parts of the settle window; only the last one proves absence. At least three, as one stale read proves nothing. */
export const settleParts = [0.125, 0.5, 1] as const
export const LAST_LOOK = settleParts.length
/** Requests for one step that may have had an effect. */
export const MAX_SENT = 3

export type Phase =
  /** Is the customer there already? */
  | { readonly kind: 'checking' }
  | { readonly kind: 'sending'; readonly step: string }
  /**
   * Finding out what became of `step`: `looks` reads are behind us (0: the next one is at once). `refusal`: the server said no,
   * and only looking can tell whether it told the truth.
   */
  | { readonly kind: 'settling'; readonly step: string; readonly looks: number; readonly refusal: string | null }
  /** Which sites are there already, before the next one is sent. */
  | { readonly kind: 'listing' }

export interface UnitState {
  readonly phase: Phase
  /** By step: requests that may have had an effect. No object: each new name of a property costs V8 a shape, and every step has another name. */
  readonly sent: ReadonlyMap<string, number>
  readonly customerId: string | null
  readonly siteIds: Readonly<Record<string, string>>
  /** `siteIds` holds every site the server has for this customer. */
  readonly sitesKnown: boolean
  /** By site step: why it could not be created. */
  readonly failed: Readonly<Record<string, { readonly reason: string; readonly unknown: boolean }>>
  /** Site steps that may have been sent, by another run or before this process, and that have not been looked for yet. */
  readonly notLookedFor: readonly string[]
  /** References that the server lists more than once. */
  readonly doubled: readonly string[]
  /** Setbacks in a row, for the back-off. */
  readonly setbacks: number
}

export type Happening =
  | { readonly kind: 'begin' }
  /** A wait that was asked for is over. */
  | { readonly kind: 'waited' }
  | { readonly kind: 'customer-absent' }
  /** `same`: as far as the look-up shows, it is the one of the plan. `times`: how often the server has the key. */
  | { readonly kind: 'customer-found'; readonly customerId: string; readonly same: boolean; readonly times: number }
  /** A customer with nearly this key, or a key that cannot be looked up. */
  | { readonly kind: 'customer-doubtful'; readonly reason: string }
  | { readonly kind: 'sites-read'; readonly siteIds: Readonly<Record<string, string>>; readonly doubled: readonly string[] }
  | SendOutcome

export type Move =
  | { readonly kind: 'look-up-customer' }
  | { readonly kind: 'look-up-sites' }
  | { readonly kind: 'send'; readonly step: string }
  /** Park until this part of the settle window, counted from the moment the outcome became unclear. */
  | { readonly kind: 'settle'; readonly part: number }
  | { readonly kind: 'back-off'; readonly outcome: SendOutcome; readonly attempt: number }
  | { readonly kind: 'finish'; readonly outcome: UnitOutcome; readonly reason: string | null }
  | { readonly kind: 'stop'; readonly code: FailureCode; readonly reason: string }

export interface Next {
  readonly state: UnitState
  readonly move: Move
  /** What a look-up has settled about the open intents of `step`; to be written before the move. */
  readonly settled: { readonly step: string; readonly outcome: 'found' | 'absent' } | null
}

/**
 * The state a journal record stands for. An intent without a definite outcome is unclear, whoever was killed when. A refusal
 * without a receipt was not looked into, where it was the last thing that happened: the customer, or the site, may be there all the
 * same. Earlier refusals were, and are not sent again.
 */
export function restoreUnit(work: UnitWork, logged: LoggedUnit): UnitState {
  const sent = new Map<string, number>()
  for (const { step, outcome } of logged.intents) if (outcome === null || mayHaveApplied.has(outcome)) sent.set(step, (sent.get(step) ?? 0) + 1)
  const open = logged.intents.find(({ outcome }) => isOpen(outcome))
  const nestedMissing = work.sites.some((site) => site.nested && !Object.hasOwn(logged.siteIds, site.reference))
  const openElsewhere = logged.isDoubtful || logged.openElsewhere.length > 0
  const customerUnclear = logged.customerId !== null ? nestedMissing : openElsewhere
  const isThere = (step: string): boolean => step === work.customerStep ? logged.customerId !== null : work.sites.some((site) => site.step === step && Object.hasOwn(logged.siteIds, site.reference))
  const refused = logged.intents.findLast(({ step, outcome }) => outcome === 'rejected' && !isThere(step))
  const step = open?.step ?? refused?.step ?? (customerUnclear ? work.customerStep : null)
  const failed = Object.fromEntries(logged.intents
    .filter((intent) => intent.outcome === 'rejected' && intent.step !== step && intent.step !== work.customerStep && !isThere(intent.step))
    .map((intent) => [intent.step, { reason: intent.note ?? 'The server refused it.', unknown: false }]))
  // One that was sent as often as may be stays open, and the next one may have been sent behind it.
  const isOpenHere = (site: string): boolean => logged.intents.some((intent) => intent.step === site && isOpen(intent.outcome))
  const notLookedFor = work.sites.map((site) => site.step).filter((each) => each !== step && (isOpenHere(each) || logged.isDoubtful || logged.openElsewhere.includes(each)))
  const refusal = open === undefined && refused !== undefined ? (refused.note ?? 'The server refused it.') : null
  return {
    // Another run's request is looked for at once: most often its customer is simply there.
    phase: step !== null ? { kind: 'settling', step, looks: open === undefined && refused === undefined && openElsewhere ? 0 : 1, refusal } : logged.customerId === null ? { kind: 'checking' } : { kind: 'listing' },
    sent, customerId: logged.customerId, siteIds: logged.siteIds, sitesKnown: false, failed, notLookedFor, doubled: [], setbacks: 0,
  }
}

const mayHaveApplied: ReadonlySet<string> = new Set(['accepted', 'unclear', 'critical', 'found', 'absent'])

export function isOpen(outcome: string | null): boolean {
  return outcome === null || outcome === 'unclear' || outcome === 'critical'
}
