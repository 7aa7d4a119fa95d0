// The catalogue turned around: from what a header may say to the fields it may mean.
import { fieldEntries } from '#core/catalogue/index.ts'
import type { FieldEntry } from '#core/model/field.ts'
import { once } from '#core/model/once.ts'
import { splitHeader, wordsKey } from './header-words.ts'

/** How a name belongs to its field: the field's own label or property, a usual header text, or one that only may mean it. */
export type NameKind = 'own' | 'alias' | 'weak'

export interface NamedField {
  readonly entry: FieldEntry
  readonly kind: NameKind
  readonly words: readonly string[]
}

/**
 * Property names stand for the first field that has them: `postcode` for the site's address, `contactName` for the site's
 * contact. `accountNumber` and `accountName` are left to the aliases: they say customer in nearly every file.
 */
function propertyName(entry: FieldEntry): string | null {
  const name = entry.apiPath.at(-1)
  if (name === undefined || name === 'accountNumber' || name === 'accountName') return null
  const first = fieldEntries.find((other) => other.apiPath.at(-1) === name)
  return first === entry ? name : null
}

function namesOf(entry: FieldEntry): readonly (readonly [string, NameKind])[] {
  const property = propertyName(entry)
  const own = [entry.label, entry.path, entry.apiPath.length > 1 ? entry.apiPath.join(' ') : null, property]
  return [
    ...own.flatMap((name) => (name === null ? [] : [[name, 'own'] as const])),
    ...entry.aliases.map((name) => [name, 'alias'] as const),
    ...(entry.weakAliases ?? []).map((name) => [name, 'weak'] as const),
  ]
}

const rank: Readonly<Record<NameKind, number>> = { own: 0, alias: 1, weak: 2 }

function buildIndex(): ReadonlyMap<string, readonly NamedField[]> {
  const index = new Map<string, NamedField[]>()
  for (const entry of fieldEntries) {
    for (const [name, kind] of namesOf(entry)) {
      const words = splitHeader(name)
      const key = wordsKey(words)
      const named = index.get(key) ?? []
      const known = named.find((other) => other.entry === entry)
      if (known === undefined) index.set(key, [...named, { entry, kind, words }])
      else if (rank[kind] < rank[known.kind]) index.set(key, named.map((other) => (other === known ? { entry, kind, words } : other)))
    }
  }
  return index
}

/** By `wordsKey`. */
export const fieldsByName = once(buildIndex)

/** Every word that stands in a name of some field: a header made of these alone is no misspelling. */
export const knownWords = once((): ReadonlySet<string> => new Set([...fieldsByName().values()].flatMap((named) => named.flatMap(({ words }) => words))))
