import type { Clock } from '../../../ports.ts'

const WINDOW_MS = 30_000
const LEAST = 10
const BAD_SHARE = 0.5

/**
 * Opens when half of what was heard lately is bad: then nothing leaves for a while, and one read has to get through before anything
 * else does. A read, because trying costs nothing with it; a request that creates would leave one more customer unclear.
 */
export interface Breaker {
  note(isBad: boolean): void
  /** Nothing leaves while true. */
  isOpen(): boolean
  /** The end: no further probe. */
  letGo(): void
}

export interface BreakerInit {
  readonly clock: Clock
  /** How long nothing leaves, in milliseconds. */
  readonly restMs: () => number
  /** Asks the server something harmless; true: it answered. */
  readonly probe: () => Promise<boolean>
  readonly onOpen: (restMs: number) => void
  readonly onClosed: () => void
}

export function createBreaker({ clock, restMs, probe, onOpen, onClosed }: BreakerInit): Breaker {
  let heard: { readonly at: number; readonly isBad: boolean }[] = []
  let open = false
  let takeBack: (() => void) | null = null
  let ended = false
  const rest = (): void => {
    if (ended) return
    const forMs = restMs()
    onOpen(forMs)
    takeBack = clock.after(forMs, () => void tryAgain())
  }
  const tryAgain = async (): Promise<void> => {
    const isBack = await probe()
    if (!isBack) {
      rest()
      return
    }
    open = false
    onClosed()
  }
  return {
    note(isBad) {
      // What was under way when it opened says nothing new.
      if (open) return
      heard.push({ at: clock.now(), isBad })
      if (isBad || heard.length % 1024 === 0) heard = heard.filter(({ at }) => at > clock.now() - WINDOW_MS)
      if (!isBad) return
      if (heard.length < LEAST || heard.filter((each) => each.isBad).length < BAD_SHARE * heard.length) return
      heard = []
      open = true
      rest()
    },
    isOpen: () => open && !ended,
    letGo() {
      ended = true
      takeBack?.()
    },
  }
}
