import type { Result } from '../../../model/result.ts'
import { ok } from '../../../model/result.ts'
import type { CustomerSeen } from '../../../ports.ts'
import type { EndedUnit } from '../../../ports-journal.ts'
import { batchesOfKeys, listKeys, understandsSeveral } from '../find-existing.ts'
import type { Job } from '../job.ts'
import { isExactly } from '../look-up.ts'
import type { Findings } from './findings.ts'

/** Counts every key that was sent, many at a time where the server has proved to understand it. */
export async function countKeys(job: Job, units: Iterable<Result<EndedUnit>>, findings: Findings): Promise<Result<null>> {
  const several = await understandsSeveral(job.reader)
  if (!several.ok) return several
  let page: EndedUnit[] = []
  for (const unit of units) {
    if (!unit.ok) return unit
    findings.watch(unit.value)
    page.push(unit.value)
    if (page.length < 500) continue
    const counted = await countPage(job, page, { findings, several: several.value })
    if (!counted.ok) return counted
    page = []
  }
  return countPage(job, page, { findings, several: several.value })
}

async function countPage(job: Job, page: readonly EndedUnit[], { findings, several }: { readonly findings: Findings; readonly several: boolean }): Promise<Result<null>> {
  const units = new Map(page.map((unit) => [unit.ordinal, unit]))
  const keys = page.map(({ ordinal, contractOwnerId, receipt }) => ({ ordinal, contractOwnerId, customer: receipt.customer }))
  for (const batch of batchesOfKeys(keys, several)) {
    const seen = await listKeys(job.reader, batch)
    if (!seen.ok) return seen
    // A list too long to be read proves nothing either way; the list of what is new tells the rest.
    for (const key of seen.value === null ? [] : batch) {
      const unit = units.get(key.ordinal)
      if (unit !== undefined) judge(unit, (seen.value ?? []).filter((customer) => isExactly(key, customer)), findings)
    }
    job.tally.noteAudited(batch.length)
  }
  return ok(null)
}

function judge(unit: EndedUnit, seen: readonly CustomerSeen[], findings: Findings): void {
  const { receipt } = unit
  const ids = [...new Set(seen.map(({ id }) => id))]
  const [id] = ids
  if (ids.length > 1) findings.double(unit, `The server has this account number ${ids.length} times: ${ids.join(', ')}. Only one of them may stay: end-date the other.`)
  else if (receipt.outcome === 'rejected' && id !== undefined) findings.missing(unit, `The server refused it (${receipt.reason ?? ''}), yet lists it as ${id}: please check it.`)
  else if (receipt.customerId === null) return
  else if (id === undefined) findings.missing(unit, `The server confirmed it as ${receipt.customerId}, but does not list it any more: please check it.`)
  else if (id !== receipt.customerId) findings.missing(unit, `The server confirmed it as ${receipt.customerId}, but lists it as ${id}: please check it.`)
}
