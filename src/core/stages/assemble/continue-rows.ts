import type { AssembleContext } from './context.ts'
import type { FillRule } from './fill-rules.ts'
import type { RowParts, SitePart } from './split-row.ts'

/** A site that stands above, and whether its row was left out. */
interface Above {
  readonly site: SitePart
  readonly isLeftOut: boolean
}

/**
 * Gives the rows that leave their parents' cells empty the site above them (decision 13): the site as a whole, never single cells of
 * it. All rows of one customer, in file order; rows left out have their part in what stands above.
 */
export function continueRows(all: readonly RowParts[], { fills = [], isLeftOut }: AssembleContext): readonly RowParts[] {
  if (all.length < 2 || !all.some((parts) => leavesCustomer(parts, fills[parts.row.place.table]))) return all
  let above: readonly Above[] = []
  let table = -1
  return all.map((parts) => {
    const { place } = parts.row
    const rule = fills[place.table]
    const isFirst = place.table !== table
    table = place.table
    const continues = !isFirst && leavesCustomer(parts, rule)
    const filled = continues && parts.sites.some(isLeft) ? fillSites(parts, above) : parts
    const own = parts.sites.filter((site) => !isLeft(site)).map((site) => ({ site, isLeftOut: isLeftOut?.(place) ?? false }))
    if (!continues) above = own
    else if (own.length > 0) above = [...above.filter(({ site }) => !own.some((one) => one.site.index === site.index)), ...own]
    return filled
  })
}

/** Whether the indexer took this row for one of the customer above. Among the rows of one customer only those have no key. */
export function isContinued({ key, row }: RowParts, { fills = [] }: AssembleContext): boolean {
  return key === null && (fills[row.place.table]?.mode ?? 'off') !== 'off'
}

function leavesCustomer({ key, customer }: RowParts, rule: FillRule | undefined): boolean {
  if (rule === undefined || rule.mode === 'off' || customer.length > 0) return false
  const { mode, customer: columns, site } = rule
  // A row with an account number of its own continues only where the operator says that the table is of this shape.
  return key === null || (mode === 'on' && columns.length + site.length > 0)
}

function isLeft({ reference, cells }: SitePart): boolean {
  return reference === '' && cells.length === 0
}

function fillSites(parts: RowParts, above: readonly Above[]): RowParts {
  let hasLostSite = false
  const sites = parts.sites.map((part) => {
    const found = isLeft(part) ? above.find(({ site }) => site.index === part.index) : undefined
    if (found === undefined) return part
    if (found.isLeftOut) hasLostSite = true
    return found.isLeftOut ? part : { ...found.site, contacts: part.contacts, isFilled: true }
  })
  return { ...parts, sites, hasLostSite }
}
