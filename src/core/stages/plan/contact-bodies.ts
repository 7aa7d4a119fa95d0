import type { ContactDraft } from '#core/model/draft.ts'
import { byText } from './custom-fields.ts'
import { writeEntity } from './write-entity.ts'

/**
 * The contact of the invoice comes first: the marked one, or where none is the first of the file, which the server will mark
 * (elevate-api.md 5.4). The others stand in an order of their own, so that the order of rows decides nothing else.
 */
export function siteContactBodies(contacts: readonly ContactDraft[]): readonly string[] {
  const marked = contacts.length < 2 ? -1 : contacts.findIndex((contact) => contact.fields.get('siteContact.contactNameToAppearOnInvoice')?.value === true)
  const bodies = writeAll(contacts, 'siteContact')
  if (bodies.length < 2) return bodies
  const [first = ''] = bodies.splice(Math.max(0, marked), 1)
  return [first, ...bodies.sort(byText)]
}

/** No contact of a customer is special. */
export function customerContactBodies(contacts: readonly ContactDraft[]): readonly string[] {
  return writeAll(contacts, 'customerContact').sort(byText)
}

function writeAll(contacts: readonly ContactDraft[], level: 'siteContact' | 'customerContact'): string[] {
  const bodies: string[] = []
  for (const contact of contacts) bodies.push(writeEntity(contact, level))
  return bodies
}
