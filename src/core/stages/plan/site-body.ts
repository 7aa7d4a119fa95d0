import type { SiteDraft } from '#core/model/draft.ts'
import type { Reference } from '#core/model/reference.ts'
import { siteContactBodies } from './contact-bodies.ts'
import { customFieldsOf, propertiesOf } from './entity-body.ts'
import { siteOrder, writeList, writeObject } from './property-order.ts'

/** Stands for an id that exists only after the first answer; inside POST /customers the API wants 0 (elevate-api.md 5.1). */
const placeholder = '0'

/** A site as the API takes it, as JSON. A dependent one carries a second placeholder, for the site that receives its invoices. */
export function siteBody(site: SiteDraft, reference: Reference, options: { readonly dependent: boolean }): string {
  const body = propertiesOf(site)
  const customFields = customFieldsOf(site, 'SITE', reference)
  body.set('customerId', placeholder)
  body.set('siteContacts', writeList(siteContactBodies(site.contacts)))
  if (options.dependent) body.set('siteIdReceivingInvoice', placeholder)
  if (customFields.length > 0) body.set('assignedCustomFields', writeList(customFields))
  return writeObject(body, siteOrder)
}
