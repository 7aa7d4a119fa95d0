import { referenceKinds } from '../../model/field.ts'
import type { Reference, ReferenceItem } from '../../model/reference.ts'
import type { ReferenceKind } from '../../model/field.ts'
import type { Failure, Result } from '../../model/result.ts'
import { ok } from '../../model/result.ts'
import type { Api, Clock, Random } from '../../ports.ts'
import type { Pacer } from './pace/index.ts'
import { createPatience } from './patience.ts'
import type { WaitReason } from './progress.ts'
import type { Reader } from './reader.ts'
import { readAllPages } from './reader.ts'

/** What reading from the target before an import needs. */
export interface Reading {
  readonly api: Api
  readonly clock: Clock
  readonly random: Random
  readonly pacer: Pacer
  /** Asked before each request; true ends the reading with the failure `stopped`. */
  readonly cancelled?: () => boolean
  readonly onWait?: (reason: WaitReason, delayMs: number) => void
}

/** An operator is looking on: shorter than in an import. */
const LIMITS = { networkPatienceMs: 10_000, troublePatienceMs: 60_000 } as const

export function openReader(reading: Reading): Reader {
  return { ...reading, oracle: { findsByKey: false }, patience: createPatience(reading.clock, LIMITS), halted: reading.cancelled ?? (() => false), onWait: reading.onWait ?? (() => undefined), settleMs: () => 0 }
}

/** Their paths are inferred (elevate-api.md 6.4): whatever is wrong with them is no reason to stop. */
const inferred: ReadonlySet<ReferenceKind> = new Set(['invoice-templates', 'invoice-summary-templates', 'electronic-summary-templates'])

/** All reference lists of the target. A list this user may not read, or the server does not know, is left out. */
export async function readReference(reading: Reading): Promise<Result<Reference['lists']>> {
  const reader = openReader(reading)
  const lists: Partial<Record<ReferenceKind, readonly ReferenceItem[]>> = {}
  for (const kind of referenceKinds) {
    const list = await readAllPages(reader, { size: 1000, pages: 50 }, (page) => reading.api.reference(kind, page))
    if (list.ok && list.value !== null) lists[kind] = list.value
    if (!list.ok && !mayBeMissing(kind, list.failure)) return list
  }
  return ok(lists)
}

function mayBeMissing(kind: ReferenceKind, { code }: Failure): boolean {
  return code === 'forbidden' || code === 'bad-address' || (code === 'server-unusable' && inferred.has(kind))
}
