import type { SiteDraft } from '#core/model/draft.ts'
import { ExactNumber } from '#core/model/json.ts'
import type { JsonObject } from '#core/model/json.ts'
import type { Reference } from '#core/model/reference.ts'
import { siteContactBodies } from './contact-bodies.ts'
import { customFieldsOf, propertiesOf } from './entity-body.ts'
import { orderedObject, siteOrder } from './property-order.ts'

/** Stands for an id that exists only after the first answer; inside POST /customers the API wants 0 (elevate-api.md 5.1). */
const placeholder = new ExactNumber('0')

/** A site as the API takes it. A dependent one carries a second placeholder, for the site that receives its invoices. */
export function siteBody(site: SiteDraft, reference: Reference, options: { readonly dependent: boolean }): JsonObject {
  const body = propertiesOf(site)
  const customFields = customFieldsOf(site, 'SITE', reference)
  body.set('customerId', placeholder)
  body.set('siteContacts', siteContactBodies(site.contacts))
  if (options.dependent) body.set('siteIdReceivingInvoice', placeholder)
  if (customFields.length > 0) body.set('assignedCustomFields', customFields)
  return orderedObject(body, siteOrder)
}
