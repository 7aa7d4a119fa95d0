import type { CustomerSummary } from '#core/model/prepared.ts'
import type { TextBlocks } from '#node/staging/text-blocks.ts'
import { chunkCustomers } from './check-chunk.ts'

/** Summaries by tag: those of the first check in blocks on disk, those of customers checked again since in memory. */
export interface Summaries {
  at(tag: number): CustomerSummary
  put(tag: number, summary: CustomerSummary): void
  /** The next tag that no customer has had. */
  newTag(): number
}

export function keepSummaries(blocks: TextBlocks, tags: number): Summaries {
  const later = new Map<number, CustomerSummary>()
  let next = tags
  let held = -1
  let lines: readonly string[] = []
  return {
    at(tag) {
      const known = later.get(tag)
      if (known !== undefined) return known
      const first = tag - (tag % chunkCustomers)
      if (held !== first) {
        lines = blocks.read(first).split('\n')
        held = first
      }
      const line = lines[tag - first]
      if (line === undefined || line === '') throw new Error(`Customer ${tag} was not kept`)
      return JSON.parse(line) as CustomerSummary
    },
    put: (tag, summary) => void later.set(tag, summary),
    newTag: () => next++,
  }
}
