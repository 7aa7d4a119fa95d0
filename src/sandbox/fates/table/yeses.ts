// Answers that say yes, and are not what the documents promise; and requests that are not carried out as they say.
import { answers, creates, delivered, everywhere, type BodyKind, type Effect, type Fate, later, never, now, status, type Twist, truth } from '../fate.ts'

const odd = (what: string, covers: readonly string[], body: BodyKind): Fate => ({ what, covers, meets: answers, effect: now, shows: { ...truth, body } })
const yes = (what: string, covers: readonly string[], shown: { readonly code: number; readonly body: BodyKind; readonly effect?: Effect }): Fate =>
  ({ what, covers, meets: creates, effect: shown.effect ?? now, shows: status(shown.code, shown.body) })
const twisted = (what: string, covers: readonly string[], twist: Twist): Fate => ({ what, covers, meets: creates, effect: { applies: 'now', twist }, shows: truth })

export const yeses = {
  'ok-instead-of-created': yes('200 instead of 201', ['A08', 'X07'], { code: 200, body: 'truth' }),
  'empty-answer': odd('success without a body', ['A08'], 'empty'),
  'no-content': yes('204, done', ['A08'], { code: 204, body: 'empty' }),
  accepted: yes('202, done', ['A07'], { code: 202, body: 'truth' }),
  'accepted-later': { ...yes('202, done `delayMs` later', ['A07'], { code: 202, body: 'empty', effect: later }), shows: status(202, 'empty', { delayMs: 1000 }) },
  'accepted-never': yes('202, and never done', ['A07', 'H11'], { code: 202, body: 'empty', effect: never }),
  portal: { ...yes('200 with a page of HTML from a portal in between, nothing done', ['N18', 'H03'], { code: 200, body: 'page', effect: never }), meets: everywhere },
  'page-applied': yes('201 with a page of HTML, done', ['H03'], { code: 201, body: 'page' }),
  'without-id': odd('the answer has no id', ['A08', 'H05'], 'without-id'),
  'null-id': odd('the id is null', ['A08', 'H05'], 'null-id'),
  'object-id': odd('the id is an object', ['H05'], 'object-id'),
  'text-id': odd('the id is a text of digits', ['H05'], 'text-id'),
  'other-key': { ...odd('the answer speaks of another key', ['A09', 'A13'], 'other-key'), meets: creates },
  'other-owner': { ...odd('the answer speaks of another owner', ['A09'], 'other-owner'), meets: creates },
  'without-sites': { ...odd('the answer does not show the sites', ['A08'], 'without-sites'), meets: creates },
  'in-a-list': odd('the answer stands in a list', ['H05'], 'in-a-list'),
  'in-an-envelope': odd('the answer stands in an envelope', ['H05', 'X06'], 'in-an-envelope'),
  'prototype-keys': odd('the answer has __proto__ and constructor as keys', ['H06'], 'with-prototype-keys'),
  'byte-order-mark': odd('the answer begins with a byte order mark', ['H03'], 'with-byte-order-mark'),
  'text-answer': odd('success with the word OK', ['H03'], 'text'),
  'foreign-answer': odd('success with the JSON of something else', ['H05'], 'foreign'),
  'null-answer': odd('success with null', ['H05'], 'null'),
  'half-json': odd('success with half of the JSON, in good order', ['N10', 'H03'], 'half-json'),
  'broken-utf8': odd('success with bytes that are no UTF-8', ['H03'], 'broken-utf8'),
  'deep-json': odd('success with a hundred thousand brackets', ['H03'], 'deep'),
  'odd-headers': { ...odd('the true answer with cookies, Alt-Svc, Refresh and Link', ['H08'], 'truth'), shows: { ...truth, headers: { 'Set-Cookie': 'a=b', 'Alt-Svc': 'h3=":443"', Refresh: '0; url=/', Link: '</v1>; rel=next', 'Strict-Transport-Security': 'max-age=1' } } },
  partial: twisted('a customer with the first `split` of its sites, and the answer says so', ['A10', 'X10'], 'first-sites'),
  'partial-lost': { ...twisted('a customer with the first `split` of its sites, and a reset', ['A10', 'N04'], 'first-sites'), shows: delivered('reset') },
  'applied-twice': twisted('done twice, answered once', ['A17', 'X05', 'H11'], 'twice'),
  'applied-twice-lost': { ...twisted('done twice, and a reset', ['A17', 'X05'], 'twice'), shows: delivered('reset') },
  'key-squeezed': twisted('stored under its key without spaces', ['A14', 'X05'], 'squeezed-key'),
  'key-folded': twisted('stored under its key in lower case', ['A14', 'X05'], 'folded-key'),
  'not-stored': twisted('201, and nothing stored', ['H11'], 'nothing'),
} as const satisfies Record<string, Fate>
