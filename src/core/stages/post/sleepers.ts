import type { Clock } from '../../ports.ts'

/** Those who wait until something changes. */
export interface Sleepers {
  readonly wake: () => void
  /** Resolves at the next `wake`, or after the delay. */
  readonly changed: (delayMs: number | null) => Promise<void>
}

export function createSleepers(clock: Clock): Sleepers {
  const sleepers = new Set<() => void>()
  return {
    wake() {
      for (const sleeper of sleepers) sleeper()
    },
    changed: (delayMs) => new Promise((resolve) => {
      const takeBack = delayMs === null ? null : clock.after(delayMs, () => done())
      const done = (): void => {
        sleepers.delete(done)
        takeBack?.()
        resolve()
      }
      sleepers.add(done)
    }),
  }
}
