/** mulberry32: small, fast, the same everywhere. */
export interface Chance {
  /** Uniform in [0, 1). */
  readonly next: () => number
  readonly hits: (probability: number) => boolean
  /** A whole number from `from` to `to`, both of them included. */
  readonly whole: (from: number, to: number) => number
  readonly pick: <Value>(values: readonly Value[]) => Value
}

export function seeded(seed: number): Chance {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return { next, whole, hits: (probability) => next() < probability, pick: (values) => values[whole(0, values.length - 1)]! }
}
