// Custom fields have no entry of their own: the target defines them. Their paths end in the definition's label or id.
import type { ReferenceItem } from '#core/model/reference.ts'

export interface CustomFieldPath {
  readonly level: 'customer' | 'site'
  /** Label or id of the definition, as the operator wrote it. */
  readonly definition: string
}

const canonical = /^(customer|site)\.customFields\.(.*\S.*)$/s
const plain = /^customFields\.(.*\S.*)$/s

/** Level and definition of `customer.customFields.X` or `site.customFields.X`; null for any other path. */
export function customFieldOf(path: string): CustomFieldPath | null {
  const shape = canonical.exec(path)
  const definition = shape?.[2]
  return shape === null || definition === undefined ? null : { level: shape[1] === 'site' ? 'site' : 'customer', definition: definition.trim() }
}

export function isCustomFieldPath(path: string): boolean {
  return customFieldOf(path) !== null
}

/**
 * The plain `customFields.X`, allowed as input, becomes the path with its level: the one the target's definition of that label
 * or id says (`kind` of the item), the customer where that is not known. Other paths come back as they are.
 */
export function normaliseFieldPath(path: string, definitions: readonly ReferenceItem[] = []): string {
  const definition = plain.exec(path)?.[1]?.trim()
  if (definition === undefined) return path
  const wanted = definition.toLowerCase()
  const found = definitions.filter((item) => item.id === definition || item.name.trim().toLowerCase() === wanted)
  const onlySites = found.length > 0 && found.every((item) => item.kind === 'SITE')
  return `${onlySites ? 'site' : 'customer'}.customFields.${definition}`
}
