// Logins that go wrong after the password was right. Lock-out, scope and life of all tokens are settings.
import { type Fate, now, type TokenFlaw, truth } from '../fate.ts'

const flawed = (what: string, covers: readonly string[], flaw: TokenFlaw): Fate => ({ what, covers, meets: ['login'], effect: now, shows: truth, flaw })

export const logins = {
  'token-missing': flawed('200 without a token', ['T04'], 'missing'),
  'token-with-line-break': flawed('a token with a line break in it', ['T07'], 'with-line-break'),
  'token-huge': flawed('a token of 64 KB', ['T07'], 'huge'),
  'token-short-lived': flawed('a token that lives `delayMs`', ['T01', 'T05'], 'short-lived'),
  'token-revoked': flawed('a token that is refused from the start', ['T03', 'X14'], 'revoked'),
} as const satisfies Record<string, Fate>
