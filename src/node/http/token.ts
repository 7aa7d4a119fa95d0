// The token: fetched once for all lanes, renewed before it ends, and a password that was refused is never sent again.
import type { Clock } from '#core/ports.ts'

export type Login =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'throttled'; readonly afterMs: number | null }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'unclear'; readonly reason: string; readonly afterMs: number | null }
  | { readonly kind: 'wrong-address'; readonly reason: string }
  /** The server said no to user or password: sending them again could lock the user out (elevate-api.md 1). */
  | { readonly kind: 'refused'; readonly reason: string }

export type TokenAnswer = { readonly kind: 'token'; readonly token: string; readonly generation: number } | Exclude<Login, { kind: 'token' }>

export interface TokenSource {
  /** A token with at least 90 s left. */
  get(): Promise<TokenAnswer>
  /** The server answered 401 to this generation. True: trying again is pointless, as a fresh one was refused as well. */
  refuse(generation: number): boolean
  /** The server took this generation. */
  prove(generation: number): void
}

/** Fifteen minutes by the documents, counted from before the request that fetched it. */
const LIFE_MS = 900_000
const IN_HAND_MS = 90_000
/** Wall clock and monotonic clock apart by more than this: the computer slept, or its clock was set. */
const SLEPT_MS = 30_000
/** One renewal after a 401; the 401 after that is final. */
const MOST_REFUSED = 2

/** `wall` may be set by people: it only ever makes a token be renewed sooner. On Linux the monotonic clock stops while the computer sleeps. */
export function createTokenSource(login: () => Promise<Login>, clock: Clock, wall: () => number = Date.now): TokenSource {
  let held: { readonly token: string; readonly generation: number; readonly until: number; readonly apart: number } | null = null
  let underWay: Promise<TokenAnswer> | null = null
  let generation = 0
  let refusedInARow = 0
  let refusal: Extract<Login, { kind: 'refused' }> | null = null

  const fetchToken = async (): Promise<TokenAnswer> => {
    const [from, apart] = [clock.now(), wall() - clock.now()]
    const answer = await login()
    if (answer.kind === 'refused') refusal = answer
    if (answer.kind !== 'token') return answer
    generation += 1
    held = { token: answer.token, generation, until: from + LIFE_MS - IN_HAND_MS, apart }
    return { kind: 'token', token: answer.token, generation }
  }
  const isFresh = ({ until, apart }: { readonly until: number; readonly apart: number }): boolean => clock.now() < until && wall() - clock.now() - apart <= SLEPT_MS
  return {
    async get() {
      if (refusal !== null) return refusal
      if (held !== null && isFresh(held)) return { kind: 'token', token: held.token, generation: held.generation }
      underWay ??= fetchToken().finally(() => {
        underWay = null
      })
      return underWay
    },
    refuse(refused) {
      // Lanes that used the same token are told together; only the first counts.
      if (held?.generation === refused) {
        held = null
        refusedInARow += 1
      }
      return refusedInARow >= MOST_REFUSED
    },
    prove(proved) {
      if (held?.generation === proved) refusedInARow = 0
    },
  }
}
