import type { Clock } from '#core/ports.ts'
import type { Dial } from './dialler.ts'
import { type Connection, type Exchange, type HttpAnswer, type HttpFailure, talkOver } from './exchange.ts'

/** Connections for reads, kept and used again, opened like all others. */
export interface ReadPool {
  exchange(asked: Exchange): Promise<HttpAnswer | HttpFailure>
  /** Ends them all, also those in use. */
  close(): void
}

/** Servers close what rests for five seconds or more; what is closed just as a question is sent would cost a wait. */
const MOST_REST_MS = 4_000
/** So much earlier than the server says. */
const IN_HAND_MS = 1_000

interface Resting {
  readonly connection: Connection
  readonly until: number
}

export function openReadPool(url: URL, { dial, clock, most }: { readonly dial: Dial; readonly clock: Clock; readonly most: number }): ReadPool {
  const all = new Set<Connection>()
  const resting: Resting[] = []
  const waiting: (() => void)[] = []
  let inUse = 0

  const rested = (): Connection | null => {
    for (let last = resting.pop(); last !== undefined; last = resting.pop()) {
      last.connection.rest(false)
      if (last.connection.mayGoOn() && clock.now() < last.until) return last.connection
      end(last.connection)
    }
    return null
  }
  const end = (connection: Connection): void => {
    all.delete(connection)
    connection.end()
  }
  const giveBack = (connection: Connection, answer: HttpAnswer | HttpFailure): void => {
    const until = clock.now() + (answer.kind === 'answer' ? restMs(answer) : 0)
    if (!connection.mayGoOn() || until <= clock.now()) return end(connection)
    connection.rest(true)
    resting.push({ connection, until })
  }
  const ask = async (asked: Exchange): Promise<HttpAnswer | HttpFailure> => {
    let connection = rested()
    if (connection === null) {
      const opened = await dial(url)
      if (opened.kind === 'failed') return { kind: 'failed', connected: false, reason: opened.reason }
      connection = talkOver(opened.socket)
      all.add(connection)
    }
    const answer = await connection.exchange(asked)
    giveBack(connection, answer)
    return answer
  }
  return {
    async exchange(asked) {
      if (inUse >= most) await new Promise<void>((resolve) => void waiting.push(resolve))
      else inUse += 1
      try {
        return await ask(asked)
      } finally {
        // Whoever waits takes the place of this one.
        const next = waiting.shift()
        if (next === undefined) inUse -= 1
        else next()
      }
    },
    close() {
      for (const connection of all) end(connection)
    },
  }
}

/** `Keep-Alive: timeout=5`, in seconds. */
function restMs({ headers }: HttpAnswer): number {
  const [, seconds] = /(?:^|[ ,])timeout=(\d{1,6})/i.exec(headers['keep-alive'] as string | undefined ?? '') ?? []
  return seconds === undefined ? MOST_REST_MS : Math.min(MOST_REST_MS, Number(seconds) * 1000 - IN_HAND_MS)
}
