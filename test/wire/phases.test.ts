// Where a run is, as it tells it while it goes on.
import { expect, test } from 'vitest'
import { plan } from './support/plan.ts'
import { openBench, run } from './support/run.ts'

test('a run tells where it is: preparing, first customer, sending, clearing up, final look, ended', async () => {
  const bench = await openBench({ latencyMs: 40, faults: [{ endpoint: 'POST /customers', fault: 'drop-not-applied', key: 'C6', attempt: 1, count: 1 }] })
  try {
    const { end, progress } = await run(bench, { begin: plan(['C1', 'C2', 'C3', 'C4', 'C5', 'C6'].map((customer) => ({ customer }))) })
    expect(end).toEqual({ kind: 'finished' })
    const phases = progress.map(({ phase }) => phase)
    expect(phases.filter((phase, at) => phases[at - 1] !== phase)).toEqual(['preparing', 'first-customer', 'sending', 'clearing-up', 'final-look', 'ended'])
  } finally {
    await bench.close()
  }
})
