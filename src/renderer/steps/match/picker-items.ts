import type { FieldEntry } from '#core/model/field.ts'
import { formatTarget, parseTarget } from '#core/model/mapping.ts'
import { fieldGroups, type GroupName } from '../../app/field-groups.ts'
import { words } from '../../app/wording.ts'

export interface PickerItem { readonly id: string; readonly label: string; readonly help: string; readonly isRequired: boolean; readonly search: string }
export interface PickerGroup { readonly name: GroupName; readonly items: readonly PickerItem[] }
export interface CustomDefinition { readonly id: string; readonly name: string; readonly kind: string | null }

/** What can be chosen: the catalogue, first and last names as parts, custom fields of the target and one named by the heading. */
export function pickerGroups(definitions: readonly CustomDefinition[], header: string): readonly PickerGroup[] {
  const groups = fieldGroups.map((group) => ({ name: group.name, items: group.entries.flatMap(itemsOf) }))
  return [...groups, { name: 'custom', items: customItems(definitions, header) }]
}

function itemsOf(entry: FieldEntry): readonly PickerItem[] {
  const item = { id: entry.path, label: entry.label, help: entry.help, isRequired: entry.required === 'always', search: searchText([entry.label, entry.path, ...entry.aliases]) }
  if (entry.apiPath.at(-1) !== 'contactName') return [item]
  const part = (name: 'first' | 'last'): PickerItem => ({
    ...item, id: formatTarget({ field: entry.path, part: name }), label: `${entry.label} (${name} name)`, isRequired: false, search: searchText([entry.label, name === 'first' ? 'first name forename' : 'last name surname']),
  })
  return [item, part('first'), part('last')]
}

function customItems(definitions: readonly CustomDefinition[], header: string): readonly PickerItem[] {
  const item = (level: 'customer' | 'site', name: string, help: string): PickerItem => ({
    id: `${level}.customFields.${name}`, label: `${words.levels[level]}: ${name}`, help, isRequired: false, search: searchText([level, 'custom', name]),
  })
  const known = definitions.map((definition) => item(definition.kind === 'SITE' ? 'site' : 'customer', definition.name, `Custom field ${definition.id} of the target.`))
  const taken = new Set(known.map((one) => one.id))
  const named = header.trim() === '' || /[.[\]#]/.test(header) ? [] : (['customer', 'site'] as const).map((level) => item(level, header.trim(), 'A custom field with the name of this column.'))
  return [...known, ...named.filter((one) => !taken.has(one.id))]
}

function searchText(parts: readonly string[]): string {
  return parts.join(' ').toLowerCase()
}

/** Every word typed must occur; order does not count. */
export function filterGroups(groups: readonly PickerGroup[], typed: string): readonly PickerGroup[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return groups
    .map((group) => ({ ...group, items: group.items.filter((item) => wanted.every((word) => `${words.levels[group.name].toLowerCase()} ${item.search}`.includes(word))) }))
    .filter((group) => group.items.length > 0)
}

/** The chosen field for the n-th site or contact of a row; 0 is "the row's only one". */
export function withIndex(id: string, index: number): string {
  const target = parseTarget(id)
  if (target === null) return id
  const { index: _, ...rest } = target
  return formatTarget(index === 0 ? rest : { ...rest, index })
}
