// Where the tables and columns of a saved mapping stand in a file that is open now.
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
  /** Empty or doubled, and not as often there as before. `count`: how often it stood there. */
  | { readonly kind: 'unclear'; readonly saved: SavedColumn; readonly count: number }
  | { readonly kind: 'new' }

export interface PlacedColumns {
  /** By column index of the file. */
  readonly columns: readonly PlacedColumn[]
  /** With the place each had among the saved columns. */
  readonly missing: readonly { readonly saved: SavedColumn; readonly at: number }[]
}

/** Columns are found by their headers. Those that share one are told apart by their order, when as many of them are there as before. */
export function placeColumns(saved: SavedTable, headers: readonly string[]): PlacedColumns {
  const before = groupByKey(saved.columns.map(({ header }) => header))
  const now = groupByKey(headers)
  const columns: PlacedColumn[] = headers.map(() => ({ kind: 'new' }))
  for (const [key, places] of now) {
    const equals = (before.get(key) ?? []).flatMap((at) => saved.columns[at] ?? [])
    for (const [rank, place] of places.entries()) {
      const match = equals[rank]
      if (match === undefined) continue
      const isClear = equals.length === places.length || !equals.some(saysSomething)
      columns[place] = isClear ? { kind: 'found', saved: match } : { kind: 'unclear', saved: match, count: equals.length }
    }
  }
  const missing = saved.columns.flatMap((column, at) => {
    const key = textKey(column.header)
    const rank = before.get(key)?.indexOf(at) ?? 0
    return key === '' && !saysSomething(column) || rank < (now.get(key)?.length ?? 0) ? [] : [{ saved: column, at }]
  })
  return { columns, missing }
}

const saysSomething = ({ target }: SavedColumn): boolean => target !== null

function groupByKey(headers: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>()
  for (const [at, header] of headers.entries()) {
    const group = groups.get(textKey(header))
    if (group === undefined) groups.set(textKey(header), [at])
    else group.push(at)
  }
  return groups
}
