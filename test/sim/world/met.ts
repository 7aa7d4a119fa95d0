// What a schedule met. A world in which nothing happens proves nothing, so that every fleet of schedules has to show it.

export interface Met {
  /** Processes that took a run, and those of them that were killed. */
  starts: number
  deaths: number
  powerLosses: number
  /** That create something. */
  requests: number
  /** Requests whose answer, or whose silence, says nothing for certain. */
  unclearAnswers: number
  /** Requests that took effect when nobody waited for them any more. */
  lateLandings: number
  /** Customers of which the server stored some sites only. */
  halves: number
  /** Reads that did not show what was there. */
  staleReads: number
  /** Customers that were put aside until their settle window had gone on. */
  settleWaits: number
  /** Sites that point to another one. */
  dependents: number
  /** Customers and sites that were there twice in the end, as an assumption was broken on purpose. */
  doubles: number
}

export function nothingMet(): Met {
  return { starts: 0, deaths: 0, powerLosses: 0, requests: 0, unclearAnswers: 0, lateLandings: 0, halves: 0, staleReads: 0, settleWaits: 0, dependents: 0, doubles: 0 }
}

/** Adds the second to the first. */
export function addMet(sum: Met, more: Met): void {
  for (const key of Object.keys(more) as (keyof Met)[]) sum[key] += more[key]
}
