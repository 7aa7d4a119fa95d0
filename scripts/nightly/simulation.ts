// The real engine in a simulated world (test/sim): virtual time, faults, deaths, power loss. One seed is one run; a seed that breaks an
// invariant is named with the command that tells it line by line.
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { bundle } from '../../test/sim/bundle.ts'
import { playInProcesses, tellBad } from '../../test/sim/play-in-process.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '2000' }, processes: { type: 'string', default: String(availableParallelism()) }, trace: { type: 'string' } },
})
const program = await bundle('full')
if (values.trace !== undefined) {
  process.exitCode = spawnSync(process.execPath, [program, '--trace', values.trace], { stdio: 'inherit' }).status ?? 1
} else {
  const played = await playInProcesses(program, { from: Number(values.seed), count: Number(values.count), mostBad: 20 }, Number(values.processes))
  for (const line of tellBad(played)) console.error(line)
  const met = Object.entries(played.met).map(([what, times]) => `${times.toLocaleString('en-GB')} ${what}`).join(', ')
  console.log(`simulation: ${played.played.toLocaleString('en-GB')} schedules, ${played.bad.length} that broke an invariant, ${Math.round(played.cpuMs / 1000)} s of processor time; met: ${met}`)
  process.exitCode = played.bad.length === 0 ? 0 : 1
}
