// Headers that no name fits exactly: misspelt ones, and ones that say a name and more.
import { once } from '#core/model/once.ts'
import type { Candidate } from './candidate.ts'
import { fieldsByName, knownWords } from './field-names.ts'
import type { NamedField } from './field-names.ts'
import { wordsKey } from './header-words.ts'

/** A column that says it is not the current value is no field's. */
const stale: ReadonlySet<string> = new Set(['old', 'previous', 'former', 'legacy', 'prior', 'test', 'dummy'])

/** Words of other things than our fields: no misspellings of ours ("Fax number" is not "Tax number"). */
const foreign: ReadonlySet<string> = new Set(['fax', 'website', 'web', 'url', 'industry', 'skype', 'age', 'gender', 'discount', 'currency', 'language', 'balance', 'turnover', 'status', 'created', 'modified', 'manager', 'tag', 'count', 'counter', 'total', 'quantity', 'average', 'score', 'rank', 'mac', 'ip', 'rating', 'card', 'salary', 'persona'])

/** Edits (insert, remove, replace, swap neighbours) between two texts, or more than `limit`. */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= left.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1]
      let cost = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      next.push(cost)
    }
    before = last
    last = next
  }
  return last[right.length] ?? limit + 1
}

export const isStale = (words: readonly string[]): boolean => words.some((word) => stale.has(word))

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/**
 * Fields with a name near the header's words. A header made of known words is no misspelling ("Contract name" is not "Contact
 * name"); a name among other words is only ever a question, because "Account manager email" is no customer's email.
 */
export function nearNames(words: readonly string[]): readonly Candidate[] {
  if (words.length === 0 || isStale(words)) return []
  const misspelt = words.some((word) => !knownWords().has(word)) && !words.some((word) => foreign.has(word)) ? misspellings(words) : []
  return misspelt.length > 0 ? misspelt : insideNames(words)
}

interface Spelling {
  readonly name: string
  readonly digits: string
  /** One bit for each letter and digit in it: every edit changes two at most. */
  readonly letters: number
  readonly named: readonly NamedField[]
}

const lettersOf = (text: string): number => Array.from(text).reduce((bits, letter) => bits | (1 << (letter.codePointAt(0) ?? 0) % 32), 0)

/** By length: a spelling differs by as many edits as by letters at least. */
const spellings = once(groupSpellings)

function groupSpellings(): ReadonlyMap<number, readonly Spelling[]> {
  const byLength = new Map<number, Spelling[]>()
  for (const [name, all] of fieldsByName()) {
    const named = all.filter(({ kind }) => kind !== 'weak')
    if (named.length === 0) continue
    const list = byLength.get(name.length) ?? []
    byLength.set(name.length, list)
    list.push({ name, digits: digitsOf(name), letters: lettersOf(name), named })
  }
  return byLength
}

function bitsOf(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}

/** Word for word: one that is short by itself is another word and no slip ("MAC address"). A header in one word is compared as it is. */
function isSlip(words: readonly string[], nameWords: readonly string[]): boolean {
  if (words.length === 1) return true
  return words.length === nameWords.length && words.every((word, at) => {
    const meant = nameWords[at] ?? ''
    const limit = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0
    return word === meant || editDistance(word, meant, limit) <= limit
  })
}

function misspellings(words: readonly string[]): readonly Candidate[] {
  const key = wordsKey(words)
  const limit = key.length >= 10 ? 2 : key.length >= 6 ? 1 : 0
  if (limit === 0) return []
  const [digits, letters] = [digitsOf(key), lettersOf(key)]
  let nearest = limit
  let found: Candidate[] = []
  for (let length = key.length - limit; length <= key.length + limit; length += 1) {
    for (const spelling of spellings().get(length) ?? []) {
      if (spelling.digits !== digits || bitsOf(spelling.letters ^ letters) > 2 * nearest) continue
      const distance = editDistance(key, spelling.name, nearest)
      if (distance > nearest || !spelling.named.some((one) => isSlip(words, one.words))) continue
      const candidates = spelling.named.map(({ entry, words: nameWords }): Candidate => ({ target: { field: entry.path }, entry, kind: 'near', score: distance === 1 ? 0.8 : 0.72, name: nameWords.join(' ') }))
      found = distance < nearest ? candidates : [...found, ...candidates]
      nearest = distance
    }
  }
  return distinct(found)
}

/** The longest names whose words stand in the header; the end of a header says more of it than its start ("... manager email"). */
function insideNames(words: readonly string[]): readonly Candidate[] {
  const found: Candidate[] = []
  for (let length = words.length - 1; length >= 1 && found.length === 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      for (const { entry, kind, words: nameWords } of fieldsByName().get(wordsKey(words.slice(start, start + length))) ?? []) {
        if (kind === 'weak') continue
        found.push({ target: { field: entry.path }, entry, kind: 'inside', score: 0.1 + 0.3 * (length / words.length) + (start + length === words.length ? 0.02 : 0), name: nameWords.join(' ') })
      }
    }
  }
  return distinct(found)
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter((candidate, at) => candidates.findIndex((other) => other.target.field === candidate.target.field) === at)
}
