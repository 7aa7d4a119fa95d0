// The second half of a fate: what the client gets to see.
import { type Answer, isSuccess } from '../answer.ts'
import type { RetryAfterForm } from '../options.ts'
import { retryAfterText } from '../rate-limit.ts'
import { BASE_PATH } from '../route.ts'
import type { Reply } from '../send.ts'
import { makeBody } from './body.ts'
import type { BodyKind, Fate } from './fate.ts'
import type { Fault } from './order.ts'

/** Made from the true answer: without one there is nothing to show. */
const truthful: ReadonlySet<BodyKind> = new Set([
  'truth', 'without-id', 'null-id', 'object-id', 'text-id', 'other-key', 'other-owner', 'without-sites', 'in-a-list', 'in-an-envelope', 'with-prototype-keys', 'with-byte-order-mark', 'half-json', 'broken-utf8',
])
/** A port that nobody listens on. */
const NOWHERE = 'http://127.0.0.1:9/'

export type Seen = { readonly truth: Answer | null; readonly nowMs: number; readonly retryAfterForm: RetryAfterForm }

export function show({ shows }: Fate, order: Fault, { truth, nowMs, retryAfterForm }: Seen): Reply {
  const { delivery, body } = shows
  if (delivery === 'reset' || delivery === 'close' || delivery === 'silence') return { delivery, answer: { status: 0, body: undefined } }
  // A refused request is answered with the refusal where only the answer or its delivery is at fault.
  if (truth !== null && !isSuccess(truth) && shows.status === null) return { delivery: 'whole', answer: truth }
  const status = shows.status === null ? (truth?.status ?? 200) : (order.status ?? shows.status)
  const made = makeBody(truthful.has(body) && truth === null ? 'message' : body, status, truth?.body)
  const retryAfter = shows.retryAfter === undefined ? {} : retryAfterHeader(shows.retryAfter, order, { nowMs, retryAfterForm })
  const location = shows.points === undefined ? {} : { Location: shows.points === 'here' ? `${BASE_PATH}/elsewhere` : (order.location ?? NOWHERE) }
  return { delivery, answer: { status, body: undefined, ...made, headers: { ...truth?.headers, ...shows.headers, ...retryAfter, ...location } } }
}

function retryAfterHeader(kind: NonNullable<Fate['shows']['retryAfter']>, { retryAfter = 1 }: Fault, { nowMs, retryAfterForm }: Omit<Seen, 'truth'>): Readonly<Record<string, string>> {
  switch (kind) {
    case 'asked':
      if (retryAfter === null) return {}
      return { 'Retry-After': typeof retryAfter === 'string' ? retryAfter : retryAfterText(retryAfter * 1000, nowMs, retryAfterForm) }
    case 'date': return { 'Retry-After': retryAfterText(1000, nowMs, 'http-date') }
    case 'absurd': return { 'Retry-After': '315360000' }
    case 'negative': return { 'Retry-After': '-5' }
    case 'word': return { 'Retry-After': 'soon' }
    default: return kind satisfies never
  }
}
