// Statuses that say no, or slow down. Those that a server may send after having done the work exist twice.
import { creates, everywhere, type Fate, never, now, type Shown, status } from '../fate.ts'

const refusal = (what: string, covers: readonly string[], shows: Shown): Fate => ({ what, covers, meets: everywhere, effect: never, shows })
const applied = (what: string, covers: readonly string[], shows: Shown): Fate => ({ what, covers, meets: creates, effect: now, shows })

export const refusals = {
  throttle: refusal('429 with Retry-After', ['A03'], status(429, 'message', { retryAfter: 'asked' })),
  'throttle-date': refusal('429 with Retry-After as a date', ['A03', 'A19'], status(429, 'message', { retryAfter: 'date' })),
  'throttle-absurd': refusal('429 that asks to wait ten years', ['A03'], status(429, 'message', { retryAfter: 'absurd' })),
  'throttle-negative': refusal('429 with a negative Retry-After', ['A03'], status(429, 'message', { retryAfter: 'negative' })),
  'throttle-word': refusal('429 with Retry-After: soon', ['A03'], status(429, 'message', { retryAfter: 'word' })),
  'throttle-silent': refusal('429 without Retry-After', ['A03'], status(429, 'empty')),
  unauthorised: refusal('401, though the token is good', ['T01', 'T03', 'X14'], status(401)),
  forbidden: refusal('403 of the API itself', ['X03'], status(403)),
  html: refusal('403 with a page of HTML, as from a gateway that throttles', ['X13', 'H03'], status(403, 'page')),
  'not-found': refusal('404 of the API itself', ['X07'], status(404)),
  'not-found-page': refusal('404 with a page of HTML, as from a wrong address', ['X02', 'X07'], status(404, 'page')),
  'not-allowed': refusal('405', ['A16'], status(405)),
  'not-acceptable': refusal('406', ['A01'], status(406)),
  'proxy-login': refusal('407 of a proxy', ['N15'], status(407, 'page')),
  'request-timeout': refusal('408', ['N06'], status(408, 'empty')),
  'request-timeout-applied': applied('408, and done all the same', ['N06', 'N08'], status(408, 'empty')),
  conflict: refusal('409', ['A02', 'X08'], status(409)),
  'conflict-applied': applied('409, and done all the same', ['A02', 'X08'], status(409)),
  gone: refusal('410 with a page of HTML', ['X02'], status(410, 'page')),
  'too-large': refusal('413', ['X10'], status(413)),
  'wrong-media': refusal('415', ['A18'], status(415)),
  misdirected: refusal('421', ['N06'], status(421, 'empty')),
  'misdirected-applied': applied('421, and done all the same', ['N06'], status(421, 'empty')),
  unprocessable: refusal('422 that names a field', ['A01', 'A21'], status(422)),
  'unprocessable-applied': applied('422, and stored all the same', ['A01', 'H11'], status(422)),
  'too-early': refusal('425', ['A03'], status(425, 'empty')),
  'headers-too-large': refusal('431', ['H07'], status(431)),
  'odd-refusal': refusal('a refusal that nobody documents (418)', ['A01'], status(418, 'text')),
  'bad-request': refusal('400 that names a field', ['A01'], status(400)),
  'bad-request-stored': applied('400 that names a field, and stored all the same', ['A01', 'X04', 'H11'], status(400)),
  'bad-request-silent': refusal('400 that names no field, nothing done', ['X04'], status(400, 'bare')),
  'bad-request-applied': applied('400 that names no field, done all the same', ['X04'], status(400, 'bare')),
  'bad-request-trouble': refusal('400 that speaks of an internal server error, nothing done', ['X04'], status(400, 'server-error')),
  'bad-request-trouble-applied': applied('400 that speaks of an internal server error, done all the same', ['X04'], status(400, 'server-error')),
} as const satisfies Record<string, Fate>
