// The program that is killed: begins or resumes the run of its folder and writes the report, with the real journal, client and
// clock. `node main.js <orders as JSON>`. Its last line says how it ended.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { PostProgress } from '#core/stages/post/index.ts'
import { peakKilobytes } from '../../../bench/measure.ts'
import { importOnce } from './import-once.ts'
import { createKiller } from './killer.ts'
import type { Orders } from './orders.ts'
import { tapDisk } from './tap-disk.ts'

const orders = JSON.parse(process.argv[2] ?? '') as Orders
const killer = createKiller(orders.kill)
const disk = tapDisk(killer, orders.weakness)

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
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

const end = await importOnce({ orders, killer, disk, onProgress: tellMemory })
if (orders.tellEvery > 0) {
  const { user, system } = process.cpuUsage()
  say({ kind: 'spent', cpuMs: (user + system) / 1000, peakMegabytes: peakKilobytes() / 1024 })
}
say(end)
process.exitCode = end.kind === 'finished' ? 0 : 3
