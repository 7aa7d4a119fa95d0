import { connect as connectTcp, isIP, type Socket } from 'node:net'
import * as tls from 'node:tls'
import { describeError } from './describe-error.ts'
import type { Route } from './route.ts'
import { openTunnel } from './tunnel.ts'

const CONNECT_MS = 15_000

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
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), CONNECT_MS)
  let outcome: Opened & { readonly tryNext?: boolean } = { kind: 'failed', reason: 'there is no way to the server' }
  for (const route of routes) {
    outcome = await openOver(url, route, { trust, signal: ending.signal })
    if (outcome.kind === 'open' || outcome.tryNext !== true) break
  }
  clearTimeout(timer)
  return outcome.kind === 'open' ? outcome : { kind: 'failed', reason: outcome.reason }
}

interface Means {
  readonly trust: tls.SecureContext | undefined
  readonly signal: AbortSignal
}

async function openOver(url: URL, route: Route, { trust, signal }: Means): Promise<Opened & { readonly tryNext?: boolean }> {
  if (route.kind === 'unusable') return { kind: 'failed', reason: route.reason }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const secure = url.protocol === 'https:'
  const port = Number(url.port === '' ? (secure ? 443 : 80) : url.port)
  const target = { host, port, autoSelectFamily: true }
  if (route.kind === 'direct') return ready(secure ? tls.connect({ ...target, ...tlsOptions(host, trust) }) : connectTcp(target), secure ? 'secureConnect' : 'connect', signal)
  const tunnel = await openTunnel(`${url.hostname}:${port}`, route, signal)
  if (tunnel.kind === 'failed') return { kind: 'failed', reason: tunnel.reason, tryNext: !tunnel.reached }
  return ready(tls.connect({ socket: tunnel.socket, host, ...tlsOptions(host, trust) }), 'secureConnect', signal)
}

/** No setting and no environment variable turns the check of certificates off. */
function tlsOptions(host: string, trust: tls.SecureContext | undefined): tls.ConnectionOptions {
  return {
    minVersion: 'TLSv1.2', rejectUnauthorized: true, ALPNProtocols: ['http/1.1'],
    ...(trust === undefined ? {} : { secureContext: trust }), ...(isIP(host) === 0 ? { servername: host } : {}),
  }
}

function ready(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<Opened> {
  return new Promise((resolve) => {
    const end = (): void => void socket.destroy(new Error('no connection within 15 seconds'))
    const settle = (outcome: Opened): void => {
      signal.removeEventListener('abort', end)
      resolve(outcome)
    }
    if (signal.aborted) end()
    signal.addEventListener('abort', end)
    // The listener stays: between here and the request nobody else listens, and an error then shows when the request is written.
    socket.on('error', (error) => settle({ kind: 'failed', reason: describeError(error) }))
    socket.once('close', () => settle({ kind: 'failed', reason: 'the connection was broken off' }))
    socket.once(event, () => {
      socket.setNoDelay(true)
      settle({ kind: 'open', socket })
    })
  })
}
