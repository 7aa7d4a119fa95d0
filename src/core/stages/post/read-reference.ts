import type { Reference } from '../../model/reference.ts'
import type { Result } from '../../model/result.ts'
import type { Api, Clock, Random } from '../../ports.ts'
import type { Pacer } from './pacer.ts'

export interface Reading {
  readonly api: Api
  readonly clock: Clock
  readonly random: Random
  readonly pacer: Pacer
  /** Asked before each request; true ends the reading with the failure `stopped`. */
  readonly cancelled?: () => boolean
}

/** All reference lists of the target. A list this user may not read, or the server does not know, is left out. */
export function readReference(_reading: Reading): Promise<Result<Reference['lists']>> {
  throw new Error('not yet')
}
