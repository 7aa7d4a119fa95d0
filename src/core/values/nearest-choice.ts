import type { SpelledChoice } from './value-choices.ts'
import { wordSimilarity, wordsOf } from './similar-words.ts'

/** The choice that a text is most like; `none` where nothing is like it, `several` where two are alike it as much. */
export type Nearest =
  | { readonly kind: 'one'; readonly choice: SpelledChoice; readonly spelling: string; readonly score: number }
  | { readonly kind: 'several'; readonly choices: readonly SpelledChoice[] }
  | { readonly kind: 'none' }

const least = 0.6
const clearlyAhead = 0.08

/** Ready to be asked for many texts: each spelling is taken apart once. */
export function nearestAmong(choices: readonly SpelledChoice[]): (text: string) => Nearest {
  const spelled = choices.flatMap((choice) => choice.spellings.map((spelling) => ({ choice, spelling, words: wordsOf(spelling) })))
  const byLetter = new Map<string, (typeof spelled)[number][]>()
  for (const entry of spelled) {
    for (const letter of new Set(entry.words.map((word) => word.charAt(0)))) byLetter.set(letter, [...(byLetter.get(letter) ?? []), entry])
  }
  return (text) => {
    const words = wordsOf(text)
    const candidates = new Set(words.flatMap((word) => byLetter.get(word.charAt(0)) ?? []))
    const best = new Map<SpelledChoice, { readonly spelling: string; readonly score: number }>()
    for (const { choice, spelling, words: other } of candidates) {
      const score = wordSimilarity(words, other)
      if (score > (best.get(choice)?.score ?? 0)) best.set(choice, { spelling, score })
    }
    const ranked = Array.from(best, ([choice, found]) => ({ choice, ...found })).filter(({ score }) => score >= least).toSorted((left, right) => right.score - left.score)
    const [first, second] = ranked
    if (first === undefined) return { kind: 'none' }
    if (second === undefined || first.score - second.score >= clearlyAhead) return { kind: 'one', ...first }
    return { kind: 'several', choices: ranked.filter(({ score }) => first.score - score < clearlyAhead).map(({ choice }) => choice) }
  }
}
