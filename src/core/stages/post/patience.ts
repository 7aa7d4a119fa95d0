import type { Failure } from '../../model/result.ts'
import type { Clock } from '../../ports.ts'
import type { PostSettings } from './settings.ts'

/** How long trouble is borne before the run stops. One for the whole run: a lane that gets through means the network is there. */
export interface Patience {
  /** The server answered, whatever it said. */
  noteContact(): void
  /** A request did what it was for. */
  noteProgress(): void
  /** Answers the failure to stop with, or null: go on trying. */
  noteUnreachable(reason: string): Failure | null
  /** A request that should create something did not get through. Reads in between change nothing about that. */
  noteTrouble(reason: string): Failure | null
}

export function createPatience(clock: Clock, limits: Pick<PostSettings, 'networkPatienceMs' | 'troublePatienceMs'>): Patience {
  let unreachableSince: number | null = null
  let troubleSince: number | null = null
  return {
    noteContact() {
      unreachableSince = null
    },
    noteProgress() {
      unreachableSince = null
      troubleSince = null
    },
    noteUnreachable(reason) {
      unreachableSince ??= clock.now()
      if (clock.now() - unreachableSince < limits.networkPatienceMs) return null
      return { code: 'no-network', message: `The server cannot be reached: ${reason}. Check the network, then resume: nothing is lost.` }
    },
    noteTrouble(reason) {
      troubleSince ??= clock.now()
      if (clock.now() - troubleSince < limits.troublePatienceMs) return null
      return { code: 'server-unusable', message: `The server has not taken a request for a long time: ${reason}. Resume later: nothing is lost.` }
    },
  }
}
