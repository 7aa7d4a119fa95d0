// Where a run is, as it tells it while it goes on.
import { expect, test } from 'vitest'
import { plan } from './support/plan.ts'
import { connectTo, fast, openBench, run } from './support/run.ts'

test('a run tells where it is: preparing, first customer, sending, clearing up, final look, ended', async () => {
  const bench = await openBench({ latencyMs: 40, faults: [{ endpoint: 'POST /customers', fault: 'drop-not-applied', key: 'C6', attempt: 1, count: 1 }] })
  try {
    const begin = plan(['C1', 'C2', 'C3', 'C4', 'C5', 'C6'].map((customer) => ({ customer })))
    // In one lane the last is sent when nothing else is left: only clearing up after it, and for long, as where a run is is told ten times a second.
    const choice = { pace: { requestsPerSecond: 500, lanes: 1 }, settings: { ...fast, settleMs: 4_000 } }
    const { end, progress } = await run(bench, { begin, ...choice, api: await connectTo(bench, { write: 60_000, read: 60_000 }) })
    expect(end).toEqual({ kind: 'finished' })
    const phases = progress.map(({ phase }) => phase)
    expect(phases.filter((phase, at) => phases[at - 1] !== phase)).toEqual(['preparing', 'first-customer', 'sending', 'clearing-up', 'final-look', 'ended'])
  } finally {
    await bench.close()
  }
})
