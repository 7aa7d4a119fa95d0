// What each fate leads to, by name. Whatever is not named here ends as `created`, and the run never stops for it.
import type { UnitOutcome } from '#core/model/receipt.ts'
import type { FailureCode } from '#core/model/result.ts'
import type { FateName } from '#sandbox/fates/table/index.ts'
import { fateNames, fates } from '#sandbox/fates/table/index.ts'
import type { Assumption } from '../../judge/evidence.ts'
import { accountOf, type Aim, keyOf } from './combinations.ts'

export interface Expectation {
  readonly ends: UnitOutcome
  /** Why the run, or the login before it, stops; an operator then goes on with it. Null: it does not. */
  readonly stops: FailureCode | null
  /** The assumption of the guarantee that the fate breaks. */
  readonly broken: Assumption | null
  /** What the reason of the receipt names. */
  readonly says: string
}

/** The same for the judge. */
export interface Ends {
  readonly mayEnd: readonly UnitOutcome[]
  readonly broken: readonly Assumption[]
}

export const endsFor = (expectations: readonly Expectation[]): Ends => ({ mayEnd: expectations.map(({ ends }) => ends), broken: expectations.flatMap(({ broken }) => broken ?? []) })

export function expectationOf(fate: FateName, aim: Aim, attempt: number): Expectation {
  const broken = brokenBy(fate, aim, attempt)
  return { ends: broken === null ? endOf(fate, aim) : 'duplicate', stops: stops[aim].find(([, names]) => names.includes(fate))?.[0] ?? null, broken, says: storedKeys[fate]?.(keyOf(aim, accountOf(attempt))) ?? '' }
}

/** A definite no that the API gives a reason for. Those that lie (`...-applied`, `...-stored`) are found out by looking. */
const refusals: readonly FateName[] = ['forbidden', 'not-found', 'not-allowed', 'not-acceptable', 'too-large', 'wrong-media', 'unprocessable', 'headers-too-large', 'bad-request', 'bad-request-silent', 'not-implemented']
/** Confirmed, and not to be found under its key: the final look says so, and names the key it is there under. */
const misplaced: readonly FateName[] = ['key-squeezed', 'key-folded', 'not-stored']

const storedKeys: Readonly<Partial<Record<FateName, (key: string) => string>>> = { 'key-squeezed': (key) => `"${key.replaceAll(' ', '')}"`, 'key-folded': (key) => `"${key.toLowerCase()}"` }

function endOf(fate: FateName, aim: Aim): UnitOutcome {
  if (aim !== 'POST /customers' && aim !== 'POST /sites') return 'created'
  if (misplaced.includes(fate)) return 'unknown'
  if (!refusals.includes(fate)) return 'created'
  return aim === 'POST /customers' ? 'rejected' : 'incomplete'
}

/**
 * `applied-twice`: the server itself makes a double. `shown-twice`: it says that there are two. Three looks in a row that hide what
 * is there: reads that lag longer than the window (A2).
 */
function brokenBy(fate: FateName, aim: Aim, attempt: number): Assumption | null {
  if (fates[fate].effect.twist === 'twice') return 'other-writer'
  if (fate === 'shown-twice' && aim === 'GET /customers' && attempt > 1) return 'other-writer'
  return aim === 'GET /sites' && (fate === 'hidden' || fate === 'stale') && attempt === 3 ? 'lag' : null
}

const redirects = fateNames.filter((fate) => fates[fate].shows.points !== undefined)
/** A yes that is no answer of this API. */
const nonsense: readonly FateName[] = ['empty-answer', 'portal', 'without-id', 'null-id', 'object-id', 'in-a-list', 'in-an-envelope', 'byte-order-mark', 'text-answer', 'foreign-answer', 'null-answer', 'half-json', 'deep-json']
const notUnderstood: readonly FateName[] = ['bad-request', 'bad-request-silent']
const unknownPath: readonly FateName[] = ['not-found', 'not-found-page', 'not-allowed', 'gone', 'not-implemented']
/** Lists that speak of others than were asked for, or that are none. */
const misled: readonly FateName[] = ['filter-ignored', 'enveloped', 'foreign-items']

type Stops = readonly (readonly [FailureCode, readonly FateName[]])[]
const unusable = ['server-unusable', [...redirects, ...nonsense, ...notUnderstood]] as const
/** Another customer is confirmed than the one that was sent: at most one wrong record. */
const contradicted: Stops = [['server-unusable', ['other-key', 'other-owner']]]
const lists: Stops = [['server-unusable', [...unusable[1], ...misled]], ['bad-address', unknownPath], ['forbidden', ['forbidden']]]

const stops: Readonly<Record<Aim, Stops>> = {
  'POST /customers': contradicted,
  'POST /sites': contradicted,
  'GET /customers': lists,
  'GET /sites': lists,
  // A server without this path, or one that has not the customer yet, is asked again within the window.
  'GET /customers/{customer_id}': [unusable, ['forbidden', ['forbidden']]],
  // A user may be kept from this list and import all the same.
  'GET /contract-owners': [unusable],
  'POST /authenticate': [
    ['not-authorised', ['unauthorised', 'forbidden', 'bad-request', 'bad-request-silent', 'bad-request-trouble']],
    ['bad-address', [...redirects, 'portal', 'not-found', 'not-found-page', 'not-allowed', 'not-acceptable', 'proxy-login', 'conflict', 'gone', 'too-large', 'wrong-media', 'unprocessable', 'headers-too-large', 'odd-refusal']],
  ],
}
