// What a look proves, taken too lightly.
import type { Mutant } from './mutant.ts'

export const looks: readonly Mutant[] = [
  {
    name: 'no settle window', file: 'src/core/stages/post/unit-state.ts', danger: 'The request may land after the look.', caughtBy: ['I1', 'I7'],
    seed: 1,
    text: '[0.125, 0.5, 1] as const',
    replacement: '[0, 0, 0] as const',
  },
  {
    name: 'a settle window that is too short', file: 'src/core/stages/post/unit-state.ts', danger: 'The same.', caughtBy: ['I1', 'I7'],
    seed: 3,
    text: '[0.125, 0.5, 1] as const',
    replacement: '[0.05, 0.1, 0.2] as const',
  },
  {
    name: 'one look', file: 'src/core/stages/post/unit-state.ts', danger: 'One stale read proves nothing.', caughtBy: ['I1', 'I7'],
    seed: 3,
    text: 'export const LAST_LOOK = settleParts.length',
    replacement: 'export const LAST_LOOK = 1',
  },
  {
    name: 'the settle window goes on after a restart', file: 'src/core/stages/post/live-unit.ts', danger: 'Nobody knows when the request of the process before was sent.', caughtBy: ['I1', 'I7'],
    seed: 1,
    text: 'settleFrom: job.startedAt,',
    replacement: 'settleFrom: job.startedAt - 3_600_000,',
  },
  {
    name: 'the settle window counts from the start of the run', file: 'src/core/stages/post/drive-unit.ts', danger: 'It is over before it begins.', caughtBy: ['I1', 'I7'],
    seed: 16,
    text: 'if (mayHaveArrived(outcome)) unit.settleFrom = job.clock.now()',
    replacement: `if (outcome.kind === 'critical') unit.settleFrom = job.clock.now()`,
  },
  {
    name: 'the settle window of a refusal counts from the request before', file: 'src/core/stages/post/drive-unit.ts', danger: 'It is over before it begins, and the refusal may have been applied.', caughtBy: ['I1', 'I7'],
    seed: 163_276,
    text: `kind === 'accepted' || kind === 'rejected' ||`,
    replacement: `kind === 'accepted' ||`,
  },
  {
    name: 'page two is not read', file: 'src/core/stages/post/reader.ts', danger: 'The customer may stand on it.', caughtBy: ['I1', 'I2', 'I3', 'I7', 'I8'],
    seed: 8,
    text: '    take(page.value)\n',
    replacement: '    take(page.value)\n    return ok(true)\n',
  },
  {
    name: 'a customer that is nearly the same is the same', file: 'src/core/stages/post/look-up.ts', danger: 'Another customer is taken for it, and it is lost.', caughtBy: ['I2', 'I3', 'I8'],
    seed: 54,
    text: 'return seen.customer === sought.customer &&',
    replacement: 'return coarseKey(seen.customer) === coarseKey(sought.customer) &&',
  },
  {
    name: 'no look before the first request', file: 'src/core/stages/post/next-move.ts', danger: 'It may be there already.', caughtBy: ['I1'],
    seed: 10,
    text: `case 'checking': return then(state, { kind: 'look-up-customer' })`,
    replacement: `case 'checking': return then({ ...state, phase: { kind: 'sending', step: work.customerStep } }, { kind: 'send', step: work.customerStep })`,
  },
  {
    name: 'no calibration, and absence is believed', file: 'src/core/stages/post/look-up.ts', danger: 'An empty server proves nothing about its filter.', caughtBy: ['I1', 'I7'],
    seed: 4287,
    text: `asked.value.kind !== 'customer-absent' || reader.oracle.findsByKey`,
    replacement: `asked.value.kind !== 'customer-absent' || reader.oracle.findsByKey !== undefined`,
  },
  {
    name: 'the first one is not read back', file: 'src/core/stages/post/drive-unit.ts', danger: 'A server that confirms something else is believed for every customer.', caughtBy: ['canary', 'I3', 'I8'],
    seed: 209,
    text: 'const wrong = await readBack(job, unit)',
    replacement: 'const wrong = await readBack(job, unit).then(() => ({ ok: true as const, value: null as string | null }))',
  },
  {
    name: 'what was found is not ours', file: 'src/core/stages/post/next-move.ts', danger: 'What this run created would be reported as there before.', caughtBy: ['I3', 'I8'],
    seed: 1,
    text: '  if (!isOurs(work, state)) {',
    replacement: `  if (state.phase.kind !== 'listing') {`,
  },
  {
    name: 'a read that lags ends the run', file: 'src/core/stages/post/reader.ts', danger: 'Each start of it ends the same way.', caughtBy: ['I12'],
    seed: 58_388,
    text: 'reader.settleMs() === 0',
    replacement: 'reader.settleMs() >= 0',
  },
  {
    name: 'no final look', file: 'src/core/stages/post/execute-run.ts', danger: 'Doubles that others made are never told.', caughtBy: ['I2', 'I8'],
    seed: 88,
    text: 'const audit = await auditRun(job)',
    replacement: 'const audit = { ok: true as const, value: { customers: 0, doubles: 0, missing: 0, listUnread: null } }',
  },
]
