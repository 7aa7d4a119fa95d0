export interface Waiting<Ask, Given> {
  readonly ask: Ask
  /** Not before it. */
  readonly from: number
  /** Takes it out of the queue and lets it go. */
  readonly go: (given: Given) => void
}

/** Those who wait for a turn, in the order asked. One that cannot go yet does not hold up those behind it. */
export interface Queue<Ask, Given> {
  add(ask: Ask, go: (given: Given) => void): void
  isEmpty(): boolean
  /** The first one that may go, or else the one that may go soonest; null: nobody who may go at any time that is known. */
  first(): Waiting<Ask, Given> | null
  letGo(given: Given): void
}

/** `mayGoFrom`: from when one may go; infinity where only an event can tell. */
export function createQueue<Ask, Given>(mayGoFrom: (ask: Ask) => number): Queue<Ask, Given> {
  const waiting: { readonly ask: Ask; readonly go: (given: Given) => void }[] = []
  return {
    add: (ask, go) => void waiting.push({ ask, go }),
    isEmpty: () => waiting.length === 0,
    first() {
      let soonest: { readonly at: number; readonly from: number } | null = null
      for (const [at, { ask }] of waiting.entries()) {
        const from = mayGoFrom(ask)
        if (from === Number.POSITIVE_INFINITY || (soonest !== null && soonest.from <= from)) continue
        soonest = { at, from }
        if (from === Number.NEGATIVE_INFINITY) break
      }
      if (soonest === null) return null
      const { at, from } = soonest
      const found = waiting[at]
      if (found === undefined) return null
      return {
        ask: found.ask, from,
        go(given) {
          waiting.splice(at, 1)
          found.go(given)
        },
      }
    },
    letGo(given) {
      for (const { go } of waiting.splice(0)) go(given)
    },
  }
}
