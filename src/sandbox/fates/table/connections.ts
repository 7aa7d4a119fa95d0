// Connections that die, stall or speak bad HTTP. Where the client has seen no yes, both fates of the request exist.
import { answers, creates, delivered, everywhere, type Delivery, type Fate, later, never, now, type Shown } from '../fate.ts'

const spoilt = (what: string, covers: readonly string[], shows: Delivery | Shown): Fate => ({ what, covers, meets: everywhere, effect: now, shows: typeof shows === 'string' ? delivered(shows) : shows })
const without = (what: string, covers: readonly string[], delivery: Delivery): Fate => ({ what, covers, meets: everywhere, effect: never, shows: delivered(delivery) })
const late = (what: string, covers: readonly string[], delivery: Delivery): Fate => ({ what, covers, meets: creates, effect: later, shows: delivered(delivery, { delayMs: 1000 }) })

export const connections = {
  'drop-not-applied': without('connection reset, nothing done', ['N03', 'N06'], 'reset'),
  'drop-applied': spoilt('connection reset after the work was done', ['N04', 'N06'], 'reset'),
  'drop-applied-later': late('connection reset, done `delayMs` later, also when the client has been started anew', ['N08', 'H15'], 'reset'),
  'close-not-applied': without('connection closed in good order, without an answer, nothing done', ['N05'], 'close'),
  'close-applied': spoilt('connection closed without an answer after the work was done', ['N05'], 'close'),
  'silence-not-applied': without('no answer at all, nothing done', ['N07', 'H12'], 'silence'),
  'silence-applied': spoilt('no answer at all, done', ['N07', 'H15'], 'silence'),
  'silence-applied-later': late('no answer at all, done `delayMs` later', ['N07', 'N08'], 'silence'),
  'cut-applied': spoilt('the answer ends in the middle of its body', ['N10'], 'cut'),
  'reset-in-body-applied': spoilt('connection reset in the middle of the body', ['N10'], 'reset-in-body'),
  'reset-after-answer': spoilt('the whole answer, then a reset instead of an end', ['N05', 'N10'], 'reset-after'),
  'stall-after-headers': spoilt('headers, then nothing more', ['N09'], 'stall-after-headers'),
  'stall-in-body': spoilt('half of the body, then nothing more', ['N09'], 'stall-in-body'),
  trickle: spoilt('one byte after the other, too slowly to come to an end', ['N09', 'N12', 'H12'], 'trickle'),
  'length-too-long': spoilt('Content-Length is larger than the body, then the end', ['N10'], 'length-too-long'),
  'length-too-short': spoilt('Content-Length is smaller than the body', ['N10'], 'length-too-short'),
  'two-lengths': spoilt('two different Content-Length', ['H07'], 'two-lengths'),
  'chunks-cut': spoilt('chunks without a last one', ['N10'], 'chunks-cut'),
  'chunks-broken': spoilt('a chunk whose size is no number', ['N10', 'H07'], 'chunks-broken'),
  'long-header': spoilt('a header of 64 KB', ['H07'], 'long-header'),
  'many-headers': spoilt('ten thousand headers', ['H07'], 'many-headers'),
  'no-http': spoilt('an answer that is no HTTP', ['H07', 'N18'], 'no-http'),
  'noise-before': { ...spoilt('100, 102 and 103 before the true answer', ['N11'], 'noise-before'), meets: answers },
  'more-after': { ...spoilt('a second answer behind the true one', ['H07'], 'more-after'), meets: creates },
  compressed: spoilt('a compressed answer that nobody asked for', ['H02'], 'compressed'),
  'too-much': spoilt('an answer beyond every limit', ['H01'], 'too-much'),
  endless: spoilt('chunks without end', ['H01'], 'endless'),
  slow: spoilt('the true answer after `delayMs`', ['N12', 'H15'], delivered('whole', { delayMs: 5000 })),
} as const satisfies Record<string, Fate>
