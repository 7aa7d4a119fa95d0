import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Failure } from '#core/model/result.ts'
import { inArena } from '../kill/arena.ts'
import { resumeToEnd } from '../kill/live.ts'
import { verdict } from '../kill/verdict.ts'
import { runTraced } from '../trace/traced.ts'
import { stepsSent } from '../wire/support/steps-sent.ts'
import { type Call, calls, type DiskFault, injection, journalPaths, nameOf } from './faults.ts'

const SETTLE_MS = 200
const pace = { settleMs: SETTLE_MS, requestsPerSecond: 5_000 }

/** How often each call is made by a whole import without a fault. */
export function countCalls(child: string, customers: number): Promise<Record<Call, number>> {
  return inArena({ customers, ...pace }, async ({ orders }) => {
    const counts: Record<Call, number> = { pwrite64: 0, fsync: 0, ftruncate: 0, openat: 0, unlink: 0 }
    const output = join(orders.folder, 'trace')
    const { code, said } = await runTraced({ child, orders, output, options: [...journalPaths(orders.folder), '-e', `trace=${calls.join()}`] })
    if (code !== 0) throw new Error(said)
    for await (const line of createInterface({ input: createReadStream(output, 'latin1') })) {
      const call = calls.find((each) => line.includes(` ${each}(`))
      if (call !== undefined) counts[call] += 1
    }
    return counts
  })
}

export interface FaultEnded {
  readonly fault: DiskFault
  /** Null: the import went on to its end, as the fault could do no harm. */
  readonly stopped: Failure | null
  /** What is not as it must be: while the fault holds, and after it is gone and the run was resumed. */
  readonly wrong: readonly string[]
}

export function runWithFault(child: string, customers: number, fault: DiskFault): Promise<FaultEnded> {
  return inArena({ customers, ...pace }, async ({ orders, readLedger }) => {
    const { code, said } = await runTraced({ child, orders, output: '/dev/null', options: [...journalPaths(orders.folder), ...injection(fault)] })
    const stopped = code === 3 ? (JSON.parse(said.trim().split('\n').at(-1) ?? '') as { readonly failure: Failure }).failure : null
    const wrong = code === 0 || isWellSaid(fault, stopped) ? [] : [`the run ended with ${code}: ${said}`]
    const intents = intentsOnDisk(orders.folder)
    for (const step of stepsSent(await readLedger())) if (!intents.has(step)) wrong.push(`${step} was sent, and its intent is not in the journal`)
    const ending = await resumeToEnd(child, orders)
    wrong.push(...verdict({ ...ending, ledger: await readLedger() }, { customers, settleMs: SETTLE_MS }))
    return { fault, stopped, wrong: wrong.map((sentence) => `${nameOf(fault)}: ${sentence}`) }
  })
}

/** A broken disk is never called full, and a full one only where the system's word for it does not reach us. */
function isWellSaid({ error, call }: DiskFault, failure: Failure | null): boolean {
  if (failure?.code === 'disk-full') return error === 'ENOSPC'
  return failure?.code === 'journal-unusable' && (error === 'EIO' || call !== 'pwrite64')
}

function intentsOnDisk(folder: string): ReadonlySet<string> {
  const file = join(folder, 'journal.sqlite')
  if (!existsSync(file)) return new Set()
  const database = new DatabaseSync(file)
  try {
    const made = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'intents'").get() !== undefined
    return new Set(made ? (database.prepare('SELECT step FROM intents').all() as { readonly step: string }[]).map(({ step }) => step) : [])
  } finally {
    database.close()
  }
}
