import { groupBy } from '#core/model/group-by.ts'
import { foldKey, foldShapes, hasDigitShapes } from './fold-key.ts'

export interface Similar<Item> {
  readonly item: Item
  /** The first one with another key that looks the same. */
  readonly other: Item
}

/** Every item whose key looks the same as a different one, with that one. */
export function findSimilar<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Similar<Item>[] {
  if (items.length < 2) return []
  const named = items.filter((item) => keyOf(item) !== '')
  const found = new Map<Item, Item>()
  const addAll = (fold: (key: string) => string): void => {
    for (const group of groupBy(named, (item) => fold(keyOf(item))).values()) {
      if (group.length < 2) continue
      for (const item of group) {
        const other = found.get(item) ?? group.find((one) => keyOf(one) !== keyOf(item))
        if (other !== undefined) found.set(item, other)
      }
    }
  }
  addAll(foldKey)
  if (named.some((item) => hasDigitShapes(keyOf(item)))) addAll(foldShapes)
  return [...found].map(([item, other]) => ({ item, other }))
}
