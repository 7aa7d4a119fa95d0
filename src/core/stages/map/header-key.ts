// How much two sets of headers are the same, whatever order their columns stand in.
import { ownHeaders } from '#core/model/added-columns.ts'
import { columnLetters } from '#core/model/place.ts'
import { textKey } from '#core/model/text-key.ts'

interface Headed {
  readonly headers: readonly string[]
}

/** A file without a header row has letters for names: they say nothing of what its columns hold. */
export function hasOwnHeaders({ headers }: Headed): boolean {
  return headers.some((header, column) => header.trim() !== '' && header !== columnLetters(column))
}

/**
 * One text for all headers of a file's tables: the same for the same headers in another order. Tables with the same headers count
 * once, so that three exports of one kind are what one is. Null when the headers tell nothing.
 */
export function headerKey(tables: readonly Headed[]): string | null {
  if (tables.length === 0 || !tables.every(hasOwnHeaders)) return null
  return JSON.stringify([...new Set(tables.map(tableKey))].toSorted())
}

/** The same for one table. */
export function tableKey(table: Headed): string {
  return JSON.stringify(keysOf(table).toSorted())
}

/** The headers two tables have in common, as a share of the wider one's; empty headers count for nothing. */
export function headerShare(one: Headed, other: Headed): number {
  const left = keysOf(one)
  const right = keysOf(other)
  const wider = Math.max(left.length, right.length)
  return wider === 0 ? 0 : inCommon(left, right) / wider
}

/** The same of several tables together: the headers that each table has in common with its likeliest partner. */
export function filesShare(these: readonly Headed[], those: readonly Headed[]): number {
  const [one, other] = [distinct(these), distinct(those)]
  const count = (tables: readonly Headed[]): number => tables.reduce((sum, table) => sum + keysOf(table).length, 0)
  const wider = Math.max(count(one), count(other))
  if (wider === 0) return 0
  const left = [...other]
  let common = 0
  for (const table of one) {
    const best = left.reduce<Headed | null>((found, each) => (found === null || headerShare(table, each) > headerShare(table, found) ? each : found), null)
    if (best === null) break
    left.splice(left.indexOf(best), 1)
    common += inCommon(keysOf(table), keysOf(best))
  }
  return common / wider
}

function distinct(tables: readonly Headed[]): readonly Headed[] {
  return [...new Map(tables.map((table) => [tableKey(table), table])).values()]
}

function keysOf({ headers }: Headed): readonly string[] {
  return ownHeaders(headers).map(textKey).filter((key) => key !== '')
}

function inCommon(left: readonly string[], right: readonly string[]): number {
  const rest = new Map<string, number>()
  for (const key of right) rest.set(key, (rest.get(key) ?? 0) + 1)
  let common = 0
  for (const key of left) {
    const many = rest.get(key) ?? 0
    if (many > 0) common += 1
    rest.set(key, many - 1)
  }
  return common
}
