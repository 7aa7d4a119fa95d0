import { connect as connectTcp, isIP, type Socket } from 'node:net'
import * as tls from 'node:tls'
import { describeError } from './describe-error.ts'
import type { Route } from './route.ts'
import { openTunnel } from './tunnel.ts'

const CONNECT_MS = 15_000
/**
 * Of several addresses of a name, how long each but the last may take. Node's quarter of a second gives up an address that is merely far
 * away, or lost one packet, which is sent again after a second; where the other address leads nowhere, nothing would be reached then.
 */
const ADDRESS_MS = 1_500

export interface Way {
  readonly routes: readonly Route[]
  /** Whom to believe; Node's own list when it is left out. */
  readonly trust?: tls.SecureContext | undefined
}

export type Opened = { readonly kind: 'open'; readonly socket: Socket } | { readonly kind: 'failed'; readonly reason: string }

/**
 * A new connection, ready for its first byte: name resolved, TCP up, tunnel open, TLS checked, within 15 seconds. Everything that
 * fails here has surely not sent a request, which is why a request that creates never shares or reuses a connection.
 */
export async function openSocket(url: URL, { routes, trust }: Way): Promise<Opened> {
  const limit = startLimit(CONNECT_MS)
  let outcome: Opened & { readonly tryNext?: boolean } = { kind: 'failed', reason: 'there is no way to the server' }
  for (const route of routes) {
    outcome = await openOver(url, route, { trust, limit })
    if (outcome.kind === 'open' || outcome.tryNext !== true) break
  }
  limit.lift()
  return outcome.kind === 'open' ? outcome : { kind: 'failed', reason: outcome.reason }
}

/** A time limit for whatever goes on at the moment. No AbortController: one for each connection is much work for what it does. */
interface Limit {
  readonly isOver: () => boolean
  /** What to end when time is up. */
  end: () => void
  lift(): void
}

function startLimit(forMs: number): Limit {
  let over = false
  const timer = setTimeout(() => {
    over = true
    limit.end()
  }, forMs)
  const limit: Limit = { isOver: () => over, end: () => undefined, lift: () => clearTimeout(timer) }
  return limit
}

interface Means {
  readonly trust: tls.SecureContext | undefined
  readonly limit: Limit
}

async function openOver(url: URL, route: Route, { trust, limit }: Means): Promise<Opened & { readonly tryNext?: boolean }> {
  if (route.kind === 'unusable') return { kind: 'failed', reason: route.reason }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const secure = url.protocol === 'https:'
  const port = Number(url.port === '' ? (secure ? 443 : 80) : url.port)
  const target = { host, port, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: ADDRESS_MS }
  if (route.kind === 'direct') return ready(secure ? tls.connect({ ...target, ...tlsOptions(host, trust) }) : connectTcp(target), secure ? 'secureConnect' : 'connect', limit)
  const ending = new AbortController()
  if (limit.isOver()) ending.abort()
  limit.end = () => ending.abort()
  const tunnel = await openTunnel(`${url.hostname}:${port}`, route, ending.signal)
  if (tunnel.kind === 'failed') return { kind: 'failed', reason: tunnel.reason, tryNext: !tunnel.reached }
  return ready(tls.connect({ socket: tunnel.socket, host, ...tlsOptions(host, trust) }), 'secureConnect', limit)
}

/** No setting and no environment variable turns the check of certificates off. */
function tlsOptions(host: string, trust: tls.SecureContext | undefined): tls.ConnectionOptions {
  return {
    minVersion: 'TLSv1.2', rejectUnauthorized: true, ALPNProtocols: ['http/1.1'],
    ...(trust === undefined ? {} : { secureContext: trust }), ...(isIP(host) === 0 ? { servername: host } : {}),
  }
}

function ready(socket: Socket, event: 'connect' | 'secureConnect', limit: Limit): Promise<Opened> {
  return new Promise((resolve) => {
    limit.end = () => void socket.destroy(new Error('no connection within 15 seconds'))
    if (limit.isOver()) limit.end()
    // The listener stays: between here and the request nobody else listens, and an error then shows when the request is written.
    socket.on('error', (error) => resolve({ kind: 'failed', reason: describeError(error) }))
    socket.once('close', () => resolve({ kind: 'failed', reason: 'the connection was broken off' }))
    socket.once(event, () => {
      socket.setNoDelay(true)
      resolve({ kind: 'open', socket })
    })
  })
}
