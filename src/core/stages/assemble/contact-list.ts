import type { ContactDraft } from '#core/model/draft.ts'
import type { Issue } from '#core/model/issue.ts'
import type { MappedCell } from '#core/model/mapped-row.ts'
import type { RowPlace } from '#core/model/place.ts'
import { addConflicts } from './conflicts.ts'
import type { Owner } from './conflicts.ts'
import type { AssembleContext } from './context.ts'
import { addRow, finishEntity, mergeCells, startEntity } from './entity-builder.ts'
import type { EntityBuilder } from './entity-builder.ts'
import { fillFixed } from './fixed-values.ts'
import { sameContact } from './same-value.ts'

/** The contacts of one site or one customer in file order. Contacts have no key: the same cells are the same person. */
export type ContactList = { readonly entity: EntityBuilder; readonly cells: readonly MappedCell[] }[]

export function addContact(list: ContactList, cells: readonly MappedCell[], { place, owner, issues }: ContactFrom): void {
  for (const known of list) {
    if (!sameContact(known.cells, cells)) continue
    addRow(known.entity, place)
    return
  }
  const entity = startEntity(null)
  list.push({ entity, cells })
  addConflicts(issues, mergeCells(entity, cells, place), owner)
}

export interface ContactFrom {
  readonly place: RowPlace
  readonly owner: Owner
  /** Takes what disagrees. */
  readonly issues: Issue[]
}

export function finishContacts(list: ContactList, level: 'siteContact' | 'customerContact', context: AssembleContext): readonly ContactDraft[] {
  const drafts: ContactDraft[] = []
  for (const { entity } of list) {
    fillFixed(entity, level, context.fixed)
    drafts.push(finishEntity(entity))
  }
  return drafts
}

/** A row with contact cells and an empty site reference names a contact of the customer: its cells change their level. */
export function asCustomerContact(cells: readonly MappedCell[]): readonly MappedCell[] {
  return cells.map((cell) => {
    const field = cell.target.field.replace(/^siteContact\./, 'customerContact.')
    return { ...cell, target: { ...cell.target, field } }
  })
}
