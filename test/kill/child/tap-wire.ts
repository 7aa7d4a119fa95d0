import { writeSync } from 'node:fs'
import { Socket } from 'node:net'
import type { Api } from '#core/ports.ts'
import { die, type Killer } from './killer.ts'
import type { Point } from './orders.ts'

/** How much of a request is written before death. */
const parts: Partial<Record<Point, (bytes: Buffer) => number>> = {
  'wrote-headers': (bytes) => bytes.indexOf('\r\n\r\n') + 4,
  'wrote-half': (bytes) => bytes.indexOf('\r\n\r\n') + 4 + Math.floor((bytes.length - bytes.indexOf('\r\n\r\n') - 4) / 2),
  'wrote-all-but-one': (bytes) => bytes.length - 1,
  wrote: (bytes) => bytes.length,
}

/** Reads pass the killer here; what creates does so on the socket, where its bytes can be counted. */
export function tapApi(api: Api, killer: Killer, isAuditing: () => boolean): Api {
  tapSockets(killer)
  const around = async <Answer>(read: () => Promise<Answer>): Promise<Answer> => {
    const isLastLook = isAuditing()
    killer.pass('reading')
    if (isLastLook) killer.pass('auditing')
    const answer = await read()
    if (isLastLook) killer.pass('audited')
    return answer
  }
  return { ...api, customers: (...asked) => around(() => api.customers(...asked)), sites: (...asked) => around(() => api.sites(...asked)) }
}

type Chunk = string | Uint8Array
type Write = (this: Socket, ...given: readonly [isMany: boolean, data: unknown, encoding: BufferEncoding, done: unknown]) => void

function tapSockets(killer: Killer): void {
  const { kill } = killer
  if (kill === null) return
  const isOurs = makeMatch(kill.step)
  const length = parts[kill.point]
  let visits = 0
  // Below http and above the system call: the one place where a request passes as bytes.
  const socket = Socket.prototype as unknown as { _writeGeneric: Write }
  const write = socket._writeGeneric
  if (length !== undefined) {
    socket._writeGeneric = function (...given) {
      const [isMany, data, encoding] = given
      const bytes = toBytes(isMany, data, encoding)
      if (isOurs(bytes) && ++visits === kill.visit) {
        writeSync((this as unknown as { _handle: { fd: number } })._handle.fd, bytes.subarray(0, length(bytes)))
        die()
      }
      write.apply(this, given)
    }
  }
  if (kill.point === 'got-headers') killAtHeaders(kill.visit, isOurs)
}

/** The answer's headers have come, and nothing of it is taken. */
function killAtHeaders(visit: number, isOurs: (bytes: Buffer) => boolean): void {
  let visits = 0
  const socket = Socket.prototype as unknown as { _writeGeneric: Write; emit: (this: Socket, ...given: unknown[]) => boolean }
  const { _writeGeneric: write, emit } = socket
  const watched = new WeakSet<Socket>()
  socket._writeGeneric = function (...given) {
    const [isMany, data, encoding] = given
    if (isOurs(toBytes(isMany, data, encoding))) watched.add(this)
    write.apply(this, given)
  }
  socket.emit = function (...given) {
    if (given[0] === 'data' && watched.delete(this) && ++visits === visit) die()
    return emit.apply(this, given)
  }
}

function toBytes(isMany: boolean, data: unknown, encoding: BufferEncoding): Buffer {
  const chunks = isMany ? (data as { readonly chunk: Chunk; readonly encoding: BufferEncoding }[]) : [{ chunk: data as Chunk, encoding }]
  return Buffer.concat(chunks.map((part) => (typeof part.chunk === 'string' ? Buffer.from(part.chunk, part.encoding) : Buffer.from(part.chunk))))
}

function makeMatch(step: string | null): (bytes: Buffer) => boolean {
  const [kind = '', name = ''] = step?.split(':') ?? []
  const start = kind === 'site' ? /^POST \S*\/sites / : /^POST \S*\/(?:customers|sites) /
  const mark = kind === 'site' ? `"siteReference":"${name.slice(name.indexOf('/') + 1)}"` : kind === 'customer' ? `"customerAccountNumber":"${name}"` : ''
  return (bytes) => start.test(bytes.subarray(0, 200).toString('latin1')) && bytes.includes(mark)
}
