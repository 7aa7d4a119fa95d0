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
  const customerContacts = new Map<number, MappedCell[]>()
  const sites = new Map<number, { cells: MappedCell[]; contacts: Map<number, MappedCell[]> }>()
  const siteAt = (index: number): { cells: MappedCell[]; contacts: Map<number, MappedCell[]> } =>
    fetch(sites, index, () => ({ cells: [], contacts: new Map<number, MappedCell[]>() }))
  for (const cell of row.cells) {
    const index = cell.target.index ?? 1
    switch (levelOf(cell.target.field)) {
      case 'customer': customer.push(cell); break
      case 'site': siteAt(index).cells.push(cell); break
      case 'siteContact': fetch(siteAt(shape.wideSites ? index : 1).contacts, index, () => []).push(cell); break
      case 'customerContact': fetch(customerContacts, index, () => []).push(cell); break
    }
  }
  return { row, customer, customerContacts: inOrder(customerContacts), sites: inOrder(sites).map((site) => sitePart(site.cells, inOrder(site.contacts))) }
}

function sitePart(all: readonly MappedCell[], contacts: SitePart['contacts']): SitePart {
  const referenceCell = all.find((cell) => cell.target.field === referencePath) ?? null
  return { reference: keyText(referenceCell), referenceCell, cells: all.filter((cell) => cell !== referenceCell), contacts }
}

/** A key as text without the white space around it. */
export function keyText(cell: MappedCell | null): string {
  return (typeof cell?.value === 'string' ? cell.value : (cell?.raw ?? '')).trim()
}

function fetch<Value>(map: Map<number, Value>, index: number, make: () => Value): Value {
  const known = map.get(index)
  if (known !== undefined) return known
  const made = make()
  map.set(index, made)
  return made
}

function inOrder<Value>(map: ReadonlyMap<number, Value>): readonly Value[] {
  return [...map].toSorted(([a], [b]) => a - b).map(([, value]) => value)
}
