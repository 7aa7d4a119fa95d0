import { issue } from '#core/model/issue.ts'
import type { Issue } from '#core/model/issue.ts'
import type { RowParts, SitePart } from './split-row.ts'
import { accountPath, referencePath } from './table-shape.ts'
import type { TableShape } from './table-shape.ts'

/** A row whose account number no customer row has: a site's where its table has site columns, else a contact's. */
export function orphanRow(parts: RowParts, shape: TableShape, customer: string | null): Issue {
  const key = parts.customer.find((cell) => cell.target.field === accountPath)
  const reference = parts.sites.find((site) => site.reference !== '')?.reference ?? null
  return issue({
    code: shape.hasSiteColumns ? 'orphan-site' : 'orphan-contact',
    severity: 'error',
    place: key?.place ?? parts.row.place,
    field: accountPath,
    value: key?.raw ?? '',
    customer,
    site: reference,
  })
}

/** A contact row whose site reference no site row of its customer has. */
export function orphanContact(part: SitePart, parts: RowParts, customer: string | null): Issue {
  return issue({
    code: 'orphan-contact',
    severity: 'error',
    place: part.referenceCell?.place ?? parts.row.place,
    field: referencePath,
    value: part.referenceCell?.raw ?? part.reference,
    customer,
    site: part.reference,
  })
}
