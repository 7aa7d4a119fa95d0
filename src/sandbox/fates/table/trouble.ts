// Statuses of a server or a gateway in trouble, and redirects: each may come before or after the work was done.
import { creates, everywhere, type Fate, never, now, type Shown, status } from '../fate.ts'

const before = (what: string, covers: readonly string[], shows: Shown): Fate => ({ what, covers, meets: everywhere, effect: never, shows })
const after = (what: string, covers: readonly string[], shows: Shown): Fate => ({ what, covers, meets: creates, effect: now, shows })

export const trouble = {
  'error-not-applied': before('500, nothing done', ['A05'], status(500)),
  'error-applied': after('500, done all the same', ['A05'], status(500)),
  'error-page': before('500 with a page of HTML, nothing done', ['A05', 'H03'], status(500, 'page')),
  'error-echo-applied': after('500 that repeats what was sent, done all the same', ['A05', 'H09'], status(500, 'truth')),
  'not-implemented': before('501', ['A16'], status(501)),
  'bad-gateway': before('502 with a page of HTML, nothing done', ['A06', 'H03'], status(502, 'page')),
  'bad-gateway-applied': after('502 with a page of HTML, done behind the gateway', ['A06'], status(502, 'page')),
  unavailable: before('503 with Retry-After, nothing done', ['A04', 'A23'], status(503, 'message', { retryAfter: 'asked' })),
  'unavailable-applied': after('503 with Retry-After, done all the same', ['A04'], status(503, 'message', { retryAfter: 'asked' })),
  'unavailable-page': before('503 with a page of HTML and no Retry-After', ['A04', 'A23'], status(503, 'page')),
  'gateway-timeout': before('504 without a body, nothing done', ['A06'], status(504, 'empty')),
  'gateway-timeout-applied': after('504 without a body, done behind the gateway', ['A06'], status(504, 'empty')),
  'odd-trouble': before('a status that nobody knows (599)', ['A05'], status(599, 'text')),
  'moved-here': before('301 to another path of this server', ['H04'], status(301, 'empty', { points: 'here' })),
  'moved-elsewhere': before('301 to another server', ['H04'], status(301, 'empty', { points: 'elsewhere' })),
  'found-here': before('302 to another path of this server', ['H04'], status(302, 'page', { points: 'here' })),
  'found-elsewhere': before('302 to another server', ['H04', 'N18'], status(302, 'page', { points: 'elsewhere' })),
  'see-other-here-applied': after('303 to a page about what was done', ['H04'], status(303, 'empty', { points: 'here' })),
  'see-other-elsewhere': before('303 to another server', ['H04'], status(303, 'empty', { points: 'elsewhere' })),
  'temporary-here': before('307 to another path of this server', ['H04'], status(307, 'empty', { points: 'here' })),
  'temporary-elsewhere': before('307 to another server, which asks to send it again there', ['H04'], status(307, 'empty', { points: 'elsewhere' })),
  'permanent-here': before('308 to another path of this server', ['H04'], status(308, 'empty', { points: 'here' })),
  'permanent-elsewhere-applied': after('308 to another server, done here all the same', ['H04'], status(308, 'empty', { points: 'elsewhere' })),
} as const satisfies Record<string, Fate>
