import type { MappedCell, MappedRow } from '#core/model/mapped-row.ts'
import { levelOf, referencePath } from './table-shape.ts'
import type { TableShape } from './table-shape.ts'

/** What one row says about one site. */
export interface SitePart {
  /** Trimmed; '' when the cell is empty or there is none. */
  readonly reference: string
  readonly referenceCell: MappedCell | null
  /** Site cells without the reference. */
  readonly cells: readonly MappedCell[]
  /** One list of cells for each contact. */
  readonly contacts: readonly (readonly MappedCell[])[]
}

export interface RowParts {
  readonly row: MappedRow
  readonly customer: readonly MappedCell[]
  readonly customerContacts: readonly (readonly MappedCell[])[]
  readonly sites: readonly SitePart[]
}

/**
 * Sorts the cells of a row by what they describe. A column without index is the first one: `site` means `site[1]`. Where a table
 * has several sites in a row, contact k belongs to site k; otherwise all contacts of the row belong to its one site.
 */
export function splitRow(row: MappedRow, shape: TableShape): RowParts {
  const customer: MappedCell[] = []
  const customerContacts: CellGroup[] = []
  const sites: SiteGroup[] = []
  for (const cell of row.cells) {
    const index = cell.target.index ?? 1
    // The entry's level is the path's, without cutting the path of every cell of a large file.
    switch (cell.entry?.level ?? levelOf(cell.target.field)) {
      case 'customer': customer.push(cell); break
      case 'site': siteAt(sites, index).cells.push(cell); break
      case 'siteContact': groupAt(siteAt(sites, shape.wideSites ? index : 1).contacts, index).cells.push(cell); break
      case 'customerContact': groupAt(customerContacts, index).cells.push(cell); break
    }
  }
  return { row, customer, customerContacts: listsOf(customerContacts), sites: inOrder(sites).map(({ cells, contacts }) => sitePart(cells, listsOf(contacts))) }
}

/** The cells of one index. A row has few of them: a list is found faster, and costs less, than a map. */
interface CellGroup {
  readonly index: number
  readonly cells: MappedCell[]
}

interface SiteGroup extends CellGroup {
  readonly contacts: CellGroup[]
}

function siteAt(sites: SiteGroup[], index: number): SiteGroup {
  const known = sites.find((site) => site.index === index)
  if (known !== undefined) return known
  const made: SiteGroup = { index, cells: [], contacts: [] }
  sites.push(made)
  return made
}

function groupAt(groups: CellGroup[], index: number): CellGroup {
  const known = groups.find((group) => group.index === index)
  if (known !== undefined) return known
  const made: CellGroup = { index, cells: [] }
  groups.push(made)
  return made
}

function inOrder<Group extends CellGroup>(groups: readonly Group[]): readonly Group[] {
  return groups.length < 2 ? groups : groups.toSorted((a, b) => a.index - b.index)
}

function listsOf(groups: readonly CellGroup[]): readonly (readonly MappedCell[])[] {
  return inOrder(groups).map(({ cells }) => cells)
}

function sitePart(all: readonly MappedCell[], contacts: SitePart['contacts']): SitePart {
  const referenceCell = all.find((cell) => cell.target.field === referencePath) ?? null
  return { reference: keyText(referenceCell), referenceCell, cells: all.filter((cell) => cell !== referenceCell), contacts }
}

/** A key as text without the white space around it. */
export function keyText(cell: MappedCell | null): string {
  return (typeof cell?.value === 'string' ? cell.value : (cell?.raw ?? '')).trim()
}
