import type { ContactDraft } from '#core/model/draft.ts'
import { byText, propertiesOf } from './entity-body.ts'
import { contactOrder, writeObject } from './property-order.ts'

/**
 * The contact of the invoice comes first: the marked one, or where none is the first of the file, which the server will mark
 * (elevate-api.md 5.4). The others stand in an order of their own, so that the order of rows decides nothing else.
 */
export function siteContactBodies(contacts: readonly ContactDraft[]): readonly string[] {
  const marked = contacts.find((contact) => contact.fields.get('siteContact.contactNameToAppearOnInvoice')?.value === true)
  const first = marked ?? contacts[0]
  const rest = contacts.filter((contact) => contact !== first)
  return [...(first === undefined ? [] : [bodyOf(first)]), ...customerContactBodies(rest)]
}

/** No contact of a customer is special. */
export function customerContactBodies(contacts: readonly ContactDraft[]): readonly string[] {
  return contacts.map(bodyOf).toSorted(byText)
}

function bodyOf(contact: ContactDraft): string {
  return writeObject(propertiesOf(contact), contactOrder)
}
