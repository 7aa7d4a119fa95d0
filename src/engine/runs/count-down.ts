import type { Clock } from '#core/ports.ts'
import type { PostProgress } from '#core/stages/post/index.ts'

const EVERY_MS = 1_000

/** Tells progress on. While a wait lasts nothing else happens that would be told: how long it still is, is told every second. */
export interface Countdown {
  tell(progress: PostProgress): void
  /** The last one once more, as it is now. */
  again(): void
  end(): void
}

export function createCountdown(clock: Clock, onProgress: (progress: PostProgress) => void): Countdown {
  let last: { readonly progress: PostProgress; readonly at: number } | null = null
  let takeBack = (): void => undefined
  const again = (): void => {
    takeBack()
    if (last === null) return
    const now = aged(last.progress, clock.now() - last.at)
    onProgress(now)
    takeBack = isCounting(now) ? clock.after(EVERY_MS, again) : () => undefined
  }
  return {
    again,
    tell(progress) {
      last = { progress, at: clock.now() }
      again()
    },
    end: () => takeBack(),
  }
}

function isCounting({ waiting, checks }: PostProgress): boolean {
  return (waiting !== null && waiting.forMs !== null) || checks.some(({ forMs }) => forMs > 0)
}

function aged(progress: PostProgress, passedMs: number): PostProgress {
  const checks = progress.checks.map((check) => ({ ...check, forMs: Math.max(0, check.forMs - passedMs) }))
  return { ...progress, waiting: agedWait(progress.waiting, passedMs), checks }
}

function agedWait(waiting: PostProgress['waiting'], passedMs: number): PostProgress['waiting'] {
  if (waiting === null || waiting.forMs === null) return waiting
  const forMs = waiting.forMs - passedMs
  return forMs > 0 ? { ...waiting, forMs } : null
}
