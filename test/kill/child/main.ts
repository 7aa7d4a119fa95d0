// The program that is killed: begins or resumes the run of its folder and writes the report, with the real journal, client and
// clock. `node main.js <orders as JSON>`. Its last line says how it ended.
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Result } from '#core/model/result.ts'
import type { Journal } from '#core/ports-journal.ts'
import { executeRun, type PostProgress } from '#core/stages/post/index.ts'
import { reportOf } from '#engine/runs/run-report.ts'
import { systemClock } from '#node/clock.ts'
import { newHash } from '#node/hash.ts'
import { connect } from '#node/http/connect.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { writeReport } from '#node/report-files.ts'
import { peakKilobytes } from '../../../bench/measure.ts'
import { reportSource, wantedUnits } from '../wanted.ts'
import { createKiller, type Killer } from './killer.ts'
import type { Orders } from './orders.ts'
import { tapDisk } from './tap-disk.ts'
import { tapLog, withLateIntent } from './tap-log.ts'
import { tapApi } from './tap-wire.ts'

const orders = JSON.parse(process.argv[2] ?? '') as Orders
const killer = createKiller(orders.kill)
const disk = tapDisk(killer, orders.weakness)

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function must<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  say({ kind: 'stopped', failure: result.failure })
  process.exit(3)
}

function openOurs(): Journal {
  disk.opening = true
  const journal = must(openJournal(orders.folder))
  disk.opening = false
  killer.pass('opened-journal')
  return journal
}

/** The only run there is, or a new one. */
function findRun(journal: Journal, given: { readonly baseUrl: string; readonly killer: Killer }): string {
  const [run] = must(journal.runs())
  if (run !== undefined) return run.id
  const { customers, requestsPerSecond, lanes } = orders
  const counts = { createCustomer: customers, createSite: 0, customers, sites: 0, contacts: 0 }
  const units = wantedUnits(customers, () => killer.pass('freezing'))
  const { id } = must(disk.during('freezing-commit', undefined, () => journal.createRun({ hash: 'kill', units, counts }, {
    fileName: 'kill.csv', fileSha256: 'x', baseUrl: given.baseUrl, brand: 'practice', username: 'operator', practice: true,
    pace: { requestsPerSecond, lanes }, reportSource: reportSource(customers),
  })))
  killer.pass('frozen')
  return id
}

let told = 0
function tellMemory({ phase, total, left, audited }: PostProgress): void {
  const ended = total - left + audited
  if (orders.tellEvery === 0 || ended < told + orders.tellEvery) return
  told = ended
  // What is still needed, not what has not been collected yet.
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const { rss, heapUsed, external } = process.memoryUsage()
  say({ kind: 'memory', phase, ended, rss: rss / 1024 ** 2, used: (heapUsed + external) / 1024 ** 2 })
}

const journal = openOurs()
const api = must(await connect({
  brand: 'practice', username: 'operator', password: 'practice', baseUrl: orders.url, deadlineMs: { write: orders.writeDeadlineMs, read: 2_000 },
}))
const id = findRun(journal, { baseUrl: api.baseUrl, killer })
let end: object = { kind: 'finished' }
if (must(journal.run(id)).state !== 'finished') {
  const log = must(journal.hold(id))
  killer.pass('held')
  const tapped = tapLog(orders.weakness === 'late-intent' ? withLateIntent(log) : log, killer, disk)
  const isAuditing = (): boolean => {
    if (orders.kill?.point !== 'auditing' && orders.kill?.point !== 'audited') return false
    const left = log.pending()
    return left.ok && left.value.length === 0
  }
  end = await executeRun({
    log: tapped, api: tapApi(api, killer, isAuditing), clock: systemClock, random: Math.random, newHash,
    settings: { settleMs: orders.settleMs, networkPatienceMs: 5_000, troublePatienceMs: 60_000 }, onProgress: tellMemory,
  }).done
  log.release()
}
if ('kind' in end && end.kind === 'finished') {
  const report = must(reportOf(journal, id))
  must(await writeReport(report, join(orders.folder, 'report.json')))
  killer.pass('reported')
}
journal.close()
api.close()
if (orders.tellEvery > 0) {
  const { user, system } = process.cpuUsage()
  say({ kind: 'spent', cpuMs: (user + system) / 1000, peakMegabytes: peakKilobytes() / 1024 })
}
say(end)
process.exitCode = 'kind' in end && end.kind === 'finished' ? 0 : 3
