// Ids that are given out: rising, with small gaps, the same for the same seed. A client that counts on ids without gaps
// fails here first.
export type Id = number | bigint

/** mulberry32: small, seeded, good enough for gaps. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function createIds(seed: number, base: bigint): () => Id {
  const random = randomFrom(seed)
  let last = base + 1000n
  return () => {
    last += BigInt(1 + Math.floor(random() * 3))
    return last <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(last) : last
  }
}
