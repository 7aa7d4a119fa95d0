import type { Clock } from '../../../ports.ts'
import type { Slots } from './slots.ts'

/**
 * Why nothing leaves, where only the pacer knows it. repeats: all that could leave was sent before, and the budget for that is used up · throttled: by its
 * own word the server takes no more yet.
 */
export interface Still {
  readonly reason: 'repeats' | 'throttled'
  readonly forMs: number
}

export interface StillInit {
  readonly clock: Clock
  readonly slots: Pick<Slots, 'dueAt' | 'isRationed'>
  /** Nothing is under way. */
  readonly isIdle: () => boolean
  readonly onStill: ((still: Still | null) => void) | undefined
}

/** Tells that nothing leaves, and once that this is over. */
export interface StillTeller {
  /** The next request may leave `from` then by itself, and with all others considered when it is `due`. */
  note(next: { readonly from: number; readonly due: number }): void
  over(): void
}

export function createStillTeller({ clock, slots, isIdle, onStill }: StillInit): StillTeller {
  let isTold = false
  const over = (): void => {
    if (isTold) onStill?.(null)
    isTold = false
  }
  return {
    over,
    note({ from, due }) {
      const forMs = due - clock.now()
      const reason = forMs <= 0 || !isIdle() ? null : from > slots.dueAt() ? 'repeats' : slots.isRationed() ? 'throttled' : null
      if (reason === null) return over()
      isTold = true
      onStill?.({ reason, forMs })
    },
  }
}
