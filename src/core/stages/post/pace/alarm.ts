import type { Clock } from '../../../ports.ts'

/** One timer at most. */
export interface Alarm {
  /** Rings once at this time, and not at the one that was set before; null: not at all. */
  set(at: number | null): void
}

export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let timer: { readonly at: number; readonly takeBack: () => void } | null = null
  const go = (): void => {
    timer = null
    ring()
  }
  return {
    set(at) {
      // Set again for the same time, as it most often is, nothing has to be done.
      if (at === (timer?.at ?? null)) return
      timer?.takeBack()
      timer = at === null ? null : { at, takeBack: clock.after(at - clock.now(), go) }
    },
  }
}
