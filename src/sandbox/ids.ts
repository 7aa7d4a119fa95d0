// Ids that are given out: rising, with small gaps, the same for the same seed. A client that counts on ids without gaps
// fails here first.
import { createRandom } from './random.ts'

export type Id = number | bigint

export function createIds(seed: number, base: bigint): () => Id {
  const random = createRandom(seed)
  let last = base + 1000n
  return () => {
    last += BigInt(1 + Math.floor(random() * 3))
    return last <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(last) : last
  }
}
