import { findField } from '#core/catalogue/index.ts'
import type { Issue } from '#core/model/issue.ts'
import { nameSome } from '#core/model/name-some.ts'
import type { Reference } from '#core/model/reference.ts'

/** More than this are counted: a note at a cell is no list of a whole server. */
const mostNamed = 20

/** What may stand in the cell of an issue, where that is a list and its sentence does not name it already; null otherwise. */
export function allowedValues({ field, params }: Issue, { lists }: Reference): string | null {
  if (field === null || params['list'] !== undefined) return null
  const type = findField(field)?.type
  if (type?.kind === 'enum') return type.values.map(({ value }) => value).join(', ')
  if (type?.kind === 'boolean') return 'yes, no'
  if (type?.kind !== 'reference' && type?.kind !== 'reference-list') return null
  const names = (lists[type.to] ?? []).map(({ name }) => name)
  return names.length === 0 ? null : nameSome(names, mostNamed)
}
