import type { Issue } from '#core/model/issue.ts'
import type { Source } from '#core/model/source.ts'

/** What to call each table beside the others: its file, its sheet, or both. */
export function nameTables({ tables }: Pick<Source, 'tables'>): readonly string[] {
  const isOneFile = tables.every(({ file }) => file === tables[0]?.file)
  return tables.map(({ file, sheet }) => {
    if (sheet === null) return file
    return isOneFile ? `the sheet ${sheet}` : `${file}, sheet ${sheet}`
  })
}

/** An issue whose other cell or row stands in another table says in which. */
export function sayOtherTable(found: Issue, names: readonly string[]): Issue {
  const [other] = found.related
  if (other === undefined || found.place === null || other.table === found.place.table) return found
  return { ...found, params: { ...found.params, otherIn: names[other.table] ?? '' } }
}
