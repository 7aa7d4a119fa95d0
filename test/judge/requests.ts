import type { Evidence, Look, SentRequest, Violation } from './evidence.ts'

/** Looks that must lie between two requests for one thing, of which the first may have been applied. */
const LOOKS = 3

/** I4: no request before its intent is on the disk. I6: the bytes are those that were approved. I5 and I7: one at a time, none in haste. */
export function judgeRequests(evidence: Evidence): readonly Violation[] {
  const hashes = new Map(evidence.wanted.flatMap(({ bodyHashes }) => Object.entries(bodyHashes)))
  const violations: Violation[] = []
  const bySteps = new Map<string, SentRequest[]>()
  for (const request of evidence.sent) {
    const [own = ''] = request.steps
    if (request.hadIntent === false) violations.push({ invariant: 'I4', what: `${own} was sent without an intent on the disk` })
    const frozen = hashes.get(own)
    if (request.bodyHash !== null && frozen !== undefined && request.bodyHash !== frozen) violations.push({ invariant: 'I6', what: `${own} was sent with other bytes than were approved` })
    for (const step of request.steps) {
      const earlier = bySteps.get(step) ?? []
      for (const before of earlier) violations.push(...judgePair(evidence, step, [before, request]))
      bySteps.set(step, [...earlier, request])
    }
  }
  return violations
}

function judgePair({ settleMs, looks }: Evidence, step: string, [before, after]: readonly [SentRequest, SentRequest]): readonly Violation[] {
  if (before.heardAt !== null && after.at < before.heardAt) return [{ invariant: 'I5', what: `${step} was sent while an earlier request for it was under way` }]
  // One run's refused customer may be in another run's file.
  if (before.told === 'not-applied' || (before.told === 'refused' && before.run !== after.run)) return []
  if (after.at - before.at < settleMs) return [{ invariant: 'I7', what: `${step} was sent again after ${Math.round(after.at - before.at)} ms` }]
  if (looks === undefined) return []
  const between = looks.filter((look) => isBefore(before, look) && isBefore(look, after) && (look.step === null || look.step === step))
  return between.length >= LOOKS ? [] : [{ invariant: 'I7', what: `${step} was sent again after ${between.length} looks` }]
}

/** A quick client asks for the last time and sends in one and the same millisecond. */
function isBefore(one: Pick<Look, 'at' | 'order'>, other: Pick<Look, 'at' | 'order'>): boolean {
  return one.at < other.at || (one.at === other.at && (one.order ?? 0) < (other.order ?? 0))
}
