// The table of outcome classes: what a status and a body mean for a request that creates. Whatever is not surely "no" is unclear.
import { CustomerResponse } from '#api/schemas/customer.ts'
import { SiteResponse } from '#api/schemas/site.ts'
import type { CreateRequest, SendOutcome, UnclearOutcome } from '#core/ports.ts'
import { errorText, isJsonObject, looksLikeHtml, readJsonBody } from './answer-body.ts'
import type { HttpAnswer, HttpFailure } from './exchange.ts'
import { fitToShow } from './fit-to-show.ts'
import { readRetryAfter } from './retry-after.ts'

type Expect = CreateRequest['expect']

/** 401 is the caller's: only the token source knows whether a new token helps. */
export function classifyCreate(answer: HttpAnswer | HttpFailure, expect: Expect, nowMs: number): Exclude<SendOutcome, { kind: 'unauthorised' }> | 'unauthorised' {
  if (answer.kind === 'failed') return unclear(answer.reason)
  const { status } = answer
  if (status === 200 || status === 201) return accepted(answer, expect)
  const said = errorText(answer)
  const reason = said ?? `the server answered ${status}`
  if (status === 401) return 'unauthorised'
  // A gateway in front of the API may block with a page of its own instead of 429.
  if (status === 429 || (status === 403 && !isJsonObject(answer))) return { kind: 'throttled', afterMs: readRetryAfter(answer.headers, nowMs) }
  if (status === 407 || status === 425) return { kind: 'not-applied', reason }
  if (status === 403) return { kind: 'rejected', reason, forbidden: true }
  // The guide says that 400 covers server errors too: without a message, or with that one, it is not believed.
  if (status === 400) return said === null || /internal server error/i.test(said) ? unclear(reason) : { kind: 'rejected', reason, forbidden: false }
  if (status === 404 || status === 410) return said === null ? unclear(reason, { suspectAddress: true }) : { kind: 'rejected', reason, forbidden: false }
  if (refusals.has(status)) return { kind: 'rejected', reason, forbidden: false }
  if (status === 409) return unclear(reason, { lookNow: true })
  if (status >= 300 && status < 400) return unclear(`the server points elsewhere (${status})`, { suspectAddress: true })
  if (status === 503) return unclear(reason, { overloaded: true, afterMs: readRetryAfter(answer.headers, nowMs) })
  return unclear(reason, { suspectAddress: status < 300 && looksLikeHtml(answer) })
}

/** Refused before any content was looked at. */
const refusals: ReadonlySet<number> = new Set([405, 406, 411, 413, 414, 415, 422, 431, 501])

function accepted(answer: HttpAnswer, expect: Expect): Exclude<SendOutcome, { kind: 'unauthorised' }> {
  const body = readJsonBody(answer.body)
  if (body === undefined) return unclear('the server said yes, but not in JSON', { suspectAddress: looksLikeHtml(answer) })
  return expect.kind === 'customer' ? acceptedCustomer(body, expect) : acceptedSite(body, expect)
}

function acceptedCustomer(body: unknown, { key }: Extract<Expect, { kind: 'customer' }>): Exclude<SendOutcome, { kind: 'unauthorised' }> {
  const parsed = CustomerResponse.safeParse(body)
  if (!parsed.success) return unclear('the server said yes, but did not show the customer')
  const { id, customerAccountNumber, contractOwnerId, sites } = parsed.data
  const owner = contractOwnerId ?? null
  if (customerAccountNumber !== key.customer || (owner !== null && String(owner) !== key.contractOwnerId)) {
    return { kind: 'critical', reason: `Customer ${key.customer} of contract owner ${key.contractOwnerId} was sent, and the server confirmed ${fitToShow(customerAccountNumber)} of ${owner ?? 'none'}. Nothing more was sent: look at both on the server.` }
  }
  const siteIds = new Map<string, string>()
  for (const site of sites ?? []) {
    const reference = site.siteReference ?? null
    if (reference !== null && site.id !== undefined) siteIds.set(reference, String(site.id))
  }
  return { kind: 'accepted', id: String(id), siteIds: Object.fromEntries(siteIds) }
}

function acceptedSite(body: unknown, { reference, customerId }: Extract<Expect, { kind: 'site' }>): Exclude<SendOutcome, { kind: 'unauthorised' }> {
  const parsed = SiteResponse.safeParse(body)
  if (!parsed.success || typeof parsed.data.siteReference !== 'string') return unclear('the server said yes, but did not show the site')
  const owner = parsed.data.customerId ?? null
  if (parsed.data.siteReference !== reference || (owner !== null && String(owner) !== customerId)) {
    return { kind: 'critical', reason: `Site ${reference} of customer ${customerId} was sent, and the server confirmed ${fitToShow(parsed.data.siteReference)} of ${owner ?? 'none'}. Nothing more was sent: look at both on the server.` }
  }
  return { kind: 'accepted', id: String(parsed.data.id), siteIds: {} }
}

function unclear(reason: string, more: Partial<UnclearOutcome> = {}): UnclearOutcome {
  return { kind: 'unclear', reason, overloaded: false, afterMs: null, suspectAddress: false, lookNow: false, ...more }
}
