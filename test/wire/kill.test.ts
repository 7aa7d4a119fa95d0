import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { meta, plan, type Wanted } from './support/plan.ts'
import { type Bench, must, openBench, run } from './support/run.ts'
import { openJournal } from '#node/journal/open-journal.ts'

const child = fileURLToPath(new URL('./support/run-child.ts', import.meta.url))

/** Kills the run when it has told so many created customers and a little later; answers how many it told. */
function runAndKill(bench: Bench, id: string, { after, laterMs }: { readonly after: number; readonly laterMs: number }): Promise<string> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, ['--import', 'tsx', child, bench.sandbox.url, bench.folder, id], { stdio: ['ignore', 'pipe', 'pipe'] })
    let told = ''
    let trouble = ''
    process_.stderr.on('data', (data: Buffer) => (trouble += data.toString()))
    process_.stdout.on('data', (data: Buffer) => {
      told += data.toString()
      if (Number(told.trim().split('\n').at(-1)) >= after) setTimeout(() => process_.kill('SIGKILL'), laterMs)
    })
    process_.on('error', reject)
    process_.on('exit', (_code, signal) => (signal === 'SIGKILL' ? resolve(told) : reject(new Error(`ended by itself: ${told} ${trouble}`))))
  })
}

test('a run killed half way, twice, is resumed to its end: every customer and site once', async () => {
  const bench = await openBench({ uniqueAccountNumbers: false, uniqueSiteReferences: false, latencyMs: 15 })
  const wanted: readonly Wanted[] = Array.from({ length: 60 }, (_, index) => ({ customer: `ACC${index}`, dependent: [['Depot', 'HQ']] }))
  await bench.control('/faults', [
    { endpoint: 'POST /customers', fault: 'drop-applied', skip: 7, count: 2 },
    { endpoint: 'POST /sites', fault: 'error-not-applied', skip: 9, count: 2 },
  ])
  const journal = must(openJournal(bench.folder))
  const { id } = must(journal.createRun(plan(wanted), { ...meta, pace: { requestsPerSecond: 200, lanes: 4 }, baseUrl: bench.sandbox.url }))
  await runAndKill(bench, id, { after: 8, laterMs: 3 })
  await runAndKill(bench, id, { after: 30, laterMs: 17 })
  expect(must(journal.run(id)).state).toBe('open')
  const before = must(journal.receipts(id))
  expect(before.filter(({ outcome }) => outcome === 'created').length).toBeGreaterThanOrEqual(30)
  expect(before.filter(({ outcome }) => outcome === 'not-sent').length).toBeGreaterThan(0)
  journal.close()

  const ended = await run(bench, { begin: id })
  expect(ended.end).toEqual({ kind: 'finished' })
  expect(ended.receipts.map(({ outcome }) => outcome)).toEqual(wanted.map(() => 'created'))
  const { customers } = await bench.ledger()
  const there = customers.filter(({ customerAccountNumber }) => customerAccountNumber.startsWith('ACC'))
  expect(there).toHaveLength(60)
  for (const { sites } of there) expect(sites.map(({ siteReference }) => siteReference)).toEqual(['HQ', 'Depot'])
  await bench.close()
}, 60_000)
