import type { Failure } from '../../model/result.ts'
import type { UnitReceipt } from '../../model/receipt.ts'
import type { Job } from './job.ts'
import type { LiveUnit } from './live-unit.ts'
import { lookUpCustomer, lookUpSites } from './look-up.ts'
import { settleParts } from './unit-state.ts'

/**
 * The first customer created is read back by its key before any other is sent: if the server made something else of it, there is
 * one wrong record and not five thousand. Reads may lag, so it is asked several times over one settle window. Null: proved.
 */
export async function proveCanary(job: Job, unit: LiveUnit, receipt: UnitReceipt): Promise<Failure | null> {
  const from = job.clock.now()
  for (const part of [0, ...settleParts]) {
    while (part > 0 && job.clock.now() < from + part * job.settings.settleMs && job.failure() === null) {
      await job.changed(from + part * job.settings.settleMs - job.clock.now())
    }
    const customer = await lookUpCustomer(job.reader, unit.work)
    if (!customer.ok) return customer.failure
    if (customer.value.kind === 'customer-found') {
      if (customer.value.customerId !== receipt.customerId || customer.value.times > 1 || !customer.value.same) return wrong(unit, 'reads back as another one')
      const sites = await lookUpSites(job.reader, customer.value.customerId)
      if (!sites.ok) return sites.failure
      if (sites.value.doubled.length > 0) return wrong(unit, 'has a site twice')
      const { siteIds } = sites.value
      if (Object.entries(receipt.siteIds).every(([reference, id]) => Object.hasOwn(siteIds, reference) && siteIds[reference] === id)) return null
    }
  }
  return wrong(unit, 'cannot be found there')
}

function wrong(unit: LiveUnit, what: string): Failure {
  return {
    code: 'server-unusable',
    message: `The first customer, ${unit.work.customer}, was confirmed by the server but ${what}. Nothing else was sent: look at this customer on the server before going on.`,
  }
}
