import type { Orders } from '../kill/child/orders.ts'

/** How a disk fails, at whichever call. */
export interface Manner {
  readonly error: 'EIO' | 'ENOSPC'
  readonly forEver: boolean
}

export const manners: readonly Manner[] = [
  { error: 'EIO', forEver: false }, { error: 'ENOSPC', forEver: false }, { error: 'EIO', forEver: true }, { error: 'ENOSPC', forEver: true },
]

export const nameOf = ({ error, forEver }: Manner): string => `${error}${forEver ? ' for ever' : ''}`

/** What a program of many cases is told, as JSON. */
export interface Told extends Manner {
  readonly customers: number
  /** The first call to fail, and how many further the next one is. */
  readonly from: number
  readonly stride: number
  /** To see the proof fail. */
  readonly weakness: Orders['weakness']
}

/** One line of what it says. */
export interface Case {
  /** Which call failed, from 1. */
  readonly nth: number
  /** Its kind; empty: the import made fewer calls, so none failed. */
  readonly felt: string
  /** Whether the import stopped by it. */
  readonly hasStopped: boolean
  /** What is not as it must be: while the fault holds, and after it is gone and the run was resumed. */
  readonly wrong: readonly string[]
}
