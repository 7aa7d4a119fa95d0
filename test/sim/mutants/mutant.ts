import type { Violation } from '../../judge/evidence.ts'

/** A weakness put into the protocol: an edit of one real source file. */
export interface Mutant {
  readonly name: string
  readonly file: string
  /** Stands there exactly once. */
  readonly text: string
  readonly replacement: string
  readonly danger: string
  /** The first schedule that shows it: the engine as it is passes all of those before and after. */
  readonly seed: number
  /** Any of these shows it. */
  readonly caughtBy: readonly Violation['invariant'][]
}
