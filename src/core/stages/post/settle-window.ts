import type { Api } from '../../ports.ts'
import type { PostSettings } from './settings.ts'

/**
 * How long absence proves nothing after a request was sent. The setting is the least; a server that answers slowly, or whose reads
 * lag, gets longer (reliability: twice the deadline, five times the slowest answers, four times the lag). It never shrinks.
 */
export interface SettleWindow {
  ms(): number
  /** It took so long until what was confirmed could be read. */
  noteLag(lagMs: number): void
}

export function createSettleWindow(settings: PostSettings, api: Pick<Api, 'timing'>): SettleWindow {
  let longest = settings.settleMs
  let lag = 0
  return {
    ms() {
      if (settings.stretches !== true) return longest
      const { writeDeadlineMs, slowestMs } = api.timing()
      longest = Math.max(longest, 2 * writeDeadlineMs, 5 * (slowestMs ?? 0), 4 * lag)
      return longest
    },
    noteLag(lagMs) {
      // The looks end with the window. What took longer was no lag: a pause, or a computer that slept.
      lag = Math.max(lag, Math.min(lagMs, settings.settleMs))
    },
  }
}
