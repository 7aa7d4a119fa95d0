// A fate as data: what truly happens to a request, and what its sender gets to see. `perform.ts` does the first, `show.ts` the
// second, `send.ts` puts it onto the connection. Nothing else knows a single fate by its name.

/** Which kinds of request a fate makes sense for: `create` is POST of a customer or a site, `read` a list, `login` the one for a token. */
export type Meeting = 'create' | 'read' | 'login'

export type Effect = {
  /** `later`: after delayMs, whoever still waits for it. */
  readonly applies: 'now' | 'never' | 'later'
  readonly twist?: Twist
}

/**
 * How what is stored differs from what was sent. `first-sites`: a customer with the first `split` of its sites only · `squeezed-key`,
 * `folded-key`: without spaces, in lower case · `nothing`: accepted, and not kept.
 */
export type Twist = 'twice' | 'first-sites' | 'squeezed-key' | 'folded-key' | 'nothing'

/** How a list is wrong. `staleMs` and the page size come from the order. */
export type Bend =
  | 'stale' | 'filter-ignored' | 'filter-prefix' | 'filter-folds-case' | 'filter-trims' | 'filter-drops-zeros'
  | 'smaller-pages' | 'page-repeated' | 'pages-endless' | 'enveloped' | 'shown-twice' | 'hidden' | 'foreign-items'

/** What is wrong with the token that a login gives out. */
export type TokenFlaw = 'missing' | 'with-line-break' | 'huge' | 'short-lived' | 'revoked'

/** The body: the true one, the true one changed, or one of another making. */
export type BodyKind =
  | 'truth' | 'without-id' | 'null-id' | 'object-id' | 'text-id' | 'other-key' | 'other-owner' | 'without-sites' | 'in-a-list' | 'in-an-envelope' | 'with-prototype-keys' | 'with-byte-order-mark'
  | 'message' | 'bare' | 'server-error' | 'page' | 'empty' | 'text' | 'foreign' | 'null' | 'half-json' | 'broken-utf8' | 'deep'

export type Delivery =
  | 'whole' | 'reset' | 'close' | 'silence'
  | 'cut' | 'reset-in-body' | 'reset-after' | 'stall-after-headers' | 'stall-in-body' | 'trickle'
  | 'length-too-long' | 'length-too-short' | 'two-lengths' | 'chunks-cut' | 'chunks-broken'
  | 'long-header' | 'many-headers' | 'noise-before' | 'no-http' | 'compressed' | 'too-much' | 'endless' | 'more-after'

export type RetryAfterKind = 'asked' | 'date' | 'absurd' | 'negative' | 'word'

export type Shown = {
  /** Null: the status of the true answer. */
  readonly status: number | null
  readonly body: BodyKind
  readonly delivery: Delivery
  readonly retryAfter?: RetryAfterKind
  readonly headers?: Readonly<Record<string, string>>
  /** Of a redirect: a path on this server, or another one altogether (`location` of the order). */
  readonly points?: 'here' | 'elsewhere'
  /** How long it takes when the order says nothing else. */
  readonly delayMs?: number
}

export type Fate = {
  /** One line: what it stands for. */
  readonly what: string
  /** Faults of the catalogue (N network, A API, T token, H hostile server, X this API) that it plays. */
  readonly covers: readonly string[]
  readonly meets: readonly Meeting[]
  readonly effect: Effect
  readonly shows: Shown
  readonly bend?: Bend
  readonly flaw?: TokenFlaw
}

export const everywhere: readonly Meeting[] = ['create', 'read', 'login']
export const creates: readonly Meeting[] = ['create']
export const answers: readonly Meeting[] = ['create', 'read']

export const never: Effect = { applies: 'never' }
export const now: Effect = { applies: 'now' }
export const later: Effect = { applies: 'later' }

export const truth: Shown = { status: null, body: 'truth', delivery: 'whole' }
export const status = (code: number, body: BodyKind = 'message', more: Partial<Shown> = {}): Shown => ({ status: code, body, delivery: 'whole', ...more })
export const delivered = (delivery: Delivery, more: Partial<Shown> = {}): Shown => ({ ...truth, delivery, ...more })
