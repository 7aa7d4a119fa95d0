import { expect, test } from 'vitest'
import { ok } from '#core/model/result.ts'
import type { ApprovedUnit, Journal, RunSummary } from '#core/ports-journal.ts'
import type { CustomerApproval } from '../prepare/prepared-file.ts'
import type { Target } from '../target/target.ts'
import { compareWithLast } from './compare-with-last.ts'
import type { RunsBefore } from './earlier-imports.ts'

const run = (id: string, more: Partial<RunSummary> = {}): RunSummary => ({ id, practice: false, baseUrl: 'https://a', brand: 'b', fileName: 'may.csv', fileSha256: 'sum', ...more }) as RunSummary
const before = (runs: readonly RunSummary[], approved: Readonly<Record<string, readonly ApprovedUnit[]>>): RunsBefore =>
  ({ runs, journal: { approved: (id: string) => ok(approved[id] ?? []) } as unknown as Journal })
const live = { kind: 'live', api: { baseUrl: 'https://a', brand: 'b' } } as unknown as Target
const ready = (key: string, requestsHash: string): CustomerApproval => ({ key, bucket: 'ready', requestsHash })
const may = { file: 'may.csv', sha256: 'other' }

test('every customer of the file and of the run is in one part', () => {
  const approved = [{ customer: 'A', requestsHash: '1' }, { customer: 'B', requestsHash: '2' }, { customer: 'C', requestsHash: '3' }, { customer: 'D', requestsHash: null }, { customer: 'E', requestsHash: '5' }]
  const customers: readonly CustomerApproval[] = [ready('A', '1'), ready('B', 'other'), { key: 'C', bucket: 'held', requestsHash: null }, ready('D', '4'), ready('F', '6')]
  expect(compareWithLast(before([run('r')], { r: approved }), may, { target: live, customers }))
    .toMatchObject({ ok: true, value: { run: { id: 'r' }, added: ['F'], changed: ['B'], gone: ['E'], same: 1, uncompared: 2 } })
})

test('the newest import of the same name or content to the same server counts, and no other', () => {
  const runs = [
    run('elsewhere', { baseUrl: 'https://z' }), run('brand', { brand: 'z' }), run('practice', { practice: true }), run('another', { fileName: 'june.csv' }),
    run('renamed', { fileName: 'copy of may.csv', fileSha256: 'other' }), run('older'),
  ]
  const compared = (file: typeof may, target = live) => {
    const found = compareWithLast(before(runs, {}), file, { target, customers: [] })
    return found.ok ? (found.value?.run.id ?? null) : found
  }
  expect(compared(may)).toBe('renamed')
  expect(compared({ file: 'may.csv', sha256: '-' })).toBe('older')
  expect(compared({ file: 'april.csv', sha256: '-' })).toBe(null)
  // Each start of the practice server has an address of its own.
  expect(compared(may, { kind: 'practice', api: { baseUrl: 'http://127.0.0.1:1', brand: 'x' } } as unknown as Target)).toBe('practice')
})
