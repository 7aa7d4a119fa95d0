// Who gets a site's invoices: itself, by its invoice details, or another site. elevate-api.md sections 5.1 and 5.3.
import type { InvoiceDetailsRequest } from '#api/schemas/invoice-details.ts'
import type { NestedSiteRequest, SiteRequest } from '#api/schemas/site.ts'
import type { Database } from '../db.ts'
import { invalid, type Problem, unknown } from '../problem.ts'
import { addressProblems } from './required-text.ts'

/** Exactly one of the two: the sensible reading, as both and neither are not described. */
export function routeProblems(site: SiteRequest | NestedSiteRequest, path: string): readonly Problem[] {
  const hasDetails = site.siteInvoiceDetails !== undefined
  const hasReceiver = site.siteIdReceivingInvoice !== undefined
  if (hasDetails !== hasReceiver) return []
  const message = hasDetails ? 'give siteInvoiceDetails or siteIdReceivingInvoice, not both' : 'siteInvoiceDetails or siteIdReceivingInvoice is required'
  return [invalid(path, message)]
}

export function invoiceDetailsProblems(details: InvoiceDetailsRequest, path: string): readonly Problem[] {
  const hasTerms = details.paymentTermsInDays !== undefined
  const hasDay = details.preferredPaymentDay !== undefined
  const timing = hasTerms && hasDay ? 'give paymentTermsInDays or preferredPaymentDay, not both' : 'paymentTermsInDays or preferredPaymentDay is required'
  return [
    ...(hasTerms === hasDay ? [invalid(path, timing)] : []),
    ...(details.invoiceAddress === undefined ? [] : addressProblems(details.invoiceAddress, `${path}.invoiceAddress`)),
  ]
}

/** The receiving site must exist, belong to the same customer and hold invoice details itself (inferred, section 5.1). */
export function receiverProblems(site: SiteRequest, db: Database): readonly Problem[] {
  const id = site.siteIdReceivingInvoice
  if (id === undefined) return []
  const receiver = db.site(id)
  if (receiver === undefined) return [unknown('siteIdReceivingInvoice', 'site', id)]
  if (BigInt(receiver.customerId) !== BigInt(site.customerId)) return [invalid('siteIdReceivingInvoice', `site ${id} belongs to another customer`)]
  return receiver.siteInvoiceDetails === undefined ? [invalid('siteIdReceivingInvoice', `site ${id} does not receive invoices itself`)] : []
}

/** The sites of a new customer have no ids yet, so none of them can be named, and no other site is of this customer. */
export const nestedReceiverProblems = (site: NestedSiteRequest, path: string): readonly Problem[] =>
  site.siteIdReceivingInvoice === undefined ? [] : [invalid(`${path}.siteIdReceivingInvoice`, `site ${site.siteIdReceivingInvoice} belongs to another customer`)]
