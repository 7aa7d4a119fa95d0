import type { Ledger } from '../wire/support/run.ts'
import { inArena } from './arena.ts'
import type { Orders } from './child/orders.ts'
import { type Ending, live, resumeToEnd } from './live.ts'
import { CUSTOMERS, type Schedule, SETTLE_MS } from './schedules.ts'

/** All that can be known from outside when it is over. */
export interface Aftermath extends Ending {
  readonly schedule: Schedule
  readonly ledger: Ledger
  /** Kills that came to pass; the others' points were not reached. */
  readonly kills: number
}

type Manner = Pick<Orders, 'weakness' | 'settleMs'>

/** Kills as told, then resumes to the end. Server and folder are this schedule's own. */
export function runSchedule(child: string, schedule: Schedule, manner: Manner = { weakness: null, settleMs: SETTLE_MS }): Promise<Aftermath> {
  return inArena({ customers: CUSTOMERS, faults: schedule.faults, ...manner }, async ({ orders, readLedger }) => {
    let kills = 0
    for (const kill of schedule.kills) if ((await live(child, { ...orders, kill })).killed) kills += 1
    const ending = await resumeToEnd(child, orders)
    if (schedule.fate === 'late') await lateOnes(schedule.lateMs, readLedger)
    return { ...ending, schedule, ledger: await readLedger(), kills }
  })
}

/** Nothing may land any more when the ledger is judged. */
async function lateOnes(lateMs: number, read: () => Promise<Ledger>): Promise<void> {
  const last = (await read()).requests.filter(({ method }) => method === 'POST').at(-1)
  const due = last === undefined ? 0 : Date.parse(String(last['at'])) + lateMs + 50 - Date.now()
  if (due > 0) await new Promise((resolve) => setTimeout(resolve, due))
}
