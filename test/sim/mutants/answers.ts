// What an answer means, taken too lightly.
import type { Mutant } from './mutant.ts'

export const answers: readonly Mutant[] = [
  {
    name: 'retry on 500', file: 'src/node/http/classify-create.ts', danger: 'A 500 may have been applied.', caughtBy: ['I1', 'I7'],
    seed: 20,
    text: '  return unclear(reason, { suspectAddress: status < 300 && looksLikeHtml(answer) })',
    replacement: `  return status >= 500 ? { kind: 'not-applied', reason } : unclear(reason, { suspectAddress: status < 300 && looksLikeHtml(answer) })`,
  },
  {
    name: 'retry on 503', file: 'src/node/http/classify-create.ts', danger: 'A 503 may have been applied.', caughtBy: ['I1', 'I7'],
    seed: 25,
    text: 'return unclear(reason, { overloaded: true, afterMs: readRetryAfter(answer.headers, nowMs) })',
    replacement: `return { kind: 'throttled', afterMs: readRetryAfter(answer.headers, nowMs) }`,
  },
  {
    name: 'retry on a lost connection', file: 'src/node/http/classify-create.ts', danger: 'The request may have arrived, or still be on its way.', caughtBy: ['I1', 'I7'],
    seed: 1,
    text: `if (answer.kind === 'failed') return unclear(answer.reason)`,
    replacement: `if (answer.kind === 'failed') return { kind: 'not-applied', reason: answer.reason }`,
  },
  {
    name: 'yes without a body is enough', file: 'src/node/http/classify-create.ts', danger: 'Outcome before the body: nobody knows what was created.', caughtBy: ['I1', 'I2', 'I3', 'I8'],
    seed: 22,
    text: `if (body === undefined) return unclear('the server said yes, but not in JSON', { suspectAddress: looksLikeHtml(answer) })`,
    replacement: `if (body === undefined) return { kind: 'accepted', id: '1', siteIds: {} }`,
  },
  {
    name: '409 is a refusal', file: 'src/node/http/classify-create.ts', danger: 'It says that the customer is there.', caughtBy: ['I2', 'I3', 'I8'],
    seed: 28,
    text: 'if (status === 409) return unclear(reason, { lookNow: true })',
    replacement: `if (status === 409) return { kind: 'rejected', reason, forbidden: false }`,
  },
  {
    name: 'the sites of an answer are not looked at', file: 'src/core/stages/post/next-move.ts', danger: 'What the answer does not show may be there and be sent again.', caughtBy: ['I1', 'I7'],
    seed: 49,
    text: 'if (work.sites.every((site) => !site.nested || isThere(created, site))) return advance',
    replacement: 'if (work.sites.length > 0) return advance',
  },
]
