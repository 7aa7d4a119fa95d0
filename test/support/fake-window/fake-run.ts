import type { z } from 'zod'
import { ok } from '#core/model/result.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type * as s from '#shared/ipc/schemas.ts'
import { cellsOf } from './fake-data.ts'
import type { FakeOptions } from './fake-engine.ts'

type Progress = z.input<typeof s.RunProgress>
type Bucket = z.output<typeof s.ReportBucket>
const buckets: readonly Bucket[] = ['created', 'existing', 'rejected', 'incomplete', 'unknown', 'not-sent', 'held', 'excluded', 'blank']

/** A run that goes forward by itself, some customers each tick, with a few rejected. */
export function fakeRun(options: FakeOptions): { calls: Omit<Handlers<AppContract['run']>, 'dryRun'>; report: Handlers<AppContract['report']> } {
  const runId = 'run-1' as z.output<typeof s.RunId>
  const total = Math.ceil(options.rows / 2)
  let isGoing = false
  let rate = 10
  let progress: Progress = { runId, state: 'running', total, created: 0, existing: 0, rejected: 0, incomplete: 0, unknown: 0, checking: 0, left: total, ratePerSecond: rate, etaSeconds: total / rate, waiting: null, lastProblems: [] }
  const end = (state: Progress['state']): void => {
    isGoing = false
    progress = { ...progress, state }
    options.send('run.finished', { runId, state, failure: null })
  }
  const tick = (): void => {
    if (!isGoing || progress.state !== 'running') return
    const step = Math.min(progress.left, Math.max(1, Math.round(rate / 5)))
    const rejected = progress.created % 40 > 36 ? 1 : 0
    progress = {
      ...progress, created: progress.created + step - rejected, rejected: progress.rejected + rejected, left: progress.left - step, checking: progress.left > step ? 1 : 0, ratePerSecond: rate, etaSeconds: (progress.left - step) / rate,
      waiting: progress.created % 60 > 50 ? 'The server asked to wait 4 seconds (429). Going on by itself.' : null,
      lastProblems: rejected === 0 ? progress.lastProblems : [`ACC${1000 + progress.created}: the server says “postcode must not be longer than 10 characters”.`, ...progress.lastProblems].slice(0, 5),
    }
    options.send('run.progressed', { ...progress, left: progress.left - progress.checking })
    if (progress.left === 0) end('finished')
  }
  const byBucket = (count: Partial<Record<Bucket, number>>) => Object.fromEntries(buckets.map((bucket) => [bucket, count[bucket] ?? 0])) as Record<Bucket, number>
  const lines = Array.from({ length: Math.min(options.rows, 400) }, (_, index) => {
    const cells = cellsOf(index + 2)
    const bucket: Bucket = index % 37 === 5 ? 'rejected' : index % 13 === 4 ? 'held' : 'created'
    return { row: index + 2, sheet: null, customer: cells[0] ?? null, bucket, reason: bucket === 'created' ? '' : bucket === 'held' ? `Cell L${index + 2}: “${cells[11]}” is not an email address.` : 'The server says “postcode must not be longer than 10 characters”.', customerId: bucket === 'created' ? String(700_100 + index) : null, siteIds: bucket === 'created' ? `S${index + 1} = ${910_000 + index}` : '' }
  })
  const countOf = (bucket: Bucket): number => lines.filter((line) => line.bucket === bucket).length
  return {
    calls: {
      start: () => { isGoing = true; setInterval(tick, 200); return ok({ runId }) },
      pause: () => { progress = { ...progress, state: 'paused' }; options.send('run.progressed', progress); return ok({}) },
      goOn: () => { progress = { ...progress, state: 'running' }; options.send('run.progressed', progress); return ok({}) },
      cancel: () => { end('cancelled'); return ok({}) },
      setPace: ({ requestsPerSecond }) => { rate = requestsPerSecond; return ok({}) },
      progress: () => ok(isGoing ? progress : null),
      list: () => ok({ runs: options.hasRuns ? [
        { runId, startedAt: '2026-11-20T14:12:00Z', file: 'march-customers.xlsx', target: 'Practice server', user: 'practice', state: 'stopped' as const, customers: 240, created: 118, resumable: true },
        { runId, startedAt: '2026-11-18T09:03:00Z', file: 'quayside-hotels.csv', target: 'Practice server', user: 'practice', state: 'finished' as const, customers: 25, created: 25, resumable: false },
      ] : [] }),
      resume: () => { isGoing = true; setInterval(tick, 200); return ok({}) },
    },
    report: {
      read: () => ok({ runId, file: 'spring-onboarding.csv', target: 'Practice server', startedAt: '2026-11-22T17:20:00Z', finishedAt: '2026-11-22T17:24:10Z', rows: lines.length, rowsByBucket: byBucket({ created: countOf('created'), rejected: countOf('rejected'), held: countOf('held') }), customers: byBucket({ created: 180, rejected: 8, held: 12 }), sumsAgree: true }),
      lines: ({ from, count, bucket }) => { const of = lines.filter((line) => bucket === undefined || line.bucket === bucket); return ok({ total: of.length, lines: of.slice(from, from + count) }) },
      save: () => ok({}), template: () => ok({}),
    },
  }
}
