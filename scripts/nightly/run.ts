// npm run nightly: what takes too long for every test run. One script after the other, each in a process of its own; all run,
// whatever fails. `npm run nightly -- fuzz-csv` runs one of them. A script takes `--count` and `--seed`, prints what failed with
// the seed that shows it again, and ends with 1 then.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** The list: name of a script in this folder, and how many inputs a night has time for. */
const scripts = [
  { name: 'fuzz-csv', count: 1_000_000 },
  { name: 'simulation', count: 5_000_000 },
  { name: 'fuzz-xlsx', count: 100_000 },
  { name: 'fuzz-answers', count: 5_000_000 },
  { name: 'kills', count: 20_000 },
  { name: 'trace', count: 20_000 },
  { name: 'disk', count: 40 },
  { name: 'fate-pairs', count: 60_652 },
] as const

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !scripts.some((script) => script.name === name))
if (unknown.length > 0) {
  console.error(`No nightly script is called ${unknown.join(', ')}. There are: ${scripts.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}

const seed = String(Math.floor(Date.now() / 86_400_000))
const failed: string[] = []
for (const { name, count } of scripts.filter((script) => wanted.length === 0 || wanted.includes(script.name))) {
  const file = path.join(import.meta.dirname, `${name}.ts`)
  if (!existsSync(file)) throw new Error(`${file} is missing`)
  console.log(`${name}: ${count.toLocaleString('en-GB')} inputs from seed ${seed}`)
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', file, '--count', String(count), '--seed', seed], { stdio: 'inherit' })
  if (status !== 0) failed.push(name)
}
console.log(failed.length === 0 ? 'All nightly scripts passed' : `Failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
