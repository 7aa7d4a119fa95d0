import type { Issue } from '#core/model/issue.ts'
import { levelOf } from './table-shape.ts'
import type { RowParts } from './split-row.ts'

/** Adds the issues of a row's cells, with the customer and the site they belong to. */
export function attachRowIssues(issues: Issue[], parts: RowParts, customer: string | null): void {
  for (const found of parts.row.issues) issues.push({ ...found, customer, site: siteOf(found, parts) })
}

function siteOf(found: Issue, { sites }: RowParts): string | null {
  if (found.field === null || !['site', 'siteContact'].includes(levelOf(found.field))) return null
  const column = found.place?.column
  const own = sites.find((site) =>
    [site.referenceCell, ...site.cells, ...site.contacts.flat()].some((cell) => cell?.place.column === column))
  const reference = (own ?? sites[0])?.reference ?? ''
  return reference === '' ? null : reference
}
