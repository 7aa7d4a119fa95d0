import type { ReferenceKind } from './field.ts'

/** One entry of a reference list of the target. `id` is decimal text: int64 does not go through floating point. */
export interface ReferenceItem {
  readonly id: string
  readonly name: string
  /** Custom field definitions: SITE, CUSTOMER, ... Commission agents: INTERNAL or EXTERNAL. */
  readonly kind?: string
  readonly contractOwnerId?: string
}

/**
 * What the target lists, read once. A kind that is absent could not be read (not documented, not permitted): nothing is checked
 * against it then.
 */
export interface Reference {
  readonly lists: Readonly<Partial<Record<ReferenceKind, readonly ReferenceItem[]>>>
  /** Account numbers of the file that the server has already: account number to customer id. Null: it was not asked. */
  readonly existing: ReadonlyMap<string, string> | null
}

export const noReference: Reference = { lists: {}, existing: null }

/** What a custom field's name in the file stands for on the target. */
export type DefinitionLookup =
  | { readonly kind: 'found'; readonly id: string; readonly label: string | null }
  /** Named by label, and the definitions could not be read: it is sent by its label. */
  | { readonly kind: 'not-read' }
  /** None, or several, of the target's definitions for this kind of thing. */
  | { readonly kind: 'unknown'; readonly count: number }

/** A definition by id or by label (without case and white space around), among those for customers or for sites. */
export function findDefinition(reference: Reference, level: 'CUSTOMER' | 'SITE', definition: string): DefinitionLookup {
  const wanted = definition.trim()
  const list = reference.lists['custom-field-definitions']
  if (list === undefined) return /^[1-9]\d*$/.test(wanted) ? { kind: 'found', id: wanted, label: null } : { kind: 'not-read' }
  const fitting = list.filter((item) => item.kind === undefined || item.kind === level)
  const label = wanted.toLowerCase()
  const byId = fitting.find((item) => item.id === wanted)
  const found = byId === undefined ? fitting.filter((item) => item.name.trim().toLowerCase() === label) : [byId]
  const [only] = found
  return only !== undefined && found.length === 1 ? { kind: 'found', id: only.id, label: only.name } : { kind: 'unknown', count: found.length }
}
