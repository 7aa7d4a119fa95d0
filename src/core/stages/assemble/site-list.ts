import type { SiteDraft } from '#core/model/draft.ts'
import type { Issue } from '#core/model/issue.ts'
import type { MappedRow } from '#core/model/mapped-row.ts'
import { chooseEntity, siteIdentity } from './choose-entity.ts'
import { addConflicts, duplicateIssue } from './conflicts.ts'
import { addContact, finishContacts } from './contact-list.ts'
import type { ContactList } from './contact-list.ts'
import type { AssembleContext } from './context.ts'
import { finishEntity, mergeCell, mergeCells, noDifference, settle, startEntity } from './entity-builder.ts'
import type { EntityBuilder } from './entity-builder.ts'
import { fillFixed } from './fixed-values.ts'
import type { SitePart } from './split-row.ts'
import { referencePath, siteNamePath } from './table-shape.ts'
import type { TableShape } from './table-shape.ts'

export interface SiteBuilder extends EntityBuilder {
  readonly reference: string
  readonly contacts: ContactList
}

/** The sites of one customer while its rows are read: by reference, in file order. */
export interface SiteList {
  readonly customer: string | null
  readonly all: SiteBuilder[]
  readonly byReference: Map<string, SiteBuilder[]>
}

export function startSites(customer: string | null): SiteList {
  return { customer, all: [], byReference: new Map() }
}

/** Takes in what a row says about a site, with its contacts; what disagrees with earlier rows becomes an issue. */
export function addSite(sites: SiteList, part: SitePart, { row, shape, issues }: SiteFrom): void {
  const { reference, referenceCell, cells, contacts } = part
  const known = sites.byReference.get(reference) ?? noSites
  const found = reference === '' ? sameNamelessSite(known, part) : chooseEntity(known, { cells, table: row.place.table, oneRowEach: shape.sitesOnly, rule: siteIdentity })
  const owner = { customer: sites.customer, site: reference === '' ? null : reference }
  const first = known[0]
  const site = found?.entity ?? startSite(sites, part)
  if (referenceCell !== null) mergeCell(site, referenceCell)
  const clashes = mergeCells(site, cells, row.place)
  const differing = found?.differing ?? noDifference
  site.settled = settle(site, cells, clashes.length + differing.length)
  // Where a row leaves its site to a row above it, that row has said what disagrees.
  if (!part.isFilled) {
    addConflicts(issues, differing, owner)
    addConflicts(issues, clashes, owner)
  }
  for (const contact of contacts) addContact(site.contacts, contact, { place: row.place, owner, issues })
  if (found !== null || first === undefined || reference === '') return
  issues.push(duplicateIssue({
    code: 'duplicate-site-reference', field: referencePath, key: reference, name: siteIdentity.name, keyCell: referenceCell, row, first,
  }, owner))
}

export interface SiteFrom {
  readonly row: MappedRow
  readonly shape: TableShape
  /** Takes what disagrees. */
  readonly issues: Issue[]
}

const noSites: readonly SiteBuilder[] = []

/** Without a reference nothing says that two rows mean one site, unless all they say of it is the same. */
function sameNamelessSite(known: readonly SiteBuilder[], part: SitePart): { entity: SiteBuilder; differing: [] } | null {
  const entity = known.find((site) =>
    part.cells.every(({ target, raw, value }) => (value === undefined ? site.broken.has(target.field) : site.fields.get(target.field)?.raw === raw)))
  return entity === undefined ? null : { entity, differing: [] }
}

function startSite(sites: SiteList, part: SitePart): SiteBuilder {
  // Named one by one, as wherever something is made for each site of a large file: spreading an object costs microseconds.
  const { fields, broken, rows, keyPlace, settled, hasCustom } = startEntity(part.referenceCell?.place ?? null)
  const site = { fields, broken, rows, keyPlace, settled, hasCustom, reference: part.reference, contacts: [] }
  sites.all.push(site)
  const known = sites.byReference.get(part.reference)
  if (known === undefined) sites.byReference.set(part.reference, [site])
  else known.push(site)
  return site
}

/**
 * Takes out the sites of which rows give nothing but the reference and a contact, while other rows do describe a site: their
 * contacts belong to a site that is not there. Where no site is described at all, what is missing is said field by field.
 */
export function dropUndescribed(sites: SiteList, { shapes, fixed }: AssembleContext): readonly SiteBuilder[] {
  if (!shapes.some(({ namesSites }) => namesSites) || fixed.some(({ path }) => path === siteNamePath)) return noSites
  const isBare = (site: SiteBuilder): boolean =>
    site.reference !== '' && site.contacts.length > 0 && site.broken.size === 0 && site.fields.size === Number(site.fields.has(referencePath))
  if (!sites.all.some(isBare)) return noSites
  const bare = sites.all.filter(isBare)
  if (bare.length === sites.all.length) return noSites
  for (const site of bare) {
    sites.all.splice(sites.all.indexOf(site), 1)
    sites.byReference.delete(site.reference)
  }
  return bare
}

export function finishSites(sites: SiteList, context: AssembleContext): readonly SiteDraft[] {
  const drafts: SiteDraft[] = []
  for (const site of sites.all) {
    fillFixed(site, 'site', context.fixed)
    const { fields, broken, customFields, rows } = finishEntity(site)
    drafts.push({ fields, broken, customFields, rows, reference: site.reference, contacts: finishContacts(site.contacts, 'siteContact', context) })
  }
  return drafts
}
