import { groupBy } from '#core/model/group-by.ts'
import { foldKey } from './fold-key.ts'

/** Groups of two or more different keys that look the same, in the order of their first. */
export function findSimilar<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  if (items.length < 2) return []
  const named = items.filter((item) => keyOf(item) !== '')
  return [...groupBy(named, (item) => foldKey(keyOf(item))).values()].filter((group) => new Set(group.map(keyOf)).size > 1)
}
