import type { Agent, AgentOptions } from 'node:http'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Socket } from 'node:net'
import type { Dial } from './dialler.ts'

type GiveSocket = (error: Error | null, socket?: Socket) => void
/** Documented hooks of the agent, two of which its types leave out. */
interface Hooks {
  createConnection(options: unknown, give: GiveSocket): void
  keepSocketAlive(socket: Socket): boolean
  reuseSocket(socket: Socket, request: unknown): void
}

/** Connections for reads, kept and used again, opened like all others. */
export function openReadPool(url: URL, dial: Dial, connections: number): Agent {
  const options: AgentOptions = { keepAlive: true, maxSockets: connections }
  const pool = url.protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options)
  const hooks = pool as unknown as Hooks
  const [keep, reuse] = [hooks.keepSocketAlive.bind(pool), hooks.reuseSocket.bind(pool)]
  hooks.createConnection = (_options, give) => {
    void dial(url).then((opened) => {
      if (opened.kind === 'open') give(null, opened.socket)
      else give(new Error(opened.reason))
    })
  }
  // What a server sends while nothing was asked would be taken for the answer to the next question.
  hooks.keepSocketAlive = (socket) => {
    if (socket.readableLength > 0 || !keep(socket)) return false
    socket.on('data', spoken)
    return true
  }
  hooks.reuseSocket = (socket, request) => {
    socket.off('data', spoken)
    reuse(socket, request)
  }
  return pool
}

function spoken(this: Socket): void {
  this.destroy()
}
