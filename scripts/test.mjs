// npm test: everything. It ends with what failed, once more, and the counts; its last line is the count over all test runs.
// The exit code is 0 only when every check and every test passed, every run had tests in it and none was skipped.
import { checkCode } from './check.mjs'
import { build, main, Mendable } from './command.mjs'
import { runEndToEnd } from './e2e.mjs'
import { recap } from './recap.mjs'
import { runTests } from './vitest.mjs'

await main(import.meta, async () => {
  const broken = await checkCode()
  const problems = broken.map(({ name }) => name)
  const runs = [await attempt('unit', () => runTests('unit'))]
  const built = await build({ output: 'keep' })
  if (built.text !== '') console.log(built.text)
  if (built.code === 0) {
    runs.push(await attempt('integration', () => runTests('integration')))
    runs.push(await attempt('e2e', () => runEndToEnd()))
  } else {
    broken.push({ name: 'build', text: built.text })
    problems.push('build (so the integration and end-to-end tests could not run)')
  }

  const told = recap([...broken, ...runs.flatMap((run) => run.broken)])
  if (told !== '') console.log(told)
  for (const run of runs) {
    console.log(`${run.project} tests: ${run.passed} passed, ${run.failed} failed, ${run.skipped} skipped`)
    if (run.problems.length > 0) problems.push(`${run.project} tests (${run.problems.join(', ')})`)
  }
  if (problems.length > 0) console.log(`Failed: ${problems.join('; ')}`)
  const total = (key) => runs.reduce((sum, run) => sum + run[key], 0)
  console.log(`${total('passed')} passed, ${total('failed')} failed`)
  return problems.length === 0 ? 0 : 1
})

/** A run that cannot even start (no runtime, no display) is a failed run, and the last line still comes last. */
async function attempt(project, job) {
  try {
    return await job()
  } catch (error) {
    const text = error instanceof Mendable ? error.message : String(error?.stack ?? error)
    console.log(text)
    return { project, passed: 0, failed: 0, skipped: 0, problems: ['could not start, see above'], broken: [{ name: `start of the ${project} tests`, text }] }
  }
}
