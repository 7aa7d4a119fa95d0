import type { Issue } from '#core/model/issue.ts'
import type { RowPlace } from '#core/model/place.ts'
import { findSimilarKeys, keysLike, type Checker } from '#core/pipeline.ts'
import { placeOf, type FileIndex } from './index-file.ts'

/** By customer number. Rows left out have no part in it: leaving one out is a way to decide. */
export function similarKeys(checker: Checker, index: FileIndex): ReadonlyMap<number, Issue> {
  return similarAmong(checker, index, index.keys.keys())
}

/**
 * The same, after customers with some keys have come, gone or changed: only keys that look like one of them are looked at again.
 * `known` is what was found before, by the numbers as they are now.
 */
export function similarAfter(checker: Checker, index: FileIndex, { keys, known }: { readonly keys: ReadonlySet<string>; readonly known: ReadonlyMap<number, Issue> }): ReadonlyMap<number, Issue> {
  const near = keysLike(index.keys, keys)
  // Whom those are compared with: a key may look like one in this way, and like another in the other.
  const wider = keysLike(index.keys, near.map((customer) => index.keys[customer] ?? ''))
  const found = similarAmong(checker, index, wider)
  const isNear = new Set(near)
  return new Map([
    ...[...known].filter(([customer]) => !isNear.has(customer)),
    ...[...found].filter(([customer]) => isNear.has(customer)),
  ])
}

function similarAmong(checker: Checker, index: FileIndex, customers: Iterable<number>): ReadonlyMap<number, Issue> {
  const firstRow = (customer: number): RowPlace | null => {
    for (let at = index.starts[customer] ?? 0; at < (index.starts[customer + 1] ?? 0); at++) {
      const { table, index: position } = placeOf(index, index.rows[at] ?? 0)
      const place = { table, row: checker.rowAt(table, position).row }
      if (!checker.isExcluded(place)) return place
    }
    return null
  }
  const { hasExcluded } = checker
  const taken: { readonly key: string; readonly number: number }[] = []
  for (const number of customers) if (!hasExcluded || firstRow(number) !== null) taken.push({ key: index.keys[number] ?? '', number })
  const found = findSimilarKeys(taken, ({ number }) => firstRow(number) ?? { table: 0, row: 0 }, checker.validating)
  return new Map(found.map(({ customer, issue }) => [customer.number, issue]))
}
