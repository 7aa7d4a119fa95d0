import type { Issue, Severity } from '#core/model/issue.ts'
import type { LedgerRow, Prepared } from '#core/model/prepared.ts'

/** Look-ups over a prepared session that the grid needs for every page; made once per answer of the pure stages. */
export interface RowIndex {
  /** By `table:row`. */
  readonly issues: ReadonlyMap<string, readonly Issue[]>
  readonly ledger: ReadonlyMap<string, LedgerRow>
  /** Row numbers with an error or a warning, by table, in file order. */
  readonly problemRows: ReadonlyMap<number, readonly number[]>
}

const indexes = new WeakMap<Prepared, RowIndex>()

export function rowIndexOf(prepared: Prepared): RowIndex {
  const known = indexes.get(prepared)
  if (known !== undefined) return known
  const index = buildIndex(prepared)
  indexes.set(prepared, index)
  return index
}

function buildIndex(prepared: Prepared): RowIndex {
  const issues = new Map<string, Issue[]>()
  for (const issue of prepared.issues) {
    if (issue.place !== null) push(issues, `${issue.place.table}:${issue.place.row}`, issue)
  }
  const ledger = new Map(prepared.ledger.map((row) => [`${row.table}:${row.row}`, row]))
  const problemRows = new Map<number, number[]>()
  for (const row of prepared.ledger) {
    const found = issues.get(`${row.table}:${row.row}`)
    if (found?.some((issue) => issue.severity !== 'info') === true) push(problemRows, row.table, row.row)
  }
  return { issues, ledger, problemRows }
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [item])
  else list.push(item)
}

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 }

export function worst(severities: readonly Severity[]): Severity {
  return severities.reduce((most, next) => (ranks[next] > ranks[most] ? next : most), 'info')
}
