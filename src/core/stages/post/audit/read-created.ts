// The second look, which does not trust the first one's question: everything the server says was created since the run began. It
// shows what was stored under a changed key, and sites that are there twice.
import { dayBefore } from '#core/values/calendar.ts'
import { ok, type Failure, type Result } from '../../../model/result.ts'
import type { EndedUnit } from '../../../ports-journal.ts'
import type { Job } from '../job.ts'
import { lookUpSites } from '../look-up.ts'
import { eachPage } from '../reader.ts'
import type { Findings, Watched } from './findings.ts'

const CAP = { size: 1000, pages: 2000 } as const
const UNDATED = 'The server does not tell the time, so the list of what was created since the start could not be read.'
const REFUSED = 'The server does not list what was created since the start.'
const INCOMPLETE = 'The server’s list of what was created since the start leaves out customers it has confirmed.'

/** A day of margin: nobody knows the time zone of the server's dates. */
function since(job: Job): string | null {
  const time = job.log.run.serverStartedAt ?? job.api.serverTime()
  return time === null ? null : `${dayBefore(time.slice(0, 10))}T00:00:00Z`
}

/** Answers why it could not be read, null when it was. */
export async function readCreatedCustomers(job: Job, findings: Findings): Promise<Result<string | null>> {
  const createdAfter = since(job)
  if (createdAfter === null) return ok(UNDATED)
  const confirmed = new Set<string>()
  // Customers whose id nobody knows: the first one seen may be the one that was sent.
  const appeared = new Map<number, string>()
  const read = await eachPage(job.reader, { cap: CAP, call: (page) => job.reader.api.customers({ createdAfter }, page) }, (seen) => {
    for (const { id, customer, contractOwnerId } of seen) {
      const own = findings.byCustomerId(id)
      if (own !== null) {
        confirmed.add(id)
        if (customer !== own.receipt.customer) findings.rekeyed(own, `The server confirmed it as ${id}, but stored it under account number "${customer}" instead of "${own.receipt.customer}": please put it right there.`)
        continue
      }
      const watched = contractOwnerId === null ? null : findings.byKey({ customer, contractOwnerId })
      if (watched === null) continue
      if (watched.receipt.customerId !== null) findings.double(watched, `The server has it as ${watched.receipt.customerId}, and again as ${id} with account number "${customer}". Only one of them may stay: end-date the other.`)
      else if (watched.receipt.outcome !== 'existing') noteUnsure(findings, watched, { id, customer, before: appeared.get(watched.ordinal) ?? null })
      if (!appeared.has(watched.ordinal)) appeared.set(watched.ordinal, id)
    }
  })
  if (!read.ok) return isRefusal(read.failure) ? ok(REFUSED) : read
  if (!read.value) return ok('The list of what was created since the start is too long to be read.')
  return ok(findings.confirmedIds().every((id) => confirmed.has(id)) ? null : INCOMPLETE)
}

/** Whether it came at all was not known: it did, and a second one is one too many. */
function noteUnsure(findings: Findings, watched: Watched, { id, customer, before }: { readonly id: string; readonly customer: string; readonly before: string | null }): void {
  if (before === null || before === id) findings.missing(watched, `The server lists "${customer}" as ${id}, created since this run began: please check it.`)
  else findings.double(watched, `The server has it as ${before}, and again as ${id} with account number "${customer}", both created since this run began. Only one of them may stay: end-date the other.`)
}

/**
 * Which sites of our customers are there twice, or not at all. What the list of new sites does not show is asked for customer by
 * customer: slow, but a server that has no such list is answered for as well.
 */
export async function checkSites(job: Job, units: Iterable<Result<EndedUnit>>, findings: Findings): Promise<Result<null>> {
  const listed = await readCreatedSites(job, findings)
  if (!listed.ok) return listed
  for (const unit of units) {
    if (!unit.ok) return unit
    const { receipt: { customerId, outcome }, siteReferences } = unit.value
    if (customerId === null || (outcome !== 'created' && outcome !== 'incomplete')) continue
    if (outcome === 'created' && siteReferences.every((reference) => listed.value.has(`${customerId}\n${reference}`))) continue
    const looked = await lookAtSites(job, unit.value, findings)
    if (!looked.ok) return looked
  }
  return ok(null)
}

async function readCreatedSites(job: Job, findings: Findings): Promise<Result<ReadonlyMap<string, string>>> {
  const createdAfter = since(job)
  const sites = new Map<string, string>()
  if (createdAfter === null) return ok(sites)
  const read = await eachPage(job.reader, { cap: CAP, call: (page) => job.reader.api.sites({ createdAfter }, page) }, (seen) => {
    for (const { id, customerId, reference } of seen) {
      const watched = customerId === null ? null : findings.byCustomerId(customerId)
      if (watched === null || reference === null) continue
      const key = `${customerId}\n${reference}`
      const known = sites.get(key)
      if (known === undefined) sites.set(key, id)
      else if (known !== id) findings.double(watched, doubleSite(reference, [known, id]))
    }
  })
  return read.ok || isRefusal(read.failure) ? ok(sites) : read
}

async function lookAtSites(job: Job, unit: EndedUnit, findings: Findings): Promise<Result<null>> {
  const there = await lookUpSites(job.reader, unit.receipt.customerId ?? '')
  if (!there.ok) return there
  const { siteIds, doubled } = there.value
  if (unit.receipt.outcome === 'incomplete') return noteAppeared(unit, siteIds, findings)
  const gone = unit.siteReferences.filter((reference) => !Object.hasOwn(siteIds, reference))
  for (const reference of doubled.filter((each) => unit.siteReferences.includes(each))) findings.double(unit, doubleSite(reference, []))
  if (gone.length > 0) findings.missing(unit, `The server does not list these sites any more: ${gone.map((reference) => withNewName(reference, unit, siteIds)).join(', ')}. Please check the customer.`)
  return ok(null)
}

/** The id it was confirmed with may stand there under another reference. */
function withNewName(reference: string, { receipt }: EndedUnit, siteIds: Readonly<Record<string, string>>): string {
  const stored = Object.entries(siteIds).find(([, id]) => id === receipt.siteIds[reference])
  return stored === undefined ? reference : `${reference} (stored as "${stored[0]}" instead)`
}

/** A site that was refused and came all the same, after it was looked for. */
function noteAppeared(unit: EndedUnit, siteIds: Readonly<Record<string, string>>, findings: Findings): Result<null> {
  const appeared = unit.siteReferences.filter((reference) => Object.hasOwn(siteIds, reference) && !Object.hasOwn(unit.receipt.siteIds, reference))
  if (appeared.length > 0) findings.missing(unit, `The server refused these sites, yet lists them now: ${appeared.join(', ')}. Please check the customer.`)
  return ok(null)
}

function doubleSite(reference: string, ids: readonly string[]): string {
  return `The server has site ${reference} of this customer more than once${ids.length === 0 ? '' : `: ${ids.join(', ')}`}. Only one of them may stay: end-date the other.`
}

/** A server that cannot be asked so is no reason to stop; a network that is gone is. */
function isRefusal({ code }: Failure): boolean {
  return code === 'server-unusable' || code === 'bad-address' || code === 'forbidden'
}
