import type { ContactDraft } from '#core/model/draft.ts'
import { writeJson } from '#core/model/json.ts'
import type { MappedCell } from '#core/model/mapped-row.ts'
import type { RowPlace } from '#core/model/place.ts'
import { fillFixed } from './fixed-values.ts'
import type { AssembleContext } from './context.ts'
import { addRow, finishEntity, mergeCells, startEntity } from './entity-builder.ts'
import type { EntityBuilder } from './entity-builder.ts'

/** The contacts of one site or one customer in file order. Contacts have no key: the same cells are the same person. */
export type ContactList = Map<string, EntityBuilder>

export function addContact(list: ContactList, cells: readonly MappedCell[], place: RowPlace): void {
  const signature = signatureOf(cells)
  const known = list.get(signature)
  if (known !== undefined) {
    addRow(known, place)
    return
  }
  const contact = startEntity(null)
  mergeCells(contact, cells, place)
  list.set(signature, contact)
}

export function finishContacts(list: ContactList, level: 'siteContact' | 'customerContact', context: AssembleContext): readonly ContactDraft[] {
  return [...list.values()].map((contact) => {
    fillFixed(contact, level, context.fixed)
    return finishEntity(contact)
  })
}

/** A row with contact cells and an empty site reference names a contact of the customer: its cells change their level. */
export function asCustomerContact(cells: readonly MappedCell[]): readonly MappedCell[] {
  return cells.map((cell) => {
    const field = cell.target.field.replace(/^siteContact\./, 'customerContact.')
    return { ...cell, target: { ...cell.target, field } }
  })
}

function signatureOf(cells: readonly MappedCell[]): string {
  return cells
    .map(({ target, value, raw }) => `${target.field}=${value === undefined ? `!${JSON.stringify(raw)}` : writeJson(value)}`)
    .toSorted()
    .join('\n')
}
