import type { Level } from '#core/model/field.ts'
import type { ColumnTarget } from '#core/model/mapping.ts'

/** What the rows of one table can say, told from its mapped columns. */
export interface TableShape {
  /** Its rows make customers, and are not only attached to one by account number. */
  readonly definesCustomers: boolean
  /** Its rows make sites, and are not only attached to one by site reference. */
  readonly definesSites: boolean
  /** It has columns of a site besides the reference: its orphans are sites, not contacts. */
  readonly hasSiteColumns: boolean
  /** A customers sheet: nothing but customer columns, so an account number stands there once. */
  readonly customersOnly: boolean
  /** A sites sheet: nothing but site columns and the account number. */
  readonly sitesOnly: boolean
  /** Several sites in one row: contact k then belongs to site k. */
  readonly wideSites: boolean
  /** Some table has a column for the customer's name: rows that leave all of the customer empty do not make one. */
  readonly namesCustomers: boolean
  /** The same of the site's name. */
  readonly namesSites: boolean
}

export const accountPath = 'customer.customerAccountNumber'
export const referencePath = 'site.siteReference'
export const customerNamePath = 'customer.customerName'
export const siteNamePath = 'site.siteName'

export function levelOf(field: string): Level {
  // Paths come from the mapping, which holds no others.
  return field.slice(0, field.indexOf('.')) as Level
}

/**
 * A key column alone does not define: it attaches. Where no table of the file has anything but the keys of a level, every row
 * defines, so that what is missing is said field by field and not as an orphan.
 */
export function describeTables(tables: readonly (readonly ColumnTarget[])[]): readonly TableShape[] {
  const facts = tables.map((targets) => {
    const has = (level: Level): boolean => targets.some((target) => levelOf(target.field) === level)
    return {
      customers: targets.some((target) => levelOf(target.field) === 'customer' && target.field !== accountPath),
      sites: targets.some((target) => levelOf(target.field) === 'site' && target.field !== referencePath),
      contacts: has('siteContact') || has('customerContact'),
      anySite: has('site'),
      wideSites: targets.some((target) => levelOf(target.field) === 'site' && (target.index ?? 1) > 1),
    }
  })
  const someCustomers = facts.some((fact) => fact.customers)
  const someSites = facts.some((fact) => fact.sites)
  const named = (path: string): boolean => tables.some((targets) => targets.some(({ field }) => field === path))
  const [namesCustomers, namesSites] = [named(customerNamePath), named(siteNamePath)]
  return facts.map((fact) => ({
    definesCustomers: fact.customers || !someCustomers,
    definesSites: fact.sites || !someSites,
    hasSiteColumns: fact.sites,
    customersOnly: fact.customers && !fact.anySite && !fact.contacts,
    sitesOnly: fact.sites && !fact.customers && !fact.contacts,
    wideSites: fact.wideSites,
    namesCustomers,
    namesSites,
  }))
}
