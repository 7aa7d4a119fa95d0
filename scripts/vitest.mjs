// Runs one of the test projects and counts what really ran. A run counts as good only when something ran, all of it passed
// and nothing was left out: a skipped test is a hole nobody sees.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { root, run, tool } from './command.mjs'

export async function runTests(project, { env = process.env } = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'onboarder-tests-'))
  const [report, loose] = ['report.json', 'loose-errors.json'].map((name) => path.join(folder, name))
  const reporters = ['default', 'json', path.join(import.meta.dirname, 'loose-errors.mjs')].flatMap((reporter) => ['--reporter', reporter])
  try {
    const command = tool('vitest/vitest.mjs', 'run', '--project', project, ...reporters, `--outputFile.json=${report}`)
    const { code, seconds } = await run(command, { env: { ...env, ONBOARDER_LOOSE_ERRORS: loose } })
    const { broken, ...totals } = await count(report)
    return judge({ project, code, seconds, ...totals, broken: [...broken, ...(await looseErrors(loose, project))] })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function looseErrors(file, project) {
  const content = await readFile(file, 'utf8').catch(() => '[]')
  return JSON.parse(content).map((text) => ({ name: `${project} tests, outside of any test`, text }))
}

async function count(report) {
  const totals = { passed: 0, failed: 0, skipped: 0, broken: [] }
  const content = await readFile(report, 'utf8').catch(() => undefined)
  // No report: the runner itself broke down, which its exit code says.
  if (content === undefined) return totals
  for (const file of JSON.parse(content).testResults) {
    const name = path.relative(root, file.name)
    for (const { status, ancestorTitles, title, failureMessages } of file.assertionResults) {
      const end = status === 'passed' || status === 'failed' ? status : 'skipped'
      totals[end]++
      const text = end === 'skipped' ? 'It was skipped.' : failureMessages.join('\n')
      if (end !== 'passed') totals.broken.push({ name: [name, ...ancestorTitles, title].filter((part) => part !== '').join(' > '), text })
    }
    // A file that cannot even be loaded holds no failed test, yet it is a failure.
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) {
      totals.failed++
      totals.broken.push({ name, text: file.message || 'What stands around its tests failed: see above.' })
    }
  }
  return totals
}

function judge(result) {
  const problems = []
  if (result.failed > 0) problems.push(`${result.failed} failed`)
  if (result.skipped > 0) problems.push(`${result.skipped} skipped`)
  if (result.passed + result.failed === 0) problems.push('no test ran')
  if (result.code !== 0 && problems.length === 0) problems.push(`the runner ended with code ${result.code}`)
  return { ...result, problems }
}
