import type { CustomerDraft } from '#core/model/draft.ts'
import type { Issue } from '#core/model/issue.ts'
import type { MappedRow } from '#core/model/mapped-row.ts'
import { attachRowIssues } from './attach-issues.ts'
import { chooseEntity, customerIdentity } from './choose-entity.ts'
import { conflictIssues, duplicateIssue } from './conflicts.ts'
import { addContact, asCustomerContact, finishContacts } from './contact-list.ts'
import type { ContactList } from './contact-list.ts'
import type { AssembleContext, CustomerToAssemble } from './context.ts'
import { continueRows } from './continue-rows.ts'
import { finishEntity, mergeCell, mergeCells, noDifference, settle, startEntity } from './entity-builder.ts'
import type { EntityBuilder } from './entity-builder.ts'
import { doubtIssues } from './fill-issues.ts'
import { fillFixed } from './fixed-values.ts'
import { mergeIdenticalRows } from './identical-rows.ts'
import { lostSite, makeCustomer, orphanContact, orphanContactsOf, orphanRow } from './orphans.ts'
import { addSite, dropUndescribed, finishSites, startSites } from './site-list.ts'
import type { SiteList } from './site-list.ts'
import { splitRow } from './split-row.ts'
import type { RowParts } from './split-row.ts'
import { accountPath } from './table-shape.ts'
import type { TableShape } from './table-shape.ts'
import { moveVip } from './vip.ts'

export interface Assembled {
  readonly draft: CustomerDraft
  readonly issues: readonly Issue[]
  /** False when no row makes this customer: its rows are orphans, and there is nothing to judge. */
  readonly defined: boolean
}

interface Assembly {
  readonly key: string
  /** The key as issues carry it. */
  readonly customer: string | null
  readonly context: AssembleContext
  /** More than one only where one account number names different customers. */
  readonly variants: EntityBuilder[]
  readonly sites: SiteList
  readonly contacts: ContactList
}

/**
 * Builds one customer from all rows of its account number, in file order. Repeated cells may be empty or equal after
 * conversion; what disagrees is an issue, and the first value stays in the draft. Fixed values come last.
 */
export function assembleCustomer({ key, doubts = [] }: CustomerToAssemble, rows: readonly MappedRow[], context: AssembleContext): Assembled {
  const customer = key === '' ? null : key
  const shapeOf = (row: MappedRow): TableShape => shapeAt(context, row.place.table)
  const all = takeRows(continueRows(rows.map((row) => splitRow(row, shapeOf(row))), context), context)
  const issues = all.flatMap((parts) => attachRowIssues(parts, customer))
  issues.push(...doubtIssues(all, customer, { context, doubts }))
  const { kept, issues: merged } = mergeIdenticalRows(all, customer)
  issues.push(...merged)
  for (const parts of kept) if (parts.hasLostSite) issues.push(lostSite(parts, customer))
  const defined = makeCustomer(kept, context)
  const assembly: Assembly = { key, customer, context, variants: [], sites: startSites(customer), contacts: [] }
  for (const parts of kept) issues.push(...addCustomerCells(assembly, parts))
  // Rows that make sites come before rows that are attached to one, wherever their table stands.
  for (const parts of kept) if (shapeOf(parts.row).definesSites) issues.push(...addSiteParts(assembly, parts))
  for (const parts of kept) if (!shapeOf(parts.row).definesSites) issues.push(...attachContacts(assembly, parts, defined))
  issues.push(...(defined
    ? dropUndescribed(assembly.sites, context).flatMap(({ reference }) => orphanContactsOf(reference, kept, customer))
    : kept.map((parts) => orphanRow(parts, shapeOf(parts.row), customer))))
  return finish(assembly, { rows: all, issues, defined })
}

function takeRows(all: readonly RowParts[], { isLeftOut }: AssembleContext): readonly RowParts[] {
  if (isLeftOut === undefined) return all
  const taken = all.filter(({ row }) => !isLeftOut(row.place))
  return taken.length === 0 ? all : taken
}

function addCustomerCells({ variants, customer, context }: Assembly, parts: RowParts): readonly Issue[] {
  const { row, key, customer: cells } = parts
  const { table } = row.place
  const first = variants[0]
  const owner = { customer, site: null }
  const found = chooseEntity(variants, { cells, table, oneRowEach: shapeAt(context, table).customersOnly, rule: customerIdentity })
  const entity = found?.entity ?? startEntity(key?.place ?? null)
  if (found === null) variants.push(entity)
  if (key !== null) mergeCell(entity, key)
  const clashes = mergeCells(entity, cells, row.place)
  const differing = found?.differing ?? noDifference
  entity.settled = settle(entity, cells, clashes.length + differing.length)
  const issues = [...conflictIssues(differing, owner), ...conflictIssues(clashes, owner)]
  if (found !== null || first === undefined) return issues
  return [...issues, duplicateIssue({ code: 'duplicate-customer', field: accountPath, key: customer ?? '', name: customerIdentity.name, keyCell: key, row, first }, owner)]
}

/** Rows of a table that makes sites. With all its site cells empty, a row's contact is one of the customer. */
function addSiteParts(assembly: Assembly, parts: RowParts): readonly Issue[] {
  const { context, sites, contacts, customer } = assembly
  const shape = shapeAt(context, parts.row.place.table)
  return [...ownContacts(assembly, parts), ...parts.sites.flatMap((part) => {
    if (part.reference !== '' || part.cells.length > 0) return addSite(sites, part, { row: parts.row, shape })
    return part.contacts.flatMap((cells) => addContact(contacts, asCustomerContact(cells), { place: parts.row.place, owner: { customer, site: null } }))
  })]
}

/** Rows of a table that only names sites by reference: contacts of a site made elsewhere, or of the customer. */
function attachContacts(assembly: Assembly, parts: RowParts, defined: boolean): readonly Issue[] {
  const { sites, contacts, customer } = assembly
  const { place } = parts.row
  return [...ownContacts(assembly, parts), ...parts.sites.flatMap((part) => {
    const site = sites.byReference.get(part.reference)?.[0]
    if (part.reference !== '' && site === undefined) return defined ? [orphanContact(part, parts, customer)] : []
    return part.contacts.flatMap((cells) => (part.reference === '' || site === undefined
      ? addContact(contacts, asCustomerContact(cells), { place, owner: { customer, site: null } })
      : addContact(site.contacts, cells, { place, owner: { customer, site: part.reference } })))
  })]
}

function ownContacts({ contacts, customer }: Assembly, { customerContacts, row }: RowParts): readonly Issue[] {
  return customerContacts.flatMap((cells) => addContact(contacts, cells, { place: row.place, owner: { customer, site: null } }))
}

function finish(assembly: Assembly, found: { rows: readonly RowParts[]; issues: readonly Issue[]; defined: boolean }): Assembled {
  const { key, context, variants, sites, contacts, customer } = assembly
  const entity = variants[0] ?? startEntity(null)
  const vip = moveVip(entity, customer)
  fillFixed(entity, 'customer', context.fixed)
  // Once more for a fixed VIP: the cells have had their say, so it conflicts with nothing.
  moveVip(entity, customer)
  const rows = found.rows.map(({ row: { place } }) => ({ table: place.table, row: place.row }))
  const { fields, broken, customFields } = finishEntity(entity)
  const draft: CustomerDraft = {
    fields, broken, customFields, rows, key, sites: finishSites(sites, context), contacts: finishContacts(contacts, 'customerContact', context),
  }
  return { draft, issues: [...found.issues, ...vip], defined: found.defined }
}

function shapeAt(context: AssembleContext, table: number): TableShape {
  const shape = context.shapes[table]
  if (shape === undefined) throw new Error(`No shape for table ${table}`)
  return shape
}
