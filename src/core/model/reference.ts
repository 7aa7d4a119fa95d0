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
