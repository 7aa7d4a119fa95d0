// npm run check: everything that can be said about the code without building it. All of it runs, whatever fails.
import { main, run, tool } from './command.mjs'
import { recap } from './recap.mjs'
import { runTests } from './vitest.mjs'

const types = (config) => tool('typescript/bin/tsc', '-p', `tsconfig.${config}.json`)

const checks = [
  ['types of the core', types('core')],
  ['types of the Node side', types('node')],
  ['types of the window', types('web')],
  ['lint', tool('oxlint/bin/oxlint', '--type-aware')],
  ['layers', tool('dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--config', '.dependency-cruiser.mjs')],
  ['dead code', tool('knip/bin/knip.js')],
]

/** Runs the checks, a line each, and gives those that failed with what they said. */
export async function checkCode() {
  const waiting = [...checks]
  const failed = []
  // Two at a time: the runners of this project have two cores, and the compiler uses one.
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, command] = next
      const { code, text, seconds } = await run(command, { output: 'keep' })
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(24)} ${seconds.toFixed(1)} s`)
      if (code === 0) continue
      failed.push({ name, text })
      console.log(`${text.trim()}\n`)
    }
  }
  await Promise.all([worker(), worker()])
  return failed
}

await main(import.meta, async () => {
  const started = performance.now()
  const broken = await checkCode()
  const failed = broken.map(({ name }) => name)
  const unit = await runTests('unit')
  if (unit.problems.length > 0) failed.push(`unit tests (${unit.problems.join(', ')})`)
  const told = recap([...broken, ...unit.broken])
  if (told !== '') console.log(told)
  console.log(`${failed.length === 0 ? 'All checks passed' : `Failed: ${failed.join(', ')}`}, ${((performance.now() - started) / 1000).toFixed(0)} s in all`)
  return failed.length === 0 ? 0 : 1
})
