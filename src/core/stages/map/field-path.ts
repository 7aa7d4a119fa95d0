import { findField, isCustomFieldPath, normaliseFieldPath } from '#core/catalogue/index.ts'
import type { FieldEntry } from '#core/model/field.ts'
import type { ColumnTarget } from '#core/model/mapping.ts'
import { noReference } from '#core/model/reference.ts'
import type { Reference } from '#core/model/reference.ts'

/** The target with its canonical path and its entry (null for a custom field); null when there is no such field. */
export function findTarget(target: ColumnTarget, reference: Reference = noReference): { readonly target: ColumnTarget; readonly entry: FieldEntry | null } | null {
  const field = normaliseFieldPath(target.field, reference.lists['custom-field-definitions'])
  const entry = findField(field)
  return entry === null && !isCustomFieldPath(field) ? null : { target: { ...target, field }, entry }
}

/** As `findTarget`, for mappings that were checked before: an unknown field is a bug and throws. */
export function resolveTarget(target: ColumnTarget, reference: Reference): { readonly target: ColumnTarget; readonly entry: FieldEntry | null } {
  const found = findTarget(target, reference)
  if (found === null) throw new Error(`No field is called ${target.field}`)
  return found
}
