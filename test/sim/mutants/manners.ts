// Manners to a server that is not well.
import type { Mutant } from './mutant.ts'

export const manners: readonly Mutant[] = [
  {
    name: 'Retry-After is undercut', file: 'src/core/stages/post/pace/retry-delay.ts', danger: 'The server asked for silence.', caughtBy: ['I10'],
    seed: 1,
    text: 'return outcome.afterMs * (1 + random() * 0.1)',
    replacement: 'return outcome.afterMs * 0.5',
  },
  {
    name: 'nobody waits with the one that was told to', file: 'src/core/stages/post/pace/slots.ts', danger: 'The server asked for silence.', caughtBy: ['I10'],
    seed: 1,
    text: '      heldUntil = Math.max(heldUntil, clock.now() + delayMs)\n',
    replacement: '      heldUntil = Math.max(heldUntil, clock.now() + delayMs * 0)\n',
  },
  {
    name: 'no limit on repeats', file: 'src/core/stages/post/pace/pacer.ts', danger: 'Repeats of everybody keep a server down.', caughtBy: ['I10'],
    seed: 574,
    text: 'ask.isRetry === true ? budget.nextAt()',
    replacement: 'ask.isRetry === undefined ? budget.nextAt()',
  },
]
