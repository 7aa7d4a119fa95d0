// Runs one of the test projects and counts what really ran. A run counts as good only when something ran, all of it passed
// and nothing was left out: a skipped test is a hole nobody sees.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { root, run, tool } from './command.mjs'

export async function runTests(project, { env = process.env } = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'onboarder-tests-'))
  const report = path.join(folder, 'report.json')
  try {
    const command = tool('vitest/vitest.mjs', 'run', '--project', project, '--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`)
    const { code, seconds } = await run(command, { env })
    return judge({ project, code, seconds, ...(await count(report)) })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
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
