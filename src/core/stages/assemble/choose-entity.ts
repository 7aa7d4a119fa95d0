// One key, several rows: do they describe one thing with a wrong cell, or two things under one key?
import type { MappedCell } from '#core/model/mapped-row.ts'
import { compareCells, noDifference, repeats } from './entity-builder.ts'
import type { Difference, EntityBuilder } from './entity-builder.ts'

export interface IdentityRule {
  /** The field people know it by. */
  readonly name: string
  /** Fields that belong to one thing alone; a wrong type or start date beside another name is no slip. */
  readonly telling: ReadonlySet<string>
}

export const customerIdentity: IdentityRule = {
  name: 'customer.customerName',
  telling: new Set(['customer.customerType', 'customer.startDate', 'customer.contractOwnerId', 'customer.onlineEmailAddress']),
}

export const siteIdentity: IdentityRule = {
  name: 'site.siteName',
  telling: new Set(['site.siteAddress.address1', 'site.siteAddress.town', 'site.siteAddress.postcode', 'site.startDate']),
}

export interface Candidate {
  readonly cells: readonly MappedCell[]
  readonly table: number
  /** The table has one row for each thing, so that a second row is another thing under the same key. */
  readonly oneRowEach: boolean
  readonly rule: IdentityRule
}

/** The entity these cells belong to, with the cells that disagree with it; null when they describe none of the known ones. */
export function chooseEntity<Builder extends EntityBuilder>(
  known: readonly Builder[], row: Candidate,
): { readonly entity: Builder; readonly differing: readonly Difference[] } | null {
  let best: { entity: Builder; differing: readonly Difference[] } | null = null
  for (const entity of known) {
    if (row.oneRowEach && entity.rows.some((place) => place.table === row.table)) continue
    if (repeats(entity, row.cells)) return { entity, differing: noDifference }
    const { shared, differing } = compareCells(entity, row.cells)
    if (describesAnother(shared, differing, row)) continue
    if (best === null || differing.length < best.differing.length) best = { entity, differing }
  }
  return best
}

/**
 * Another thing: its name differs and so does something that belongs to one thing alone, or more than half of what both rows
 * say differs. One differing cell is always a slip, even when it is the only one both have. Two tables that disagree about one key
 * mean the same thing: which of them is right, the operator decides.
 */
function describesAnother(shared: number, differing: readonly Difference[], { rule, table }: Candidate): boolean {
  if (differing.length < 2 || differing.every(({ other }) => other.place !== null && other.place.table !== table)) return false
  if (differing.length * 2 > shared) return true
  const named = differing.some(({ cell, other }) => cell.target.field === rule.name && loose(cell.raw) !== loose(other.raw))
  return named && differing.some(({ cell }) => rule.telling.has(cell.target.field))
}

function loose(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
