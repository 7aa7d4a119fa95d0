// "Make it difficult": seeded trouble for somebody who wants to see the client cope. Dealt like cards, so that even a small import
// meets every kind, and bounded, so that it ends well: a request meets trouble once, the next attempt goes through.
import { createRandom } from '../random.ts'
import type { Arrival, Fault } from './order.ts'

export type Trouble = { readonly meet: (arrival: Arrival, attempt: number) => Fault | null }

type Card = Omit<Fault, 'endpoint'> | null

/** Dealt to creates. Late application stays below the settle window of practice. */
const CREATE_CARDS: readonly Card[] = [
  { fault: 'throttle' }, { fault: 'drop-applied' }, { fault: 'drop-not-applied' }, { fault: 'drop-applied-later', delayMs: 600 },
  { fault: 'cut-applied' }, { fault: 'error-applied' }, { fault: 'gateway-timeout-applied' }, ...Array.from({ length: 13 }, () => null),
]
const READ_CARDS: readonly Card[] = [{ fault: 'stale', delayMs: 500 }, { fault: 'throttle' }, { fault: 'error-not-applied' }, ...Array.from({ length: 27 }, () => null)]

/** The server is away for so many requests in a row, the first time after so many creates. */
const SPELL = { length: 4, afterCreates: 9 }

function createDeck(cards: readonly Card[], random: () => number): () => Card {
  let left: Card[] = []
  return () => {
    if (left.length === 0) left = cards.map((card) => ({ card, at: random() })).sort((one, other) => one.at - other.at).map(({ card }) => card)
    return left.pop() ?? null
  }
}

/** `seedOf` is asked each time: the switch can be turned while the server runs. Null: no trouble. */
export function createTrouble(seedOf: () => number | null): Trouble {
  let dealt: { readonly seed: number; readonly create: () => Card; readonly read: () => Card } | null = null
  let creates = 0
  let spellLeft = SPELL.length
  const deal = (seed: number): NonNullable<typeof dealt> => {
    if (dealt?.seed === seed) return dealt
    const random = createRandom(seed)
    return (dealt = { seed, create: createDeck(CREATE_CARDS, random), read: createDeck(READ_CARDS, random) })
  }
  return {
    meet: ({ endpoint, creates: isCreate, keys }, attempt) => {
      const seed = seedOf()
      if (seed === null || keys.length === 0) return null
      if (isCreate) creates += 1
      // The first customer is left in peace, as any client proves the server with it.
      if (creates <= 1) return null
      if (creates > SPELL.afterCreates && spellLeft > 0) {
        spellLeft -= 1
        return { endpoint, fault: 'unavailable' }
      }
      const { create, read } = deal(seed)
      const card = attempt > 1 ? null : isCreate ? create() : endpoint.startsWith('GET ') ? read() : null
      return card === null ? null : { endpoint, ...card }
    },
  }
}
