import type { SiteDraft } from '#core/model/draft.ts'
import type { Reference } from '#core/model/reference.ts'
import { siteContactBodies } from './contact-bodies.ts'
import { customFieldsOf } from './custom-fields.ts'
import { writeEntity, writeList } from './write-entity.ts'
import type { Ready } from './write-entity.ts'

/** Stands for an id that exists only after the first answer; inside POST /customers the API wants 0 (elevate-api.md 5.1). */
const placeholder = '0'

/** A site as the API takes it, as JSON. A dependent one carries a second placeholder, for the site that receives its invoices. */
export function siteBody(site: SiteDraft, reference: Reference, options: { readonly dependent: boolean }): string {
  const ready: Ready[] = [{ name: 'customerId', text: placeholder }, { name: 'siteContacts', text: writeList(siteContactBodies(site.contacts)) }]
  if (options.dependent) ready.push({ name: 'siteIdReceivingInvoice', text: placeholder })
  if (site.customFields.length > 0) ready.push({ name: 'assignedCustomFields', text: writeList(customFieldsOf(site, 'SITE', reference)) })
  return writeEntity(site, 'site', ready)
}
