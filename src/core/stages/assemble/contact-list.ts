import type { ContactDraft } from '#core/model/draft.ts'
import type { Issue } from '#core/model/issue.ts'
import type { MappedCell } from '#core/model/mapped-row.ts'
import type { RowPlace } from '#core/model/place.ts'
import { conflictIssues } from './conflicts.ts'
import type { Owner } from './conflicts.ts'
import type { AssembleContext } from './context.ts'
import { addRow, finishEntity, mergeCells, startEntity } from './entity-builder.ts'
import type { EntityBuilder } from './entity-builder.ts'
import { fillFixed } from './fixed-values.ts'
import { sameContact } from './same-value.ts'

/** The contacts of one site or one customer in file order. Contacts have no key: the same cells are the same person. */
export type ContactList = { readonly entity: EntityBuilder; readonly cells: readonly MappedCell[] }[]

export function addContact(
  list: ContactList, cells: readonly MappedCell[], from: { readonly place: RowPlace; readonly owner: Owner },
): readonly Issue[] {
  const known = list.find((contact) => sameContact(contact.cells, cells))
  if (known !== undefined) {
    addRow(known.entity, from.place)
    return []
  }
  const entity = startEntity(null)
  list.push({ entity, cells })
  return conflictIssues(mergeCells(entity, cells, from.place), from.owner)
}

export function finishContacts(list: ContactList, level: 'siteContact' | 'customerContact', context: AssembleContext): readonly ContactDraft[] {
  return list.map(({ entity }) => {
    fillFixed(entity, level, context.fixed)
    return finishEntity(entity)
  })
}

/** A row with contact cells and an empty site reference names a contact of the customer: its cells change their level. */
export function asCustomerContact(cells: readonly MappedCell[]): readonly MappedCell[] {
  return cells.map((cell) => {
    const field = cell.target.field.replace(/^siteContact\./, 'customerContact.')
    return { ...cell, target: { ...cell.target, field } }
  })
}
