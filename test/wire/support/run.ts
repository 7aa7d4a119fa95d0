// A real run against a real sandbox: journal on disk, client over HTTP, the system's clock.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from '#core/model/plan.ts'
import type { UnitReceipt } from '#core/model/receipt.ts'
import type { Result } from '#core/model/result.ts'
import type { Api, Clock, Random } from '#core/ports.ts'
import { executeRun, type Execution, type PostEnd, type PostProgress, type PostSettings } from '#core/stages/post/index.ts'
import { systemClock } from '#node/clock.ts'
import { newHash } from '#node/hash.ts'
import { connect } from '#node/http/connect.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { type Sandbox, startSandbox } from '#sandbox/server.ts'
import { meta } from './plan.ts'

export const fast: PostSettings = { settleMs: 300, networkPatienceMs: 1_500, troublePatienceMs: 20_000 }
export const credentials = { brand: 'practice', username: 'operator', password: 'practice' } as const

export function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}

export interface Bench {
  readonly sandbox: Sandbox
  readonly folder: string
  control(path: string, body?: object): Promise<unknown>
  ledger(): Promise<Ledger>
  close(): Promise<void>
}

export interface Ledger {
  readonly requests: readonly { readonly method: string; readonly path: string; readonly status: number | null; readonly [more: string]: unknown }[]
  readonly customers: readonly { readonly customerAccountNumber: string; readonly sites: readonly { readonly siteReference: string; readonly siteIdReceivingInvoice?: number }[] }[]
  readonly countsByAccountNumber: Readonly<Record<string, number>>
}

/** `within`: the folder that holds the journal's. */
export async function openBench(options: Parameters<typeof startSandbox>[0] = {}, within = tmpdir()): Promise<Bench> {
  const sandbox = await startSandbox(options)
  const folder = mkdtempSync(join(within, 'onboarder-wire-'))
  const control = async (path: string, body?: object): Promise<unknown> => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const answer = await fetch(`${sandbox.controlUrl}${path}`, init)
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json()
  }
  return {
    sandbox, folder, control,
    ledger: async () => (await control('/ledger')) as Ledger,
    async close() {
      await sandbox.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function connectTo(bench: Bench, deadlineMs = { write: 400, read: 2_000 }): Promise<Api> {
  return must(await connect({ ...credentials, baseUrl: bench.sandbox.url, deadlineMs }))
}

export interface Ended {
  readonly id: string
  readonly end: PostEnd
  readonly receipts: readonly UnitReceipt[]
  readonly progress: readonly PostProgress[]
}

export interface RunChoice {
  /** A plan to begin, or the id of a run to go on with. */
  readonly begin: Plan | string
  readonly settings?: PostSettings
  readonly pace?: { readonly requestsPerSecond: number; readonly lanes: number }
  readonly during?: (execution: Execution, progress: PostProgress) => void
  readonly api?: Api
  readonly clock?: Clock
  readonly random?: Random
}

export async function run(bench: Bench, { begin, settings = fast, pace = meta.pace, during, api, clock = systemClock, random = Math.random }: RunChoice): Promise<Ended> {
  const journal = must(openJournal(bench.folder))
  const client = api ?? (await connectTo(bench))
  const id = typeof begin === 'string' ? begin : must(journal.createRun(begin, { ...meta, pace, baseUrl: client.baseUrl })).id
  const log = must(journal.hold(id))
  const progress: PostProgress[] = []
  const execution: Execution = executeRun({
    log, api: client, clock, random, newHash, settings,
    onProgress: (event) => {
      progress.push(event)
      during?.(execution, event)
    },
  })
  const end = await execution.done
  log.release()
  const receipts = must(journal.receipts(id))
  client.close()
  journal.close()
  return { id, end, receipts, progress }
}
