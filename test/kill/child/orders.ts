// What the killed program is told, and the points at which it can be told to die. Production code knows nothing of this.

/** Each is a moment between two effects. Those of a step happen for each customer and site; the others are counted. */
export const stepPoints = [
  // after connecting, before the intent · the intent is on disk, no byte sent
  'connected', 'intended',
  // so much of the request is on the wire
  'wrote-headers', 'wrote-half', 'wrote-all-but-one', 'wrote',
  // the answer: headers read, not the body · all of it read, nothing noted · noted in memory · before the commit that writes it · written
  'got-headers', 'got-answer', 'noted-outcome', 'writing-outcome', 'wrote-outcome',
  'before-receipt', 'noted-receipt', 'writing-receipt', 'wrote-receipt',
] as const
export type StepPoint = (typeof stepPoints)[number]

export const runPoints = [
  'opening-journal', 'opened-journal', 'freezing', 'freezing-commit', 'frozen', 'held', 'reading', 'calibrated', 'loading',
  // the final look: before each of its questions · with its answer · before a finding is noted · noted
  'auditing', 'audited', 'finding', 'noted-finding',
  'finishing', 'finishing-commit', 'emptying-log', 'finished', 'writing-report', 'renaming-report', 'reported',
] as const
export type RunPoint = (typeof runPoints)[number]
export type Point = StepPoint | RunPoint

export interface Kill {
  readonly point: Point
  /** `customer:ACC` or `site:ACC/REF`; null: any. */
  readonly step: string | null
  /** The n-th time the point is passed, from 1. */
  readonly visit: number
}

export interface Orders {
  readonly url: string
  readonly folder: string
  readonly customers: number
  readonly settleMs: number
  readonly writeDeadlineMs: number
  readonly requestsPerSecond: number
  readonly lanes: number
  readonly kill: Kill | null
  /** Says its memory each time so many more customers have ended; 0: never. */
  readonly tellEvery: number
  /** A weakened protocol, to prove that the judge sees it: the intent written with the outcome, commits that do not reach the disk, waits by the wall clock. */
  readonly weakness: 'late-intent' | 'no-sync' | 'wall-clock' | null
}
