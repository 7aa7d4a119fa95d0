import { request as httpRequest } from 'node:http'
import type { Socket } from 'node:net'
import { describeError } from './describe-error.ts'
import type { Proxy } from './route.ts'

export type Tunnel =
  | { readonly kind: 'open'; readonly socket: Socket }
  /** `reached`: the proxy is there, and another one is not to be tried. */
  | { readonly kind: 'failed'; readonly reached: boolean; readonly reason: string }

const MAX_HEADER_BYTES = 16_384

/** Asks the proxy for a tunnel to `target` (host:port). Not a byte of a request has gone out when this answers. */
export function openTunnel(target: string, proxy: Proxy, signal: AbortSignal): Promise<Tunnel> {
  return new Promise((resolve) => {
    const name = `the proxy ${proxy.host}:${proxy.port}`
    let reached = false
    const headers = { host: target, ...(proxy.authorization === null ? {} : { 'proxy-authorization': proxy.authorization }) }
    const request = httpRequest({ host: proxy.host, port: proxy.port, method: 'CONNECT', path: target, headers, agent: false, signal, maxHeaderSize: MAX_HEADER_BYTES, insecureHTTPParser: false })
    const fail = (reason: string): void => {
      request.destroy()
      resolve({ kind: 'failed', reached, reason })
    }
    request.once('socket', (socket) => socket.once('connect', () => {
      reached = true
    }))
    request.on('error', (error) => fail(signal.aborted ? `${name} gave no connection in time` : `${name} gave no connection: ${describeError(error)}`))
    request.once('connect', (response, socket, head) => {
      const status = response.statusCode ?? 0
      socket.on('error', () => undefined)
      const granted = status >= 200 && status < 300
      if (granted && head.length === 0) {
        resolve({ kind: 'open', socket: socket as Socket })
        return
      }
      socket.destroy()
      if (granted) fail(`${name} spoke out of turn`)
      else if (status === 407) fail(`${name} asks for a user and a password (407). They are taken from HTTPS_PROXY, as http://user:password@${proxy.host}:${proxy.port}`)
      else fail(`${name} does not let this program through to ${target} (${status})`)
    })
    request.end()
  })
}
