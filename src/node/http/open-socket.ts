import { connect as connectTcp, isIP, type Socket } from 'node:net'
import * as tls from 'node:tls'
import { describeError } from './exchange.ts'

const CONNECT_MS = 15_000

/**
 * A new connection, ready for its first byte: name resolved, TCP up, TLS checked. Everything that fails here has surely not sent
 * a request, which is why a request that creates never shares or reuses a connection.
 */
export function openSocket(url: URL): Promise<{ readonly kind: 'open'; readonly socket: Socket } | { readonly kind: 'failed'; readonly reason: string }> {
  return new Promise((resolve) => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const secure = url.protocol === 'https:'
    const target = { host, port: Number(url.port === '' ? (secure ? 443 : 80) : url.port), autoSelectFamily: true }
    const socket = secure ? tls.connect({ ...target, ...tlsOptions(), ...(isIP(host) === 0 ? { servername: host } : {}) }) : connectTcp(target)
    const timer = setTimeout(() => socket.destroy(new Error('no connection within 15 seconds')), CONNECT_MS)
    const failed = (error: Error): void => {
      clearTimeout(timer)
      resolve({ kind: 'failed', reason: describeError(error) })
    }
    socket.once('error', failed)
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer)
      socket.setNoDelay(true)
      socket.off('error', failed)
      // Between here and the request nobody listens; an error then shows when the request is written.
      socket.on('error', () => undefined)
      resolve({ kind: 'open', socket })
    })
  })
}

let authorities: readonly string[] | undefined

/** No setting and no environment variable turns the check of certificates off. The system's authorities are added where Node can read them. */
export function tlsOptions(): tls.ConnectionOptions {
  const read = (tls as { readonly getCACertificates?: (type: 'default' | 'system') => readonly string[] }).getCACertificates
  if (read !== undefined) authorities ??= [...new Set([...read('default'), ...read('system')])]
  return { minVersion: 'TLSv1.2', rejectUnauthorized: true, ALPNProtocols: ['http/1.1'], ...(authorities === undefined ? {} : { ca: [...authorities] }) }
}
