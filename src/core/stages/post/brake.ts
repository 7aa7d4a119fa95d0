import type { Clock } from '../../ports.ts'

/** A slowed pace climbs back by this part of the full one after so many clean answers. */
const STEP = 0.125
const CLEAN_FOR_STEP = 20
const SLOWEST = 1 / 16

/** The part of the wanted pace that the server bears at the moment. */
export interface Brake {
  factor(): number
  /** Half; once per half second, because lanes that were on their way together are told together. */
  slowDown(): void
  recover(): void
}

export function createBrake(clock: Clock): Brake {
  let factor = 1
  let clean = 0
  let slowedAt = Number.NEGATIVE_INFINITY
  return {
    factor: () => factor,
    slowDown() {
      clean = 0
      if (clock.now() - slowedAt < 500) return
      slowedAt = clock.now()
      factor = Math.max(SLOWEST, factor / 2)
    },
    recover() {
      clean += 1
      if (clean < CLEAN_FOR_STEP) return
      clean = 0
      factor = Math.min(1, factor + STEP)
    },
  }
}
