import type { Subject, StandingRow } from '#core/mend/row-fixes.ts'
import type { Issue } from '#core/model/issue.ts'
import type { Mapping } from '#core/model/mapping.ts'
import { indexOfRow } from '#core/model/row-index.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import type { Session } from '../session/session.ts'

/** Gives each issue what a fix may look at: its customer's rows as they stand. Made once for many issues. */
export function subjectsOf(session: Session, prepared: PreparedFile): (issue: Issue) => Subject {
  const { source, mapping, excluded } = session
  const columns = columnsOf(mapping)
  const standing = (table: number, index: number): StandingRow => ({ ...prepared.rowAt(table, index), table })
  return (issue) => {
    const { place } = issue
    const index = place === null ? -1 : indexOfRow(source.tables[place.table]?.rows ?? [], place.row)
    const isThere = place !== null && index >= 0
    const rows = isThere ? prepared.rowsBeside(place.table, index).map((one) => standing(one.table, one.index)) : []
    return {
      issue, ...columns, rows: excluded.size === 0 ? rows : rows.filter(({ table, row }) => !excluded.has(`${table}:${row}`)),
      above: isThere && index > 0 ? standing(place.table, index - 1) : null,
    }
  }
}

function columnsOf(mapping: Mapping): Pick<Subject, 'columnOf' | 'columnsUnder'> {
  const tables = mapping.tables.map(({ columns }) => columns.flatMap(({ column, target, accepted }) => (accepted && target !== null ? [{ column, field: target.field }] : [])))
  return {
    columnOf: (table, field) => {
      const [only, ...more] = (tables[table] ?? []).filter((one) => one.field === field)
      return more.length > 0 ? undefined : only?.column
    },
    columnsUnder: (table, prefix) => (tables[table] ?? []).flatMap(({ column, field }) => (field.startsWith(prefix) ? [column] : [])),
  }
}
