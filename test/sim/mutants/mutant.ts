import type { Violation } from '../judge/evidence.ts'

/** A weakness put into the protocol: an edit of one real source file. */
export interface Mutant {
  readonly name: string
  readonly file: string
  /** Stands there exactly once. */
  readonly text: string
  readonly replacement: string
  readonly danger: string
  /** Any of these shows it. */
  readonly caughtBy: readonly Violation['invariant'][]
}
