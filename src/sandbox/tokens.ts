// Bearer tokens in the shape of a JWT. Only the ones given out and not yet expired are good; nothing is read from them.
import { createHmac } from 'node:crypto'
import type { Clock } from './clock.ts'
import type { SandboxUser } from './options.ts'

export type Tokens = {
  readonly issue: (user: SandboxUser) => string
  /** Shortens the life of a token that was given out. */
  readonly expire: (token: string, inMs: number) => void
  readonly userOf: (authorization: string | undefined) => { readonly user: SandboxUser } | { readonly problem: string }
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export function createTokens(clock: Clock, settings: { readonly seed: number; readonly tokenLifeSeconds: number }): Tokens {
  const issued = new Map<string, { readonly user: SandboxUser; readonly expiresMs: number }>()
  return {
    issue: (user) => {
      const nowMs = clock.nowMs()
      const expiresMs = nowMs + settings.tokenLifeSeconds * 1000
      const claims = { sub: user.username, brand: user.brand, iat: Math.floor(nowMs / 1000), exp: Math.floor(expiresMs / 1000), jti: issued.size + 1 }
      const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
      const token = `${content}.${createHmac('sha256', `practice-${settings.seed}`).update(content).digest('base64url')}`
      issued.set(token, { user, expiresMs })
      return token
    },
    expire: (token, inMs) => {
      const known = issued.get(token)
      if (known !== undefined) issued.set(token, { ...known, expiresMs: clock.nowMs() + inMs })
    },
    userOf: (authorization) => {
      const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
      if (token === undefined) return { problem: 'A bearer token is required' }
      const known = issued.get(token)
      if (known === undefined) return { problem: 'The bearer token is not valid' }
      return known.expiresMs > clock.nowMs() ? { user: known.user } : { problem: 'The bearer token has expired' }
    },
  }
}
