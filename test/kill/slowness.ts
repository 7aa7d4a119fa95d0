import { inArena } from './arena.ts'
import { live } from './live.ts'

const AT_ONCE = 10
/** What so many starts take together on two idle cores, with some to spare. */
const USUAL_MS = 2_500

/**
 * How much slower than usual this machine is at the moment, from 1. Settle windows and late landings are stretched by it, so that a
 * landing stays later than a restart and earlier than the end of the window.
 */
export async function measureSlowness(child: string): Promise<number> {
  const started = performance.now()
  await Promise.all(Array.from({ length: AT_ONCE }, () => inArena({ customers: 1, kill: { point: 'opened-journal', step: null, visit: 1 } }, ({ orders }) => live(child, orders))))
  return Math.max(1, (performance.now() - started) / USUAL_MS)
}
