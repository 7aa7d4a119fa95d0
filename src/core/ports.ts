// What the core asks of the world, besides the journal (ports-journal.ts). Implementations live in `src/node`; tests use fakes of their own.
import type { ReferenceKind } from './model/field.ts'
import type { ReferenceItem } from './model/reference.ts'

/** Running sha256; hex at the end. Injected because the core may not touch a runtime's crypto. */
export interface Hash {
  update(text: string): void
  digestHex(): string
}
export type NewHash = () => Hash

/** Uniform in [0, 1). */
export type Random = () => number

export interface Clock {
  /** Milliseconds that never run backwards; only differences within one process mean anything. All decisions use this. */
  now(): number
  /** Calls once after `delayMs`; the answer takes it back. */
  after(delayMs: number, call: () => void): () => void
}

/** What identifies a customer on the server. Account numbers are compared exactly, and within one contract owner. */
export interface CustomerKey {
  readonly customer: string
  readonly contractOwnerId: string
}

/** A customer as a look-up shows it. Ids are decimal text; null where the answer left the property out. */
export interface CustomerSeen {
  readonly id: string
  readonly customer: string
  readonly contractOwnerId: string | null
  readonly name: string | null
}

export interface SiteSeen {
  readonly id: string
  readonly customerId: string | null
  readonly reference: string | null
}

/**
 * What became of one request that creates. Only `src/node/http` knows statuses and headers (reliability table: outcome classes).
 * accepted: there, ids as far as the answer told · rejected: refused for its content, nothing created as far as the answer says ·
 * throttled: not applied, slow down · not-applied: surely not applied, may be sent again · unreachable: no connection, nothing
 * sent · unclear: may or may not have been applied; look before anything else · unauthorised: token refused, not applied ·
 * critical: the server speaks of another customer than the one sent.
 */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly id: string; readonly siteIds: Readonly<Record<string, string>> }
  | { readonly kind: 'rejected'; readonly reason: string; readonly forbidden: boolean }
  | { readonly kind: 'throttled'; readonly afterMs: number | null }
  | { readonly kind: 'not-applied'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | UnclearOutcome
  /** `final`: a fresh token was refused as well, or the password itself: trying again cannot help. */
  | { readonly kind: 'unauthorised'; readonly reason: string; readonly final: boolean }
  | { readonly kind: 'critical'; readonly reason: string }

export interface UnclearOutcome {
  readonly kind: 'unclear'
  readonly reason: string
  /** The server asked to slow down (503), and how long if it said so. */
  readonly overloaded: boolean
  readonly afterMs: number | null
  /** Looks like a wrong address or a portal in between rather than the API: several in a row stop the run. */
  readonly suspectAddress: boolean
  /** The answer itself says the thing is there (409): worth looking at once. */
  readonly lookNow: boolean
}

/** What became of a read. */
export type ReadOutcome<Value> =
  | { readonly kind: 'answer'; readonly value: Value }
  | { readonly kind: 'throttled'; readonly afterMs: number | null }
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** Server trouble, time-out, cut answer: worth trying again. */
  | { readonly kind: 'unclear'; readonly reason: string; readonly afterMs: number | null }
  | { readonly kind: 'unauthorised'; readonly reason: string }
  /** A definite no: not permitted, not found, not understood. */
  | { readonly kind: 'refused'; readonly reason: string; readonly status: 'forbidden' | 'missing' | 'bad-request' }
  /** The answer is no API answer at all (HTML, a redirect, a list that is none). */
  | { readonly kind: 'unusable'; readonly reason: string }

export interface CreateRequest {
  readonly path: '/customers' | '/sites'
  /** The frozen bytes. */
  readonly body: string
  /** What the answer must speak of: a customer by its key, a site by its reference and customer. */
  readonly expect: { readonly kind: 'customer'; readonly key: CustomerKey } | { readonly kind: 'site'; readonly reference: string; readonly customerId: string }
  /** Stable over all attempts of one step. The API does not document such a header; a server that knows it helps us. */
  readonly idempotencyKey: string
}

/** A fresh connection that has carried nothing yet. Good for one request. */
export interface Line {
  send(request: CreateRequest): Promise<SendOutcome>
  /** Closes it unused. */
  drop(): void
}

/** Which customers to list. Several account numbers only when none of them can be taken for filter grammar (`isPlainFilterValue`). */
export interface CustomerQuery {
  readonly accountNumbers?: readonly string[]
  readonly contractOwnerId?: string
  /** UTC, yyyy-MM-ddTHH:mm:ssZ: created after it (elevate-api.md 2.2, filter createdDate). */
  readonly createdAfter?: string
}

/** Which sites to list: those of one customer, or all created after a moment. */
export interface SiteQuery {
  readonly customerId?: string
  readonly createdAfter?: string
}

/**
 * The target server, one request per call: paging, patience and pace are the core's business. Pages count from 1, are sorted by
 * id, and the last one is the empty one.
 */
export interface Api {
  /** Canonical: scheme, host, port and path without a trailing slash. */
  readonly baseUrl: string
  readonly brand: string
  readonly username: string
  customers(query: CustomerQuery, page: { readonly number: number; readonly size: number }): Promise<ReadOutcome<readonly CustomerSeen[]>>
  sites(query: SiteQuery, page: { readonly number: number; readonly size: number }): Promise<ReadOutcome<readonly SiteSeen[]>>
  /** The whole customer with its sites and contacts, as the server shows it; a whole number beyond 2^53 comes as its digits. */
  customer(id: string): Promise<ReadOutcome<Readonly<Record<string, unknown>>>>
  reference(kind: ReferenceKind, page: { readonly number: number; readonly size: number }): Promise<ReadOutcome<readonly ReferenceItem[]>>
  /** Gets a token with at least 90 s left and connects; nothing of a request has been sent when this answers. */
  open(): Promise<{ readonly kind: 'open'; readonly line: Line } | Exclude<SendOutcome, { readonly kind: 'accepted' | 'rejected' | 'unclear' | 'critical' }>>
  /** The server's time by its last answer, UTC, yyyy-MM-ddTHH:mm:ssZ; null where it sends none. Nothing waits by it: it may be days wrong. */
  serverTime(): string | null
  /** What the server said last of the requests it will still take; null where it says nothing. `resetMs` counts from now. */
  quota(): { readonly remaining: number; readonly resetMs: number } | null
  /** The deadline of a request that creates, and the slowest answers so far (p99.9): the settle window follows from them. */
  timing(): { readonly writeDeadlineMs: number; readonly slowestMs: number | null }
  close(): void
}
