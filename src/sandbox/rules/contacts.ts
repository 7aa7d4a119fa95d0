// Contacts of a site and of a customer. elevate-api.md section 5.4.
import type { ContactRequest } from '#api/schemas/contact.ts'
import { invalid, type Problem } from '../problem.ts'

/** receiveInvoiceBy is required when contactNameToAppearOnInvoice is set to true. */
export const contactProblems = (contacts: readonly ContactRequest[], path: string): readonly Problem[] =>
  contacts.flatMap((contact, index) =>
    contact.contactNameToAppearOnInvoice === true && !contact.receiveInvoiceBy?.trim()
      ? [invalid(`${path}[${index}].receiveInvoiceBy`, 'is required when contactNameToAppearOnInvoice is true')]
      : [])

/** Only one contact of a site may be marked. What the real server does with two in one body is unknown: refused here. */
export function siteContactProblems(contacts: readonly ContactRequest[], path: string): readonly Problem[] {
  const marked = contacts.filter((contact) => contact.contactNameToAppearOnInvoice === true)
  const several = marked.length > 1 ? [invalid(path, 'only 1 contact per site can have contactNameToAppearOnInvoice set to true')] : []
  return [...several, ...contactProblems(contacts, path)]
}

/** "If unspecified, this will be defaulted to the 1st contact." */
export function withInvoiceContact(contacts: readonly ContactRequest[]): readonly ContactRequest[] {
  if (contacts.some((contact) => contact.contactNameToAppearOnInvoice === true)) return contacts
  return contacts.map((contact, index) => ({ ...contact, contactNameToAppearOnInvoice: index === 0 }))
}
