import type { ContactDraft } from '#core/model/draft.ts'
import { writeJson } from '#core/model/json.ts'
import type { JsonObject } from '#core/model/json.ts'
import { byText, propertiesOf } from './entity-body.ts'
import { contactOrder, orderedObject } from './property-order.ts'

/**
 * The contact of the invoice comes first: the marked one, or where none is the first of the file, which the server will mark
 * (elevate-api.md 5.4). The others stand in an order of their own, so that the order of rows decides nothing else.
 */
export function siteContactBodies(contacts: readonly ContactDraft[]): readonly JsonObject[] {
  const marked = contacts.find((contact) => contact.fields.get('siteContact.contactNameToAppearOnInvoice')?.value === true)
  const first = marked ?? contacts[0]
  const rest = contacts.filter((contact) => contact !== first)
  return [...(first === undefined ? [] : [bodyOf(first)]), ...customerContactBodies(rest)]
}

/** No contact of a customer is special. */
export function customerContactBodies(contacts: readonly ContactDraft[]): readonly JsonObject[] {
  if (contacts.length < 2) return contacts.map(bodyOf)
  const written = contacts.map(bodyOf).map((body) => ({ body, text: writeJson(body) }))
  return written.toSorted((a, b) => byText(a.text, b.text)).map(({ body }) => body)
}

function bodyOf(contact: ContactDraft): JsonObject {
  return orderedObject(propertiesOf(contact), contactOrder)
}
