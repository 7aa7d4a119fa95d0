import type { RunProgress } from '../../app/views.ts'

/** Whole percent of customers with a known outcome. Never 100 before all are done. */
export function percentDone(progress: Pick<RunProgress, 'total' | 'created' | 'existing' | 'rejected' | 'incomplete' | 'unknown' | 'duplicate'>): number {
  const done = progress.created + progress.existing + progress.rejected + progress.incomplete + progress.unknown + progress.duplicate
  if (progress.total === 0) return 100
  return done >= progress.total ? 100 : Math.min(99, Math.floor((done / progress.total) * 100))
}

/** Customers that are neither ended nor being checked: with those the figures add up to the whole. */
export function stillLeft({ left, checking }: Pick<RunProgress, 'left' | 'checking'>): number {
  return Math.max(0, left - checking)
}

const paces = [0.5, 1, 2, 5, 10, 20, 50, 100, 200]

/** The next step down or up on the ladder of paces. */
export function nextPace(requestsPerSecond: number, direction: 'slower' | 'faster'): number {
  const found = direction === 'faster' ? paces.find((pace) => pace > requestsPerSecond) : paces.findLast((pace) => pace < requestsPerSecond)
  return found ?? requestsPerSecond
}
