import { foldKey, foldShapes, hasDigitShapes } from './fold-key.ts'

export interface Similar<Item> {
  readonly item: Item
  /** The first one with another key that looks the same. */
  readonly other: Item
}

/** Every item whose key looks the same as a different one, with that one. Lean, because a file may hold a million keys. */
export function findSimilar<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Similar<Item>[] {
  if (items.length < 2) return []
  const found = new Map<Item, Item>()
  addSimilar(items, keyOf, { fold: foldKey, found })
  if (items.some((item) => hasDigitShapes(keyOf(item)))) addSimilar(items, keyOf, { fold: foldShapes, found })
  return items.flatMap((item) => {
    const other = found.get(item)
    return other === undefined ? [] : [{ item, other }]
  })
}

function addSimilar<Item>(items: readonly Item[], keyOf: (item: Item) => string, { fold, found }: { readonly fold: (key: string) => string; readonly found: Map<Item, Item> }): void {
  const first = new Map<string, Item>()
  /** The first of the same look with another key than the first's. */
  const second = new Map<string, Item>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === '') continue
    const look = fold(key)
    const known = first.get(look)
    if (known === undefined) first.set(look, item)
    else if (keyOf(known) !== key && !second.has(look)) second.set(look, item)
  }
  if (second.size === 0) return
  for (const item of items) {
    if (keyOf(item) === '' || found.has(item)) continue
    const look = fold(keyOf(item))
    const other = second.get(look)
    const one = first.get(look)
    if (other !== undefined && one !== undefined) found.set(item, keyOf(one) === keyOf(item) ? other : one)
  }
}
