import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportDocument } from '#core/stages/report/index.ts'
import type { UnitReceipt } from '#core/model/receipt.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { gatherText } from '../support/gather-text.ts'
import { must } from '../wire/support/run.ts'
import type { Orders } from './child/orders.ts'

/** How a run ended after its resumes, as far as this machine knows. */
export interface Ending {
  readonly receipts: readonly UnitReceipt[]
  readonly report: ReportDocument | null
  readonly state: string
  /** When the last process was started, by the clock of the ledger. */
  readonly lastStart: number
  readonly said: string
}

const MOST_RESUMES = 4

/** `env`: besides this process's own. */
export async function resumeToEnd(child: string, orders: Orders, env: NodeJS.ProcessEnv = {}): Promise<Ending> {
  let lastStart = 0
  let said = ''
  for (let resumes = 0; resumes < MOST_RESUMES && !said.includes('"finished"'); resumes += 1) {
    lastStart = Date.now()
    ;({ said } = await live(child, { ...orders, kill: null }, env))
  }
  return { ...readEnding(orders.folder), lastStart, said }
}

/** What the journal and the report of a folder say. */
export function readEnding(folder: string): Pick<Ending, 'receipts' | 'report' | 'state'> {
  const journal = must(openJournal(folder))
  const [run] = must(journal.runs())
  const receipts = run === undefined ? [] : must(journal.receipts(run.id))
  journal.close()
  return { receipts, report: readReport(folder), state: run?.state ?? 'none' }
}

/** One process from birth to death. */
export function live(child: string, orders: Orders, env: NodeJS.ProcessEnv = {}): Promise<{ readonly killed: boolean; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, JSON.stringify(orders)], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
    const said = gatherText(process_.stdout, process_.stderr)
    process_.on('error', reject)
    process_.on('close', (code, signal) => {
      if (signal === 'SIGKILL' || code === 0 || code === 3) resolve({ killed: signal === 'SIGKILL', said: said() })
      else reject(new Error(`the program broke down with ${code}: ${said()}`))
    })
  })
}

function readReport(folder: string): ReportDocument | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as ReportDocument
  } catch {
    // Missing or not whole: the judge says so.
    return null
  }
}
