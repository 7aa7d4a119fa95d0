// A session's mapping as it is kept: by headers, without anything of the rows, and without ids where the target has names.
import { addedColumns } from '#core/model/added-columns.ts'
import { findField } from '#core/catalogue/index.ts'
import type { ReferenceKind } from '#core/model/field.ts'
import { ExactNumber } from '#core/model/json.ts'
import type { ColumnMatch, Mapping } from '#core/model/mapping.ts'
import type { Reference } from '#core/model/reference.ts'
import type { SavedColumn, SavedMapping } from '#core/model/saved-mapping.ts'
import { referenceConverter } from '#core/values/reference.ts'

export interface KeepOptions {
  readonly name: string | null
  /** Of the target that the ids of the mapping belong to. */
  readonly reference: Reference
}

/** What the matching said of itself (reasons, confidence) stays behind: the next file gets its own. */
export function keepMapping(mapping: Mapping, { name, reference }: KeepOptions): SavedMapping {
  return {
    version: 2,
    name,
    tables: mapping.tables.map(({ sheet, columns, fillDown }) => ({
      sheet, ...(fillDown === undefined ? {} : { fillDown }), columns: ownOf(columns).map((match) => keepColumn(match, reference)),
    })),
    fixed: Object.fromEntries(Object.entries(mapping.fixed).map(([path, text]) => [path, nameOf(path, text, reference)])),
  }
}

/** The operator's columns in their order, without those that an earlier import added. */
function ownOf(columns: readonly ColumnMatch[]): readonly ColumnMatch[] {
  const sorted = columns.toSorted((one, other) => one.column - other.column)
  const added = addedColumns(sorted.map(({ header }) => header))
  return sorted.filter((_, at) => added[at] !== true)
}

function keepColumn(match: ColumnMatch, reference: Reference): SavedColumn {
  const { header, target, accepted, confidence, chosen = false, dateOrder, dateOrderProven, decimalSign, decimalSignProven, values } = match
  const isLeftOut = target === null && (chosen || confidence === 1)
  if (target === null || !accepted) return { header, target: null, isOpen: !isLeftOut }
  return {
    header, target, isOpen: false,
    ...(dateOrder === undefined || dateOrderProven === false ? {} : { dateOrder }),
    ...(decimalSign === undefined || decimalSignProven === false ? {} : { decimalSign }),
    ...(values === undefined || Object.keys(values).length === 0 ? {} : { values: Object.fromEntries(Object.entries(values).map(([text, value]) => [text, nameOf(target.field, value, reference)])) }),
  }
}

/**
 * The name of the one entry that has this id: on another server, or after a move, the same id is something else, and a name that
 * is not there is found out. Other texts, and ids whose name would not lead back to them, stay.
 */
export function nameOf(path: string, text: string, reference: Reference): string {
  const type = findField(path)?.type
  if (type?.kind === 'reference') return nameOfId(type.to, text.trim(), reference) ?? text
  if (type?.kind !== 'reference-list' || !/^[\d\s,;]+$/.test(text)) return text
  const names = text.split(/[\s,;]+/).filter((id) => id !== '').map((id) => nameOfId(type.to, id, reference))
  return names.every((name) => name !== null && !/[,;\r\n]/.test(name)) ? names.join(', ') : text
}

/** The other way: the id that a name stands for on this target, so that a list can show which entry is meant. Other texts stay. */
export function idOf(path: string, text: string, reference: Reference): string {
  const type = findField(path)?.type
  if (type?.kind !== 'reference' || text.trim() === '') return text
  const found = referenceConverter(type.to, reference)(text)
  return found.kind === 'value' && found.value instanceof ExactNumber ? found.value.text : text
}

function nameOfId(kind: ReferenceKind, id: string, reference: Reference): string | null {
  const list = reference.lists[kind] ?? []
  const name = list.find((item) => item.id === id)?.name.trim() ?? ''
  const fold = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()
  const isPlain = name !== '' && !/^[\d.]+$/.test(name)
  return isPlain && list.filter((item) => fold(item.name) === fold(name)).length === 1 ? name : null
}
