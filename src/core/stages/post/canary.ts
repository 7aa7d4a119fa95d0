import { readJson } from '#core/model/read-json.ts'
import { nameSome } from '../../model/name-some.ts'
import type { Result } from '../../model/result.ts'
import { ok } from '../../model/result.ts'
import { differences } from './compare-body.ts'
import type { Job } from './job.ts'
import type { LiveUnit } from './live-unit.ts'
import { lookUpCustomer, lookUpSites } from './look-up.ts'
import { readPatiently } from './reader.ts'
import { settleParts } from './unit-state.ts'
import type { SiteWork } from './unit-work.ts'

/**
 * A created customer is read back, by its key and as a whole, and compared field by field with the frozen bytes. The first one of a
 * run is, before any other is sent: if the server makes something else of it, there is one wrong record and not five thousand. One
 * that was only found by looking is, too: nobody knows what became of its request. Reads may lag, so that it is asked several times
 * over one settle window. Answers what is wrong, in words; null: as sent.
 */
export async function readBack(job: Job, unit: LiveUnit): Promise<Result<string | null>> {
  const from = job.clock.now()
  let wrong: string | null = null
  for (const part of [0, ...settleParts]) {
    while (part > 0 && job.clock.now() < from + part * job.settle.ms() && job.failure() === null) {
      await job.changed(from + part * job.settle.ms() - job.clock.now())
    }
    const looked = await lookOnce(job, unit)
    if (!looked.ok) return looked
    // Seen at once, it did not lag, however long the look had to wait for its turn.
    if (looked.value === null && part > 0) job.settle.noteLag(job.clock.now() - from)
    if (looked.value === null || looked.value.certain) return ok(looked.value?.what ?? null)
    wrong = looked.value.what
  }
  return ok(wrong)
}

interface Wrong {
  readonly what: string
  /** Waiting cannot mend it. */
  readonly certain: boolean
}

async function lookOnce(job: Job, { work, state }: LiveUnit): Promise<Result<Wrong | null>> {
  const customer = await lookUpCustomer(job.reader, work)
  if (!customer.ok) return customer
  if (customer.value.kind !== 'customer-found') return ok({ what: 'cannot be found there', certain: false })
  const { customerId, times, same } = customer.value
  if (times > 1) return ok({ what: `is there ${times} times`, certain: true })
  if (customerId !== state.customerId) return ok({ what: `is there with the id ${customerId}, and not ${state.customerId}`, certain: true })
  if (!same) return ok({ what: 'is there under another name', certain: true })
  const sites = await lookUpSites(job.reader, customerId)
  if (!sites.ok) return sites
  if (sites.value.doubled.length > 0) return ok({ what: 'has a site twice', certain: true })
  const { siteIds } = sites.value
  const accepted = work.sites.filter(({ step }) => state.failed[step] === undefined)
  const missing = accepted.filter(({ reference }) => !Object.hasOwn(siteIds, reference) || siteIds[reference] !== state.siteIds[reference])
  if (missing.length > 0) return ok({ what: `lacks its sites ${missing.map(({ reference }) => reference).join(', ')}`, certain: false })
  return compare(job, { customerId, body: work.customerBody, added: accepted.filter(({ nested }) => !nested) })
}

interface Sent {
  readonly customerId: string
  readonly body: string
  /** Sites of their own requests. */
  readonly added: readonly SiteWork[]
}

async function compare(job: Job, { customerId, body, added }: Sent): Promise<Result<Wrong | null>> {
  const whole = await readPatiently(job.reader, () => job.api.customer(customerId))
  if (!whole.ok && whole.failure.code === 'bad-address') return ok({ what: 'cannot be read as a whole', certain: false })
  if (!whole.ok) return whole
  const sites = whole.value['sites']
  const wrong = [...differences(readJson(body), whole.value), ...added.flatMap((site) => differences([readJson(site.body)], sites, 'sites'))]
  // Reads may lag here as well: a site that is missing or a value of before may come.
  return ok(wrong.length === 0 ? null : { what: `came out different: ${nameSome(wrong, 5)}`, certain: false })
}
