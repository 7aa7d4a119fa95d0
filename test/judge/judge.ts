// The one judge of all proofs: did every customer end up on the server exactly once, and does every receipt tell the truth? Pure, and
// ignorant of how the evidence came about. Invariants: I1 once, I1' double and said so, I2 none lost, I3 accounted, I4 intent first,
// I5 one at a time, I6 frozen bytes, I7 no hasty repeat, I8 truthful, I9 monotone, I10 polite, I12 live; `canary`: at most one wrong
// record before a run stops itself. I11 (no secret anywhere) is searched for in files, elsewhere.
import { judgeAccounts } from './accounted.ts'
import type { Evidence, Violation } from './evidence.ts'
import { judgeManners } from './manners.ts'
import { judgeOnce } from './once.ts'
import { judgeRequests } from './requests.ts'
import { judgeReceipts } from './truthful.ts'

/** None when all is well. */
export function judge(evidence: Evidence): readonly Violation[] {
  return [...judgeOnce(evidence), ...judgeAccounts(evidence), ...judgeRequests(evidence), ...judgeReceipts(evidence), ...judgeManners(evidence), ...judgeCanary(evidence), ...judgeLife(evidence)]
}

/** The first customer of a run is compared before a second one is sent. */
function judgeCanary({ held, wanted }: Evidence): readonly Violation[] {
  const wrong = held.filter(({ by, isAsSent }) => by === 'us' && !isAsSent).length
  const runs = new Set(wanted.map(({ run }) => run)).size
  return wrong <= runs ? [] : [{ invariant: 'canary', what: `${wrong} customers came out different before the run stopped` }]
}

/** I12: once the faults are over, the job ends in a time that can be told beforehand. */
function judgeLife({ liveness, isFinished }: Evidence): readonly Violation[] {
  if (!isFinished) return [{ invariant: 'I12', what: 'it never ended' }]
  if (liveness === undefined || liveness.endedAt - liveness.calmFrom <= liveness.boundMs) return []
  return [{ invariant: 'I12', what: `it ended ${Math.round((liveness.endedAt - liveness.calmFrom) / 1000)} s after the last fault` }]
}
