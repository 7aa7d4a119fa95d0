import type { Kill, Point } from './orders.ts'

export interface Killer {
  /** Dies here if this is the place. */
  pass(point: Point, step?: string): void
  /** Whether it could be the place: counts nothing. */
  readonly kill: Kill | null
}

export function createKiller(kill: Kill | null): Killer {
  let visits = 0
  return {
    kill,
    pass(point, step) {
      if (kill?.point !== point || (kill.step !== null && kill.step !== step)) return
      visits += 1
      if (visits === kill.visit) die()
    },
  }
}

/** The kernel ends the process before this returns: no handler, no flush, no goodbye. */
export function die(): void {
  process.kill(process.pid, 'SIGKILL')
}
