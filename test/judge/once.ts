import type { Evidence, HeldCustomer, Violation, WantedUnit } from './evidence.ts'

/** What the server holds under the key of a unit, compared exactly. */
export function heldFor({ held }: Evidence, unit: WantedUnit): readonly HeldCustomer[] {
  return held.filter(({ customer, contractOwnerId }) => customer === unit.customer && contractOwnerId === unit.contractOwnerId)
}

/** I1: each customer once, each of its sites once. I1': where that was broken on purpose, every double is in the report as such. */
export function judgeOnce(evidence: Evidence): readonly Violation[] {
  return distinctKeys(evidence.wanted).flatMap((unit) => {
    const doubles = doublesOf(evidence, unit)
    if (evidence.broken.size === 0) return doubles.map(({ what }): Violation => ({ invariant: 'I1', what }))
    // What shows only after the last look cannot be in the report.
    const shown = doubles.filter(({ visibleFrom }) => visibleFrom < (evidence.auditedAt ?? 0))
    const receipt = evidence.receipts.findLast(({ customer, outcome }) => customer === unit.customer && outcome !== 'existing')
    if (shown.length === 0 || receipt === undefined || !evidence.isFinished || receipt.outcome === 'duplicate') return []
    return shown.map(({ what }): Violation => ({ invariant: "I1'", what: `${what}, and is reported as ${receipt.outcome}` }))
  })
}

/** How often a customer or a site is there a second time, whatever the report says of it. */
export function countDoubles(evidence: Evidence): number {
  return distinctKeys(evidence.wanted).flatMap((unit) => doublesOf(evidence, unit)).length
}

interface Double {
  readonly what: string
  /** From when on there are two to be seen. */
  readonly visibleFrom: number
}

function doublesOf(evidence: Evidence, unit: WantedUnit): readonly Double[] {
  const there = heldFor(evidence, unit)
  const ours = there.filter(({ by }) => by === 'us')
  const doubles: Double[] = []
  // One of another's besides none of ours is no double of ours; two of another's are not either.
  if (there.length > 1 && ours.length > 0) doubles.push({ what: `customer ${unit.customer} is there ${there.length} times`, visibleFrom: second(there) })
  for (const { id, sites } of ours) {
    for (const { reference } of unit.sites) {
      const same = sites.filter((site) => site.reference === reference)
      if (same.length > 1) doubles.push({ what: `site ${reference} of customer ${unit.customer} (${id}) is there ${same.length} times`, visibleFrom: second(same) })
    }
  }
  return doubles
}

function second(all: readonly { readonly visibleFrom: number }[]): number {
  return all.map(({ visibleFrom }) => visibleFrom).toSorted((a, b) => a - b)[1] ?? 0
}

/** The same customer may be in two files. */
function distinctKeys(wanted: readonly WantedUnit[]): readonly WantedUnit[] {
  const seen = new Set<string>()
  return wanted.filter(({ contractOwnerId, customer }) => {
    const key = `${contractOwnerId}\n${customer}`
    return !seen.has(key) && seen.add(key) !== undefined
  })
}
