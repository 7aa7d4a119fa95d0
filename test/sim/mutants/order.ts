// The order of effects, and who knows of them.
import type { Mutant } from './mutant.ts'

export const order: readonly Mutant[] = [
  {
    name: 'blind retry', file: 'src/core/stages/post/next-move.ts', danger: 'What has no answer is sent again.', caughtBy: ['I1', 'I7'],
    seed: 1,
    text: 'return waitOrLook(work, { ...counted, sitesKnown: false, phase }, phase)',
    replacement: `return then({ ...counted, sitesKnown: false, phase: { kind: 'sending', step } }, phase.looks > 9 ? { kind: 'look-up-sites' } : { kind: 'back-off', outcome, attempt: 0 })`,
  },
  {
    name: 'the journal is not synced', file: 'src/node/journal/database.ts', danger: 'After a loss of power nobody knows that it was sent.', caughtBy: ['I1', 'I4', 'I7'],
    seed: 1,
    text: 'PRAGMA synchronous = FULL',
    replacement: 'PRAGMA synchronous = NORMAL',
  },
  {
    name: 'an intent without an outcome is nothing', file: 'src/core/stages/post/unit-state.ts', danger: 'Killed on the wire, it is sent again.', caughtBy: ['I1', 'I7'],
    seed: 64,
    text: 'const open = logged.intents.find(({ outcome }) => isOpen(outcome))',
    replacement: 'const open = logged.intents.find(({ outcome }) => outcome !== null && isOpen(outcome))',
  },
  {
    name: 'an intent of another run is nothing', file: 'src/core/stages/post/unit-state.ts', danger: 'Its request may still be on its way.', caughtBy: ['I1', 'I5', 'I7'],
    seed: 2945,
    text: 'nestedMissing : openElsewhere',
    replacement: 'nestedMissing : false',
  },
  {
    name: 'sites that were refused are sent again after a restart', file: 'src/core/stages/post/unit-state.ts', danger: 'The refusal may have been applied.', caughtBy: ['I1', 'I7'],
    seed: 5_300,
    text: 'sitesKnown: false, failed, notLookedFor',
    replacement: 'sitesKnown: false, failed: {}, notLookedFor',
  },
  {
    name: 'a site that another run sent is nothing', file: 'src/core/stages/post/unit-state.ts', danger: 'Its request may still be on its way.', caughtBy: ['I1', 'I7'],
    seed: 99_811,
    text: ' || logged.openElsewhere.includes(each)',
    replacement: '',
  },
  {
    name: 'a second site without an answer is nothing', file: 'src/core/stages/post/unit-state.ts', danger: 'Its request may still be on its way.', caughtBy: ['I1', 'I7'],
    seed: 9_558_955,
    text: 'isOpenHere(each) || ',
    replacement: '',
  },
  {
    name: 'other bytes than were approved', file: 'src/core/stages/post/send-step.ts', danger: 'What was approved is what is sent.', caughtBy: ['I6'],
    seed: 1,
    text: `return { path: '/customers', body: work.customerBody, expect`,
    replacement: 'return { path: \'/customers\', body: `${work.customerBody} `, expect',
  },
  {
    name: 'a parked customer is forgotten', file: 'src/core/stages/post/execute-run.ts', danger: 'It never gets a receipt.', caughtBy: ['I3', 'I12'],
    seed: 1,
    text: `if (driven.kind === 'parked') floor.parked.add(unit)`,
    replacement: `if (driven.kind === 'parked' && unit.parkedPart > 1) floor.parked.add(unit)`,
  },
  {
    name: 'a parked customer is taken by two lanes', file: 'src/core/stages/post/execute-run.ts', danger: 'Both look, and both send.', caughtBy: ['I1', 'I3', 'I5', 'I7', 'I12'],
    seed: 1,
    text: '    parked.delete(due)\n',
    replacement: '    if (due.parkedPart > 1) parked.delete(due)\n',
  },
  {
    name: 'one attempt', file: 'src/core/stages/post/unit-state.ts', danger: 'What could be created is given up.', caughtBy: ['I3'],
    seed: 16,
    text: 'export const MAX_SENT = 3',
    replacement: 'export const MAX_SENT = 1',
  },
]
