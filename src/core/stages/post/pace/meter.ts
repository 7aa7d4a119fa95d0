import type { Clock } from '../../../ports.ts'

const WINDOW_MS = 10_000

/** How often something happened in the last ten seconds, per second. */
export interface Meter {
  count(): void
  perSecond(): number
}

export function createMeter(clock: Clock): Meter {
  let times: number[] = []
  return {
    count() {
      times.push(clock.now())
      // Old ones are dropped now and then, so that a long run at a high rate stays small.
      if (times.length % 1024 === 0) times = times.filter((time) => time >= clock.now() - WINDOW_MS)
    },
    perSecond() {
      times = times.filter((time) => time >= clock.now() - WINDOW_MS)
      const [first] = times
      // The first one begins the time that is measured: counted as well, ten a second would show as 10.1.
      return first === undefined ? 0 : (times.length - 1) / Math.max(1, (clock.now() - first) / 1000)
    },
  }
}
