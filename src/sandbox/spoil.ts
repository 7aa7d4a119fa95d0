// The ways in which an answer goes wrong on its way. Most write onto the bare connection, as no HTTP library would send such things.
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Delivery } from './fates/fate.ts'

export type Parcel = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly bytes: Buffer }

const TRICKLE_MS = 40
/** Beyond what the client reads of a list, and of anything else. */
const TOO_MUCH = 9 * 1024 * 1024
const CHUNK = Buffer.alloc(65_536, ' ')

export function spoil(response: ServerResponse, delivery: Exclude<Delivery, 'whole'>, parcel: Parcel): void {
  const { socket } = response
  // The client has gone: there is nobody to spoil anything for.
  if (socket === null || socket.destroyed) return
  const { bytes } = parcel
  const half = bytes.subarray(0, Math.floor(bytes.length / 2))
  const write = (headers: Readonly<Record<string, string>>, ...pieces: readonly (Uint8Array | string)[]): void => writeAll(socket, [head({ ...parcel, headers: { ...parcel.headers, ...headers } }), ...pieces])
  const length = { 'Content-Length': String(bytes.length) }
  const chunked = { 'Transfer-Encoding': 'chunked' }
  switch (delivery) {
    case 'reset': return void socket.resetAndDestroy()
    case 'close': return void socket.end()
    case 'silence': return
    case 'cut': return write(length, half), void socket.end()
    case 'reset-in-body': return write(length, half), later(() => socket.resetAndDestroy())
    case 'reset-after': return write(length, bytes), later(() => socket.resetAndDestroy())
    case 'stall-after-headers': return write(length)
    case 'stall-in-body': return write(length, half)
    case 'trickle': return write(length), trickle(socket, bytes)
    case 'length-too-long': return write({ 'Content-Length': String(bytes.length + 10) }, bytes), void socket.end()
    case 'length-too-short': return write({ 'Content-Length': String(half.length) }, bytes), void socket.end()
    case 'two-lengths': return write({ ...length, 'content-length': String(half.length) }, bytes), void socket.end()
    case 'chunks-cut': return write(chunked, chunk(half)), void socket.end()
    case 'chunks-broken': return write(chunked, chunk(half), 'zz\r\n'), void socket.end()
    case 'long-header': return write({ ...length, 'X-Long': 'x'.repeat(65_536) }, bytes), void socket.end()
    case 'many-headers': return write({ ...length, ...Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`X-${index}`, 'y'])) }, bytes), void socket.end()
    case 'no-http': return writeAll(socket, ['SSH-2.0-Server\r\n']), void socket.end()
    case 'more-after': return write(length, bytes, head({ status: 500, headers: { 'Content-Length': '0' } })), void socket.end()
    case 'noise-before': return noise(response), finish(response, parcel)
    case 'compressed': return finish(response, { ...parcel, headers: { ...parcel.headers, 'Content-Encoding': 'gzip' }, bytes: gzipSync(bytes) })
    case 'too-much': return finish(response, { ...parcel, bytes: Buffer.concat([bytes, Buffer.alloc(TOO_MUCH, ' ')]) })
    case 'endless': return write(chunked, chunk(bytes)), flood(socket)
    default: return delivery satisfies never
  }
}

function head({ status, headers }: Pick<Parcel, 'status' | 'headers'>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Odd'}\r\n${lines.join('')}\r\n`
}

const chunk = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])

function writeAll(socket: Socket, pieces: readonly (Uint8Array | string)[]): void {
  socket.write(Buffer.concat(pieces.map((piece) => Buffer.from(piece))))
}

/** Once what was written has left. */
const later = (act: () => void): void => void setTimeout(act, 20).unref()

function finish(response: ServerResponse, { status, headers, bytes }: Parcel): void {
  response.writeHead(status, { ...headers, 'Content-Length': bytes.length })
  response.end(bytes)
}

function noise(response: ServerResponse): void {
  response.writeContinue()
  response.writeProcessing()
  response.writeEarlyHints({ link: '</v1>; rel=preload' })
}

function trickle(socket: Socket, bytes: Buffer): void {
  let sent = 0
  const timer = setInterval(() => {
    sent += 1
    // The last byte never comes.
    if (sent < bytes.length) socket.write(bytes.subarray(sent - 1, sent))
  }, TRICKLE_MS).unref()
  socket.once('close', () => clearInterval(timer))
}

function flood(socket: Socket): void {
  const piece = chunk(CHUNK)
  const pour = (): void => {
    while (!socket.destroyed && socket.write(piece));
  }
  socket.on('drain', pour)
  pour()
}
