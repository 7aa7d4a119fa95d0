import type { Agent, AgentOptions } from 'node:http'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Socket } from 'node:net'
import type { Dial } from './dialler.ts'

/** The agent's documented hook, in the form that answers later. */
interface Hook {
  createConnection(options: unknown, give: (error: Error | null, socket?: Socket) => void): void
}

/** Connections for reads, kept and used again, opened like all others. */
export function openReadPool(url: URL, dial: Dial, connections: number): Agent {
  const options: AgentOptions = { keepAlive: true, maxSockets: connections }
  const pool = url.protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options)
  const hook = pool as unknown as Hook
  hook.createConnection = (_options, give) => {
    void dial(url).then((opened) => {
      if (opened.kind === 'open') give(null, opened.socket)
      else give(new Error(opened.reason))
    })
  }
  return pool
}
