import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '#core/model/report.ts'
import type { UnitReceipt } from '#core/model/receipt.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { startSandbox } from '#sandbox/server.ts'
import { must, type Ledger } from '../wire/support/run.ts'
import type { Kill, Orders } from './child/orders.ts'
import { CUSTOMERS, type Schedule, SETTLE_MS } from './schedules.ts'

/** All that can be known from outside when it is over. */
export interface Aftermath {
  readonly schedule: Schedule
  readonly ledger: Ledger
  readonly receipts: readonly UnitReceipt[]
  readonly report: Report | null
  readonly state: string
  /** Kills that came to pass; the others' points were not reached. */
  readonly kills: number
  /** When the last process was started, by the clock of the ledger. */
  readonly lastStart: number
  readonly said: string
}

const MOST_RESUMES = 4

type Manner = Pick<Orders, 'weakness' | 'settleMs'>

/** Kills as told, then resumes to the end. Sandbox and folder are this schedule's own. */
export async function runSchedule(child: string, schedule: Schedule, manner: Manner = { weakness: null, settleMs: SETTLE_MS }): Promise<Aftermath> {
  const sandbox = await startSandbox({ uniqueAccountNumbers: false, uniqueSiteReferences: false, faults: schedule.faults })
  const folder = mkdtempSync(join(tmpdir(), 'onboarder-kill-'))
  try {
    const orders = { url: sandbox.url, folder, customers: CUSTOMERS, writeDeadlineMs: 1_000, requestsPerSecond: 500, lanes: 4, ...manner }
    let kills = 0
    for (const kill of schedule.kills) if ((await live(child, { ...orders, kill })).killed) kills += 1
    let lastStart = 0
    let said = ''
    for (let resumes = 0; resumes < MOST_RESUMES && !said.includes('"finished"'); resumes += 1) {
      lastStart = Date.now()
      ;({ said } = await live(child, { ...orders, kill: null }))
    }
    const journal = must(openJournal(folder))
    const [run] = must(journal.runs())
    const receipts = run === undefined ? [] : must(journal.receipts(run.id))
    journal.close()
    const readLedger = async (): Promise<Ledger> => (await (await fetch(`${sandbox.controlUrl}/ledger`)).json()) as Ledger
    if (schedule.fate === 'late') await lateOnes(schedule.lateMs, readLedger)
    return { schedule, ledger: await readLedger(), receipts, report: readReport(folder), state: run?.state ?? 'none', kills, lastStart, said }
  } finally {
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function live(child: string, orders: Orders & { readonly kill: Kill | null }): Promise<{ readonly killed: boolean; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, JSON.stringify(orders)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [process_.stdout, process_.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()))
    process_.on('error', reject)
    process_.on('close', (code, signal) => {
      if (signal === 'SIGKILL' || code === 0 || code === 3) resolve({ killed: signal === 'SIGKILL', said })
      else reject(new Error(`the program broke down with ${code}: ${said}`))
    })
  })
}

/** Nothing may land any more when the ledger is judged. */
async function lateOnes(lateMs: number, read: () => Promise<Ledger>): Promise<void> {
  const last = (await read()).requests.filter(({ method }) => method === 'POST').at(-1)
  const due = last === undefined ? 0 : Date.parse(String(last['at'])) + lateMs + 50 - Date.now()
  if (due > 0) await new Promise((resolve) => setTimeout(resolve, due))
}

function readReport(folder: string): Report | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report
  } catch {
    // Missing or not whole: the judge says so.
    return null
  }
}
