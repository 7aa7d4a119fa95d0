// What the operator chose before for a column of the same name, as a candidate beside what the header says.
import type { Learned } from '#core/model/learned.ts'
import type { Reference } from '#core/model/reference.ts'
import { textKey } from '#core/model/text-key.ts'
import type { Candidate } from './candidate.ts'
import { findTarget } from './field-path.ts'

export interface LearnedColumn {
  /** Null where nothing was chosen, or a field that is not there any more. */
  readonly candidate: Candidate | null
  readonly leftOut: boolean
}

/** The last choice counts, surer each time it was made again: 0.95 once, 0.99 from the fifth time on. */
export function learnedFor(header: string, learned: Learned, reference: Reference): LearnedColumn {
  const key = textKey(header)
  const known = key === '' ? undefined : learned.columns.get(key)
  if (known === undefined) return { candidate: null, leftOut: false }
  if (known.target === null) return { candidate: null, leftOut: true }
  const found = findTarget(known.target, reference)
  return { candidate: found === null ? null : { ...found, kind: 'learned', score: Math.min(0.94 + 0.01 * known.times, 0.99) }, leftOut: false }
}
