import type { ContactDraft } from '#core/model/draft.ts'
import { byText } from './custom-fields.ts'
import { writeEntity } from './write-entity.ts'

/**
 * The contact of the invoice comes first: the marked one, or where none is the first of the file, which the server will mark
 * (elevate-api.md 5.4). The others stand in an order of their own, so that the order of rows decides nothing else.
 */
export function siteContactBodies(contacts: readonly ContactDraft[]): readonly string[] {
  const marked = contacts.find((contact) => contact.fields.get('siteContact.contactNameToAppearOnInvoice')?.value === true)
  const first = marked ?? contacts[0]
  const rest = contacts.filter((contact) => contact !== first)
  return [...(first === undefined ? [] : [writeEntity(first, 'siteContact')]), ...writeSorted(rest, 'siteContact')]
}

/** No contact of a customer is special. */
export function customerContactBodies(contacts: readonly ContactDraft[]): readonly string[] {
  return writeSorted(contacts, 'customerContact')
}

function writeSorted(contacts: readonly ContactDraft[], level: 'siteContact' | 'customerContact'): readonly string[] {
  return contacts.map((contact) => writeEntity(contact, level)).toSorted(byText)
}
