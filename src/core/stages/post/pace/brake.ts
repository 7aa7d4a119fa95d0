import type { Clock } from '../../../ports.ts'

/** A slowed pace climbs back by this part of the full one after so many clean answers. */
const STEP = 0.125
const CLEAN_FOR_STEP = 20
const SLOWEST = 1 / 16
/** Slow answers alone slow down no further: a server that is merely slow still gets its work. */
const SLOWEST_FOR_LATENCY = 1 / 4

/** The part of the wanted pace that the server bears at the moment. */
export interface Brake {
  factor(): number
  /** Half; once per half second, because requests that were on their way together are told together. */
  slowDown(): void
  /** Half, for answers that have become slow. */
  ease(): void
  recover(): void
}

export function createBrake(clock: Clock): Brake {
  let factor = 1
  let clean = 0
  let slowedAt = Number.NEGATIVE_INFINITY
  const halve = (least: number): void => {
    clean = 0
    if (clock.now() - slowedAt < 500 || factor <= least) return
    slowedAt = clock.now()
    factor = Math.max(least, factor / 2)
  }
  return {
    factor: () => factor,
    slowDown: () => halve(SLOWEST),
    ease: () => halve(SLOWEST_FOR_LATENCY),
    recover() {
      clean += 1
      if (clean < CLEAN_FOR_STEP) return
      clean = 0
      factor = Math.min(1, factor + STEP)
    },
  }
}
