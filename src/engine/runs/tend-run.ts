import type { Clock } from '#core/ports.ts'
import type { Journal, RunPace, RunWish } from '#core/ports-journal.ts'
import { createSleepWatch } from './sleep-watch.ts'

const TICK_MS = 500

interface Tended {
  readonly id: string
  readonly cancel: () => void
  readonly setPace: (pace: RunPace) => void
  /** The computer slept, or this process stood still. */
  readonly woke: () => void
}

/** While a run goes on: does what other processes ask of it, and notices that time has passed unseen. Answers the way to end it. */
export function tendRun(journal: Journal, run: Tended, { clock, wall }: { readonly clock: Clock; readonly wall: () => number }): () => void {
  const hasSlept = createSleepWatch({ now: () => clock.now(), wall }, TICK_MS)
  const obey = (wish: RunWish): void => {
    switch (wish.kind) {
      case 'stop': return run.cancel()
      case 'pace': return run.setPace(wish.pace)
      default: return wish satisfies never
    }
  }
  const tick = (): void => {
    takeBack = clock.after(TICK_MS, tick)
    if (hasSlept()) run.woke()
    const wishes = journal.takeWishes(run.id)
    // A journal that cannot be read ends the run where it has to be written; nothing is decided by its wishes.
    if (wishes.ok) for (const wish of wishes.value) obey(wish)
  }
  let takeBack = clock.after(TICK_MS, tick)
  return () => takeBack()
}
