// Where the tables and columns of a saved mapping stand in a file that is open now.
import { groupBy } from '#core/model/group-by.ts'
import type { SavedColumn, SavedTable } from '#core/model/saved-mapping.ts'
import { textKey } from '#core/model/text-key.ts'
import { headerShare, tableKey } from './header-key.ts'

interface Table {
  readonly sheet: string | null
  readonly headers: readonly string[]
}

/**
 * For each table of the file its saved one, or null. The likeliest pairs first: by their headers, then by the sheet's name, then by
 * their order. Two tables with equally fitting headers and different meanings are told apart by the sheet's name or not at all.
 */
export function placeTables(saved: readonly SavedTable[], tables: readonly Table[]): readonly (SavedTable | null)[] {
  const headed = saved.map(({ columns }) => ({ headers: columns.map(({ header }) => header) }))
  const pairs = tables.flatMap((table, at) => saved.map((candidate, from) => ({
    at, from, sameName: candidate.sheet !== null && candidate.sheet === table.sheet, share: headerShare(headed[from] ?? { headers: [] }, table),
  })))
  const placed = new Map<number, number>()
  const taken = new Set<number>()
  const isFree = ({ at, from, share }: (typeof pairs)[number]): boolean => share > 0 && !placed.has(at) && !taken.has(from)
  const inOrder = pairs.toSorted((one, other) => other.share - one.share || Number(other.sameName) - Number(one.sameName) || one.at - other.at || one.from - other.from)
  for (const pair of inOrder) {
    if (!isFree(pair)) continue
    const rivals = inOrder.filter((other) => other !== pair && isFree(other) && other.at === pair.at && other.share === pair.share && other.sameName === pair.sameName)
    if (rivals.some(({ from }) => JSON.stringify(saved[from]?.columns) !== JSON.stringify(saved[pair.from]?.columns))) continue
    placed.set(pair.at, pair.from)
    taken.add(pair.from)
  }
  return tables.map((table, at) => saved[placed.get(at) ?? -1] ?? sameKind(saved, headed, table))
}

/** A further table with the very headers of a saved one is of its kind, as when three monthly exports are dropped together. */
function sameKind(saved: readonly SavedTable[], headed: readonly { readonly headers: readonly string[] }[], table: Table): SavedTable | null {
  const same = saved.filter((_, from) => tableKey(headed[from] ?? { headers: [] }) === tableKey(table))
  const [first] = same
  return first !== undefined && same.every(({ columns }) => JSON.stringify(columns) === JSON.stringify(first.columns)) ? first : null
}

export type PlacedColumn =
  | { readonly kind: 'found'; readonly saved: SavedColumn }
  /** Empty or doubled, and which of its equals it is cannot be told. `count`: how often the header stood there. */
  | { readonly kind: 'unclear'; readonly saved: SavedColumn; readonly count: number }
  | { readonly kind: 'new' }

export interface PlacedColumns {
  /** By column index of the file. */
  readonly columns: readonly PlacedColumn[]
  /** With the place each had among the saved columns. */
  readonly missing: readonly { readonly saved: SavedColumn; readonly at: number }[]
}

/**
 * Columns are found by their headers. Those that share one ("Customer, Email, Site, Email") are told apart by the header they stand
 * behind: their order alone would give the site's email to the customer once the two change places.
 */
export function placeColumns(saved: SavedTable, headers: readonly string[]): PlacedColumns {
  const savedHeaders = saved.columns.map(({ header }) => header)
  const [before, now] = [groupByKey(savedHeaders), groupByKey(headers)]
  const columns: PlacedColumn[] = headers.map(() => ({ kind: 'new' }))
  for (const [key, places] of now) {
    const equals = before.get(key) ?? []
    const meaning = equals.some((at) => saved.columns[at]?.target !== null)
    const were = equals.map((at) => neighbourOf(savedHeaders, at, before))
    const are = places.map((place) => neighbourOf(headers, place, now))
    for (const [rank, place] of places.entries()) {
      const clear = equals.length === 1 && places.length === 1 && key !== '' || !meaning || String(were) === String(are) ? rank : onlyOf(were, are, rank)
      const match = saved.columns[equals[clear ?? rank] ?? -1]
      if (match !== undefined) columns[place] = clear === null ? { kind: 'unclear', saved: match, count: equals.length } : { kind: 'found', saved: match }
    }
  }
  const used = new Set(columns.flatMap((placed) => (placed.kind === 'new' ? [] : [placed.saved])))
  const missing = saved.columns.flatMap((column, at) => (used.has(column) || (column.target === null && column.header.trim() === '') ? [] : [{ saved: column, at }]))
  return { columns, missing }
}

/** The one among the saved equals that stood behind the same header as this one does; null when there is none, or several. */
function onlyOf(were: readonly string[], are: readonly string[], rank: number): number | null {
  const neighbour = are[rank]
  const isOnly = (list: readonly string[]): boolean => list.filter((each) => each === neighbour).length === 1
  return neighbour !== undefined && isOnly(were) && isOnly(are) ? were.indexOf(neighbour) : null
}

/** The nearest header to the left that stands in its table once; '' at the beginning. */
function neighbourOf(headers: readonly string[], at: number, groups: ReadonlyMap<string, readonly number[]>): string {
  for (let left = at - 1; left >= 0; left -= 1) {
    const key = textKey(headers[left] ?? '')
    if (key !== '' && groups.get(key)?.length === 1) return key
  }
  return ''
}

function groupByKey(headers: readonly string[]): ReadonlyMap<string, readonly number[]> {
  return groupBy(headers.keys(), (at) => textKey(headers[at] ?? ''))
}
