import { foldKey, foldShapes, hasDigitShapes } from './fold-key.ts'

export interface Similar<Item> {
  readonly item: Item
  /** The first one with another key that looks the same. */
  readonly other: Item
}

const none: readonly never[] = []

/** Every item whose key looks the same as a different one, with that one. Lean, because a file may hold a million keys. */
export function findSimilar<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Similar<Item>[] {
  if (items.length < 2) return none
  const found = new Map<Item, Item>()
  addSimilar(items, keyOf, { fold: foldKey, found })
  if (items.some((item) => hasDigitShapes(keyOf(item)))) addSimilar(items, keyOf, { fold: foldShapes, found })
  if (found.size === 0) return none
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

/** What a key looks like, in both folds: keys that share neither have nothing to do with each other. */
export function looksOf(key: string): readonly [string, string] {
  return [foldKey(key), foldShapes(key)]
}

/** Positions of the keys that look, in one of the folds, like one of the given ones. Nearly every key is passed by at a glance. */
export function keysLike(keys: readonly string[], given: Iterable<string>): readonly number[] {
  const looks = new Set([...given].flatMap(looksOf))
  const glances = new Set(Array.from(looks, glanceAt))
  const found: number[] = []
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? ''
    if (key === '') continue
    const glance = glanceAt(key)
    if ((glance < 0 || glances.has(glance)) && looksOf(key).some((look) => looks.has(look))) found.push(at)
  }
  return found
}

/** A number that keys of the same look share, of all their characters taken coarsely; -1 where a look has to be taken. */
function glanceAt(key: string): number {
  let glance = key.length
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at)
    if (code < 33 || code > 126) return -1
    glance = (glance * 31 + (coarse[code] ?? 0)) | 0
  }
  return glance & 0x7fffffff
}

/** By ASCII code: i, l and 1 are one, o and 0 are one, and capitals are as small letters. */
const coarse = Uint8Array.from({ length: 127 }, (_, code) => {
  const small = String.fromCharCode(code).toLowerCase()
  return (/[il1]/.test(small) ? '1' : small === 'o' ? '0' : small).charCodeAt(0)
})
