import { issue } from '#core/model/issue.ts'
import type { Issue } from '#core/model/issue.ts'
import type { AssembleContext } from './context.ts'
import type { RowParts, SitePart } from './split-row.ts'
import { accountPath, customerNamePath, referencePath } from './table-shape.ts'
import type { TableShape } from './table-shape.ts'

/**
 * Whether these rows make their customer. Where names have a column, rows with a site or contact and nothing of the customer but
 * its number only belong to one that other rows should make.
 */
export function makeCustomer(all: readonly RowParts[], { shapes, fixed }: AssembleContext): boolean {
  const defines = ({ row }: RowParts): boolean => shapes[row.place.table]?.definesCustomers === true
  if (!all.some(defines)) return false
  const isNamed = shapes.some(({ namesCustomers }) => namesCustomers) && !fixed.some(({ path }) => path === customerNamePath)
  if (!isNamed || all.some((parts) => parts.customer.length > 0 && defines(parts))) return true
  return !all.some(({ sites, customerContacts }) =>
    customerContacts.length > 0 || sites.some(({ cells, contacts }) => cells.length > 0 || contacts.length > 0))
}

/** A row whose account number no customer row has: a site's where it has site cells, else a contact's. */
export function orphanRow(parts: RowParts, shape: TableShape, customer: string | null): Issue {
  const { key } = parts
  const reference = parts.sites.find((site) => site.reference !== '')?.reference ?? null
  const hasContact = parts.customerContacts.length > 0 || parts.sites.some((site) => site.contacts.length > 0)
  const isSite = parts.sites.some((site) => !site.isFilled && site.cells.length > 0) || (shape.hasSiteColumns && !hasContact)
  return issue({
    code: isSite ? 'orphan-site' : 'orphan-contact',
    severity: 'error',
    place: key?.place ?? parts.row.place,
    field: accountPath,
    value: key?.raw ?? '',
    customer,
    site: reference,
  })
}

/** The contact rows of a site that no row describes. */
export function orphanContactsOf(reference: string, all: readonly RowParts[], customer: string | null): readonly Issue[] {
  return all.flatMap((parts) => parts.sites.filter((part) => part.reference === reference).map((part) => orphanContact(part, parts, customer)))
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

/** A row whose site stands in a row above it that was left out. */
export function lostSite({ row: { place } }: RowParts, customer: string | null): Issue {
  return issue({ code: 'orphan-contact', severity: 'error', place, field: referencePath, value: '', customer })
}
