// The real engine in a simulated world (test/sim): virtual time, faults, deaths, power loss. One seed is one run; a seed that breaks an
// invariant is named with the command that tells it line by line.
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { bundle } from '../../test/sim/bundle.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '2000' }, trace: { type: 'string' } } })
const program = await bundle('full')
const wanted = values.trace === undefined ? [values.seed, values.count, '20'] : ['--trace', values.trace]
const { status, stdout } = spawnSync(process.execPath, [program, ...wanted], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 2 ** 30 })
if (values.trace !== undefined) console.log(stdout)
else {
  const { played, bad, deaths, cpuMs } = JSON.parse(stdout) as { played: number; bad: { seed: number; violations: { invariant: string; what: string }[] }[]; deaths: number; cpuMs: number }
  for (const { seed, violations } of bad) console.error(`seed ${seed}: ${violations.map(({ invariant, what }) => `${invariant} ${what}`).join('; ')}\n  again, line by line: tsx scripts/nightly/simulation.ts --trace ${seed}`)
  console.log(`simulation: ${played.toLocaleString('en-GB')} schedules, ${deaths.toLocaleString('en-GB')} deaths, ${bad.length} that broke an invariant, ${Math.round(cpuMs / 1000)} s of processor time`)
}
process.exitCode = status !== 0 || (values.trace === undefined && !stdout.includes('"bad":[]')) ? 1 : 0
