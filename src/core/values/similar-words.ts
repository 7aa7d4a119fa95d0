// How alike two short texts are, word by word: typing errors, abbreviations and plurals, not meanings.

/** Words that say nothing of which value is meant. */
const emptyWords = new Set(['the', 'a', 'an', 'of', 'by', 'via', 'per', 'in', 'on', 'for', 'to', 'is', 'please', 'only', 'type', 'customer', 'client', 'account', 'method', 'payment', 'payments', 'plan', 'template', 'cycle'])
/** One of these in one text and not in the other makes it another value, however alike the rest is. */
const turningWords = new Set(['no', 'non', 'not', 'never', 'without', 'ex', 'former', 'old', 'cancelled', 'canceled', 'failed', 'pending', 'except'])

/** In lower case, without accents and punctuation; `A & B` says "and". */
export function wordsOf(text: string): readonly string[] {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\be[- ]mail/g, 'email').replaceAll('&', ' and ').replace(/\s\+\s|(?<=\p{L})\+(?=\p{L})/gu, ' and ')
  return bare.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** 1 for the same words, in any order; 0 for nothing in common, or where one says "not". */
export function wordSimilarity(left: readonly string[], right: readonly string[]): number {
  const turns = (words: readonly string[]): string => words.filter((word) => turningWords.has(word)).map((word) => word.slice(0, 4)).join(' ')
  if (turns(left) !== turns(right)) return 0
  const [own, other] = [telling(left), telling(right)]
  if (own.length === 0 || other.length === 0) return 0
  const [covered, covering] = [coverage(own, other), coverage(other, own)]
  return covered + covering === 0 ? 0 : (2 * covered * covering) / (covered + covering)
}

function telling(words: readonly string[]): readonly string[] {
  const kept = words.filter((word) => !emptyWords.has(word) && word !== 'and')
  return kept.length === 0 ? words : kept
}

/** The mean, over the words of `some`, of how well the best word of `all` fits. */
function coverage(some: readonly string[], all: readonly string[]): number {
  return some.reduce((sum, word) => sum + Math.max(...all.map((other) => likeness(word, other))), 0) / some.length
}

function likeness(left: string, right: string): number {
  if (left === right) return 1
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  // Numbers are alike or not: "1st" is not "11th".
  if (/\d/.test(left) || /\d/.test(right)) return ordinal(left) === ordinal(right) ? 1 : 0
  if (`${short}s` === long || `${short}es` === long) return 0.95
  if (short.length >= 3 && short.length >= long.length * 0.4 && long.startsWith(short)) return 0.85
  if (short.length < 4) return 0
  const mistakes = editDistance(left, right)
  if (mistakes === 1) return 0.85
  return mistakes === 2 && short.length >= 7 ? 0.8 : 0
}

/** "1", "01" and "1st" are one number. */
const ordinal = (word: string): string => word.replace(/^0+(?=\d)/, '').replace(/(?<=\d)(?:st|nd|rd|th)$/, '')

/** Letters added, left out, changed or swapped with their neighbour. */
function editDistance(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2) return 3
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= left.length; row++) {
    const next: number[] = [row]
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      let best = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1))
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) best = Math.min(best, (before[column - 2] ?? 0) + 1)
      next.push(best)
    }
    before = last
    last = next
  }
  return last[right.length] ?? 3
}
