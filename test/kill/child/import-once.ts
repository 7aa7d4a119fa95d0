// One life of an import: begins or resumes the run of its folder, and writes the report when it has ended.
import { join } from 'node:path'
import type { Failure, Result } from '#core/model/result.ts'
import type { Journal } from '#core/ports-journal.ts'
import { executeRun, type PostEnd, type PostProgress } from '#core/stages/post/index.ts'
import { reportOf } from '#engine/runs/run-report.ts'
import { systemClock } from '#node/clock.ts'
import { newHash } from '#node/hash.ts'
import { connect } from '#node/http/connect.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { writeReport } from '#node/report-files.ts'
import { reportSource, wantedUnits } from '../wanted.ts'
import type { Killer } from './killer.ts'
import type { Orders } from './orders.ts'
import type { Inside } from './tap-disk.ts'
import { tapLog, withLateIntent } from './tap-log.ts'
import { tapApi } from './tap-wire.ts'

export interface Life {
  readonly orders: Orders
  readonly killer: Killer
  readonly disk: Inside & { opening: boolean }
  readonly onProgress: (progress: PostProgress) => void
}

class Stopped extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message)
  }
}

function must<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Stopped(result.failure)
}

/** Rejects for a bug only. */
export async function importOnce(life: Life): Promise<PostEnd> {
  const { orders, killer, disk } = life
  const toClose: { close(): void }[] = []
  try {
    disk.opening = true
    const journal = must(openJournal(orders.folder))
    toClose.push(journal)
    disk.opening = false
    killer.pass('opened-journal')
    const api = must(await connect({
      brand: 'practice', username: 'operator', password: 'practice', baseUrl: orders.url, deadlineMs: { write: orders.writeDeadlineMs, read: 2_000 },
    }))
    toClose.push(api)
    const id = findRun(journal, api.baseUrl, life)
    const end = must(journal.run(id)).state === 'finished' ? { kind: 'finished' as const } : await send(journal, { id, api }, life)
    if (end.kind === 'finished') {
      must(await writeReport(must(reportOf(journal, id)), join(orders.folder, 'report.json')))
      killer.pass('reported')
    }
    return end
  } catch (error) {
    if (error instanceof Stopped) return { kind: 'stopped', failure: error.failure }
    throw error
  } finally {
    for (const each of toClose) each.close()
  }
}

/** The only run there is, or a new one. */
function findRun(journal: Journal, baseUrl: string, { orders: { customers, requestsPerSecond, lanes }, killer, disk }: Life): string {
  const [run] = must(journal.runs())
  if (run !== undefined) return run.id
  const counts = { createCustomer: customers, createSite: 0, customers, sites: 0, contacts: 0 }
  const units = wantedUnits(customers, () => killer.pass('freezing'))
  const { id } = must(disk.during('freezing-commit', undefined, () => journal.createRun({ hash: 'kill', units, counts }, {
    fileName: 'kill.csv', fileSha256: 'x', baseUrl, brand: 'practice', username: 'operator', practice: true,
    pace: { requestsPerSecond, lanes }, reportSource: reportSource(customers),
  })))
  killer.pass('frozen')
  return id
}

async function send(journal: Journal, { id, api }: { readonly id: string; readonly api: Parameters<typeof tapApi>[0] }, { orders, killer, disk, onProgress }: Life): Promise<PostEnd> {
  const log = must(journal.hold(id))
  try {
    killer.pass('held')
    const tapped = tapLog(orders.weakness === 'late-intent' ? withLateIntent(log) : log, killer, disk)
    const isAuditing = (): boolean => {
      if (orders.kill?.point !== 'auditing' && orders.kill?.point !== 'audited') return false
      const left = log.pending()
      return left.ok && left.value.length === 0
    }
    return await executeRun({
      log: tapped, api: tapApi(api, killer, isAuditing), clock: orders.weakness === 'wall-clock' ? { ...systemClock, now: () => Date.now() } : systemClock, random: Math.random, newHash,
      settings: { settleMs: orders.settleMs, networkPatienceMs: 5_000, troublePatienceMs: 60_000 }, onProgress,
    }).done
  } finally {
    log.release()
  }
}
