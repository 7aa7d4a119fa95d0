import type { UnitReceipt } from '../../model/receipt.ts'
import type { Result } from '../../model/result.ts'
import { ok } from '../../model/result.ts'
import type { Job } from './job.ts'
import type { UnitState } from './unit-state.ts'
import { isOpen, restoreUnit } from './unit-state.ts'
import type { UnitWork } from './unit-work.ts'
import { describeWork } from './unit-work.ts'

/** A customer in the hands of a lane, or parked between two looks. */
export interface LiveUnit {
  readonly ordinal: number
  readonly work: UnitWork
  state: UnitState
  /** Written, and their outcome not settled; `refused`: the server said no, which a look may still prove wrong. */
  openIntents: readonly { readonly id: number; readonly step: string; readonly refused: boolean }[]
  /** By step, the request that was written last: what a later look finds of a step is written to it. */
  readonly lastIntents: Map<string, number>
  /** From when its settle window counts. */
  settleFrom: number
  /** When it is to be looked at again, and at which part of the window that is: the window may have grown meanwhile. */
  parkedUntil: number | null
  parkedPart: number
  /** Why its outcome is not known, where it is parked. */
  doubt: string
  /** It was found by looking, so that nobody knows what became of its request: it is compared before it counts as created. */
  wasFound: boolean
  /** Written already, with the outcome that it ended with. */
  receipt: UnitReceipt | null
}

export function loadUnit(job: Job, ordinal: number): Result<LiveUnit> {
  const logged = job.log.unit(ordinal)
  if (!logged.ok) return logged
  const work = describeWork(logged.value.unit)
  return ok({
    ordinal, work, state: restoreUnit(work, logged.value), settleFrom: job.startedAt, parkedUntil: null, parkedPart: 0, doubt: 'an earlier attempt was interrupted before its answer was noted', receipt: null,
    wasFound: logged.value.intents.some(({ outcome }) => outcome === 'found'),
    lastIntents: new Map(logged.value.intents.map(({ id, step }) => [step, id])),
    openIntents: logged.value.intents.filter(({ outcome }) => isOpen(outcome) || outcome === 'rejected').map(({ id, step, outcome }) => ({ id, step, refused: outcome === 'rejected' })),
  })
}
