import type { MappedCell, MappedRow } from '#core/model/mapped-row.ts'
import { accountPath, levelOf, referencePath } from './table-shape.ts'
import type { TableShape } from './table-shape.ts'

/** What one row says about one site. */
export interface SitePart {
  /** Which site of the row, from 1. */
  readonly index: number
  /** Trimmed; '' when the cell is empty or there is none. */
  readonly reference: string
  readonly referenceCell: MappedCell | null
  /** Site cells without the reference. */
  readonly cells: readonly MappedCell[]
  /** One list of cells for each contact. */
  readonly contacts: readonly (readonly MappedCell[])[]
  /** The row leaves its site to a row above it, whose cells these are. */
  readonly isFilled: boolean
}

export interface RowParts {
  readonly row: MappedRow
  /** The cell of the account number; null where it is empty or there is none. */
  readonly key: MappedCell | null
  /** Customer cells without the key. */
  readonly customer: readonly MappedCell[]
  readonly customerContacts: readonly (readonly MappedCell[])[]
  readonly sites: readonly SitePart[]
  /** The row leaves its site to a row above it that the operator has left out: where its contacts belong is not known. */
  readonly hasLostSite: boolean
}

/**
 * Sorts the cells of a row by what they describe. A column without index is the first one: `site` means `site[1]`. A contact
 * column may say which site of the row it belongs to; where none does and a table has several sites in a row, contact k belongs to
 * site k; otherwise all contacts of the row belong to its one site.
 */
export function splitRow(row: MappedRow, { wideSites }: TableShape): RowParts {
  let key: MappedCell | null = null
  const customer: MappedCell[] = []
  const customerContacts: CellGroup[] = []
  const sites: SiteGroup[] = []
  for (const cell of row.cells) {
    const { target, entry } = cell
    const index = target.index ?? 1
    // The entry's level is the path's, without cutting the path of every cell of a large file.
    switch (entry?.level ?? levelOf(target.field)) {
      case 'customer':
        if (key === null && target.field === accountPath) key = cell
        else customer.push(cell)
        break
      case 'site': {
        const site = siteAt(sites, index)
        if (site.reference === null && target.field === referencePath) site.reference = cell
        else site.cells.push(cell)
        break
      }
      case 'siteContact': groupAt(siteAt(sites, target.site ?? (wideSites ? index : 1)).contacts, index).cells.push(cell); break
      case 'customerContact': groupAt(customerContacts, index).cells.push(cell); break
    }
  }
  const parts: SitePart[] = []
  for (const site of inOrder(sites)) parts.push(sitePart(site))
  return { row, key, customer, customerContacts: listsOf(customerContacts), sites: parts, hasLostSite: false }
}

/** The cells of one index. A row has few of them: a list is found faster, and costs less, than a map. */
interface CellGroup {
  readonly index: number
  readonly cells: MappedCell[]
}

interface SiteGroup extends CellGroup {
  reference: MappedCell | null
  readonly contacts: CellGroup[]
}

function siteAt(sites: SiteGroup[], index: number): SiteGroup {
  for (const site of sites) if (site.index === index) return site
  const made: SiteGroup = { index, cells: [], reference: null, contacts: [] }
  sites.push(made)
  return made
}

function groupAt(groups: CellGroup[], index: number): CellGroup {
  for (const group of groups) if (group.index === index) return group
  const made: CellGroup = { index, cells: [] }
  groups.push(made)
  return made
}

function inOrder<Group extends CellGroup>(groups: readonly Group[]): readonly Group[] {
  return groups.length < 2 ? groups : groups.toSorted((a, b) => a.index - b.index)
}

function listsOf(groups: readonly CellGroup[]): readonly (readonly MappedCell[])[] {
  if (groups.length === 0) return none
  const lists: (readonly MappedCell[])[] = []
  for (const { cells } of inOrder(groups)) lists.push(cells)
  return lists
}

const none: readonly (readonly MappedCell[])[] = []

function sitePart({ index, cells, reference, contacts }: SiteGroup): SitePart {
  return { index, reference: keyText(reference), referenceCell: reference, cells, contacts: listsOf(contacts), isFilled: false }
}

/** A key as text without the white space around it. */
function keyText(cell: MappedCell | null): string {
  return (typeof cell?.value === 'string' ? cell.value : (cell?.raw ?? '')).trim()
}
