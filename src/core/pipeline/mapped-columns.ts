import { normaliseFieldPath } from '#core/catalogue/index.ts'
import type { ColumnTarget, Mapping } from '#core/model/mapping.ts'
import type { Reference } from '#core/model/reference.ts'

/** The accepted columns of a mapping, by table. */
export interface MappedColumns {
  readonly targets: readonly (readonly ColumnTarget[])[]
  /** The field that a column fills; undefined when it fills none. */
  readonly fieldOf: (table: number, column: number) => string | undefined
  /** The one column of a table that fills a field; undefined when none or several do. */
  readonly columnOf: (table: number, field: string) => number | undefined
}

export function listColumns(mapping: Mapping, reference: Reference): MappedColumns {
  const definitions = reference.lists['custom-field-definitions']
  const tables = mapping.tables.map((table) => table.columns.flatMap(({ column, target, accepted }) =>
    accepted && target !== null ? [{ column, target: { ...target, field: normaliseFieldPath(target.field, definitions) } }] : []))
  const columns = tables.map((table) => new Map(table.map(({ column, target }) => [column, target.field])))
  const byField = tables.map((table) => {
    const single = new Map<string, number | undefined>()
    for (const { column, target } of table) single.set(target.field, single.has(target.field) ? undefined : column)
    return single
  })
  return {
    targets: tables.map((table) => table.map(({ target }) => target)),
    fieldOf: (table, column) => columns[table]?.get(column),
    columnOf: (table, field) => byField[table]?.get(field),
  }
}
