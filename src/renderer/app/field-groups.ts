import { customFieldOf, fieldEntries, findField } from '#core/catalogue/index.ts'
import type { FieldEntry } from '#core/model/field.ts'
import { parseTarget } from '#core/model/mapping.ts'
import { words } from './wording.ts'

export type GroupName = keyof typeof words.levels
export interface FieldGroup { readonly name: GroupName; readonly entries: readonly FieldEntry[] }

export function groupOf(entry: FieldEntry): GroupName {
  return entry.level === 'site' && entry.apiPath[0] === 'siteInvoiceDetails' ? 'invoice' : entry.level
}

const order: readonly GroupName[] = ['customer', 'site', 'invoice', 'siteContact', 'customerContact']

/** The catalogue as the field picker shows it. */
export const fieldGroups: readonly FieldGroup[] = order.map((name) => ({ name, entries: fieldEntries.filter((entry) => groupOf(entry) === name) }))

/** A target such as `site[2].siteName` in words: "Site 2 · Site name". */
export function describeTarget(text: string): string {
  const target = parseTarget(text)
  if (target === null) return text
  const nth = target.index === undefined ? '' : ` ${target.index}`
  const part = target.part === undefined ? '' : ` (${target.part} name)`
  const custom = customFieldOf(target.field)
  if (custom !== null) return `${words.levels[custom.level]}${nth} · ${words.levels.custom.toLowerCase()} ${custom.definition}`
  const entry = findField(target.field)
  return entry === null ? text : `${words.levels[groupOf(entry)]}${nth} · ${entry.label}${part}`
}
