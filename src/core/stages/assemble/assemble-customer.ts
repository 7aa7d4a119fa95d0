import type { CustomerDraft } from '#core/model/draft.ts'
import type { Issue } from '#core/model/issue.ts'
import type { MappedCell, MappedRow } from '#core/model/mapped-row.ts'
import type { RowPlace } from '#core/model/place.ts'
import { attachRowIssues } from './attach-issues.ts'
import { chooseEntity, customerIdentity } from './choose-entity.ts'
import { addConflicts, duplicateIssue } from './conflicts.ts'
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
  /** Everything found so far. Most customers have nothing: what adds them does so here, without lists in between. */
  readonly issues: Issue[]
}

/**
 * Builds one customer from all rows of its account number, in file order. Repeated cells may be empty or equal after
 * conversion; what disagrees is an issue, and the first value stays in the draft. Fixed values come last.
 */
export function assembleCustomer({ key, doubts = [] }: CustomerToAssemble, rows: readonly MappedRow[], context: AssembleContext): Assembled {
  const customer = key === '' ? null : key
  const shapeOf = (row: MappedRow): TableShape => shapeAt(context, row.place.table)
  const split: RowParts[] = []
  for (const row of rows) split.push(splitRow(row, shapeOf(row)))
  const all = takeRows(continueRows(split, context), context)
  const issues: Issue[] = []
  for (const parts of all) if (parts.row.issues.length > 0) attachRowIssues(issues, parts, customer)
  if (doubts.length > 0) issues.push(...doubtIssues(all, customer, { context, doubts }))
  const kept = mergeIdenticalRows(all, customer, issues)
  for (const parts of kept) if (parts.hasLostSite) issues.push(lostSite(parts, customer))
  const defined = makeCustomer(kept, context)
  const assembly: Assembly = { key, customer, context, variants: [], sites: startSites(customer), contacts: [], issues }
  for (const parts of kept) addCustomerCells(assembly, parts)
  // Rows that make sites come before rows that are attached to one, wherever their table stands.
  for (const parts of kept) if (shapeOf(parts.row).definesSites) addSiteParts(assembly, parts)
  for (const parts of kept) if (!shapeOf(parts.row).definesSites) attachContacts(assembly, parts, defined)
  if (defined) for (const { reference } of dropUndescribed(assembly.sites, context)) issues.push(...orphanContactsOf(reference, kept, customer))
  else for (const parts of kept) issues.push(orphanRow(parts, shapeOf(parts.row), customer))
  return finish(assembly, all, defined)
}

function takeRows(all: readonly RowParts[], { isLeftOut }: AssembleContext): readonly RowParts[] {
  if (isLeftOut === undefined) return all
  const taken = all.filter(({ row }) => !isLeftOut(row.place))
  return taken.length === 0 ? all : taken
}

function addCustomerCells({ variants, customer, context, issues }: Assembly, parts: RowParts): void {
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
  addConflicts(issues, differing, owner)
  addConflicts(issues, clashes, owner)
  if (found !== null || first === undefined) return
  issues.push(duplicateIssue({ code: 'duplicate-customer', field: accountPath, key: customer ?? '', name: customerIdentity.name, keyCell: key, row, first }, owner))
}

/** Rows of a table that makes sites. With all its site cells empty, a row's contact is one of the customer. */
function addSiteParts(assembly: Assembly, parts: RowParts): void {
  const { context, sites, issues } = assembly
  const { row } = parts
  const from = { row, shape: shapeAt(context, row.place.table), issues }
  addOwnContacts(assembly, parts)
  for (const part of parts.sites) {
    if (part.reference !== '' || part.cells.length > 0) addSite(sites, part, from)
    else for (const cells of part.contacts) addOwnContact(assembly, asCustomerContact(cells), row.place)
  }
}

/** Rows of a table that only names sites by reference: contacts of a site made elsewhere, or of the customer. */
function attachContacts(assembly: Assembly, parts: RowParts, defined: boolean): void {
  const { sites, customer, issues } = assembly
  const { place } = parts.row
  addOwnContacts(assembly, parts)
  for (const part of parts.sites) {
    const { reference } = part
    const site = sites.byReference.get(reference)?.[0]
    if (reference === '') for (const cells of part.contacts) addOwnContact(assembly, asCustomerContact(cells), place)
    else if (site !== undefined) for (const cells of part.contacts) addContact(site.contacts, cells, { place, owner: { customer, site: reference }, issues })
    else if (defined) issues.push(orphanContact(part, parts, customer))
  }
}

function addOwnContacts(assembly: Assembly, { customerContacts, row }: RowParts): void {
  for (const cells of customerContacts) addOwnContact(assembly, cells, row.place)
}

function addOwnContact({ contacts, customer, issues }: Assembly, cells: readonly MappedCell[], place: RowPlace): void {
  addContact(contacts, cells, { place, owner: { customer, site: null }, issues })
}

function finish(assembly: Assembly, all: readonly RowParts[], defined: boolean): Assembled {
  const { key, context, variants, sites, contacts, customer, issues } = assembly
  const entity = variants[0] ?? startEntity(null)
  issues.push(...moveVip(entity, customer))
  fillFixed(entity, 'customer', context.fixed)
  // Once more for a fixed VIP: the cells have had their say, so it conflicts with nothing.
  moveVip(entity, customer)
  const rows: RowPlace[] = []
  for (const { row } of all) rows.push(row.place)
  const { fields, broken, customFields } = finishEntity(entity)
  const draft: CustomerDraft = {
    fields, broken, customFields, rows, key, sites: finishSites(sites, context), contacts: finishContacts(contacts, 'customerContact', context),
  }
  return { draft, issues, defined }
}

function shapeAt(context: AssembleContext, table: number): TableShape {
  const shape = context.shapes[table]
  if (shape === undefined) throw new Error(`No shape for table ${table}`)
  return shape
}
