// A server on bare sockets: it reads whole requests, counts each copy, and answers with whatever bytes the test says.
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'

export interface RawRequest {
  readonly method: string
  readonly path: string
  readonly head: string
  readonly body: string
}

export interface RawServer {
  readonly port: number
  /** Every whole request, also one that was sent again. */
  readonly requests: readonly RawRequest[]
  readonly connections: () => number
  /** Bytes of requests, decrypted where there is TLS. */
  readonly bytes: () => number
  readonly open: () => number
  close(): Promise<void>
}

export type Act = (socket: Socket, request: RawRequest) => void

export interface RawOptions {
  readonly tls?: TlsOptions
  readonly host?: string
  readonly port?: number
}

/** The connections below those with TLS, which alone can be reset. */
const below = new WeakMap<Socket, Socket>()

export function reset(socket: Socket): void {
  const bare = below.get(socket) ?? socket
  bare.resetAndDestroy()
}

export async function openRawServer(act: Act, { tls, host = '127.0.0.1', port = 0 }: RawOptions = {}): Promise<RawServer> {
  const requests: RawRequest[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  let bytes = 0
  const bare = new Map<number | undefined, Socket>()
  const serve = (socket: Socket): void => {
    connections += 1
    const own = bare.get(socket.remotePort)
    if (own !== undefined) below.set(socket, own)
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    let held = Buffer.alloc(0)
    socket.on('data', (piece: Buffer) => {
      bytes += piece.length
      held = Buffer.concat([held, piece])
      for (let request = readRequest(held); request !== null; request = readRequest(held)) {
        held = held.subarray(request.size)
        requests.push(request)
        act(socket, request)
      }
    })
  }
  const server = tls === undefined ? createTcpServer({ allowHalfOpen: true }, serve) : createTlsServer(tls, serve)
  server.on('tlsClientError', () => undefined)
  if (tls !== undefined) server.on('connection', (socket: Socket) => bare.set(socket.remotePort, socket))
  await new Promise<void>((resolve) => {
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port, requests, connections: () => connections, bytes: () => bytes, open: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

function readRequest(held: Buffer): (RawRequest & { readonly size: number }) | null {
  const end = held.indexOf('\r\n\r\n')
  if (end === -1) return null
  const head = held.subarray(0, end).toString('latin1')
  const size = end + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
  if (held.length < size) return null
  const [method = '', path = ''] = head.split(' ')
  return { method, path, head, body: held.subarray(end + 4, size).toString('utf8'), size }
}

/** A well-formed answer. */
export function reply(status: string, body = '', headers: readonly string[] = []): string {
  return [`HTTP/1.1 ${status}`, `Content-Length: ${Buffer.byteLength(body)}`, ...headers, '', body].join('\r\n')
}

/** Lets everybody in; the rest is the test's. */
export function afterLogin(act: Act): Act {
  return (socket, request) => {
    if (request.path.endsWith('/authenticate')) socket.write(reply('200 OK', '{"token":"the-token"}', ['Content-Type: application/json']))
    else act(socket, request)
  }
}
