// Requests over one connection, one after the other, and their whole answers, within limits. It never repeats anything by itself, follows no
// redirect, and judges nothing. Not node:http, whose layers cost a third of what a whole request does (decision 27).
import type { IncomingHttpHeaders } from 'node:http'
import type { Socket } from 'node:net'
import { createAnswerReader, type AnswerReader, type WholeAnswer } from './answer-reader.ts'
import { describeError } from './describe-error.ts'
import { fitToShow } from './fit-to-show.ts'

export interface HttpAnswer {
  readonly kind: 'answer'
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** `connected`: bytes may have reached the server. */
export interface HttpFailure {
  readonly kind: 'failed'
  readonly connected: boolean
  readonly reason: string
}

export interface Exchange {
  /** Everything up to the empty line, and that. */
  readonly head: string
  readonly body: string | null
  /** For everything, from here to the last byte: a trickle does not prolong it. */
  readonly deadlineMs: number
  readonly maxBodyBytes: number
}

export interface Connection {
  /** One at a time. */
  exchange(asked: Exchange): Promise<HttpAnswer | HttpFailure>
  /** Another request may be sent over it. */
  mayGoOn(): boolean
  /** The same, and nobody waits for it: it keeps no program alive. */
  rest(isResting: boolean): void
  end(): void
}

interface UnderWay {
  readonly reader: AnswerReader
  readonly settle: (result: HttpAnswer | HttpFailure) => void
}

export function talkOver(socket: Socket): Connection {
  let underWay: UnderWay | null = null
  let usable = true

  const settle = (result: HttpAnswer | HttpFailure): void => {
    const { settle: tell } = underWay ?? {}
    underWay = null
    if (!usable) socket.destroy()
    tell?.(result)
  }
  const failed = (error: Error): void => {
    usable = false
    settle({ kind: 'failed', connected: true, reason: describeError(error) })
  }
  /** What it throws is about the answer. */
  const hear = (read: (reader: AnswerReader) => WholeAnswer | null): void => {
    // Bytes that nobody asked for could be taken for the answer to the next request.
    if (underWay === null) return failed(new Error('the server spoke out of turn'))
    try {
      const whole = read(underWay.reader)
      if (whole === null) return
      usable = whole.mayGoOn
      settle({ kind: 'answer', status: whole.status, headers: whole.headers, body: readText(whole) })
    } catch (error) {
      failed(error instanceof Error ? error : new Error(String(error)))
    }
  }
  socket.on('data', (bytes: Buffer) => hear((reader) => reader.take(bytes)))
  socket.on('end', () => {
    usable = false
    hear((reader) => reader.end())
  })
  socket.on('error', failed)
  socket.on('close', () => {
    usable = false
    // To nobody there is nothing to say: an error is dear to make, and each request that creates ends here.
    if (underWay !== null) failed(new Error('the connection was broken off'))
  })

  return {
    exchange: ({ head, body, deadlineMs, maxBodyBytes }) => new Promise((resolve) => {
      const deadline = setTimeout(() => failed(new Error(`no complete answer within ${deadlineMs / 1000} seconds`)), deadlineMs)
      underWay = {
        reader: createAnswerReader(maxBodyBytes),
        settle(result) {
          clearTimeout(deadline)
          resolve(result)
        },
      }
      // It would not say so any more.
      if (socket.destroyed || !socket.writable) return failed(new Error('the connection was broken off'))
      // One write: two would be two packets, as nothing is held back to wait for more.
      socket.write(body === null ? head : head + body)
    }),
    mayGoOn: () => usable && !socket.destroyed && socket.writable,
    rest: (isResting) => void (isResting ? socket.unref() : socket.ref()),
    end: () => void socket.destroy(),
  }
}

/** A byte order mark stays: strict JSON has none (RFC 8259). */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function readText({ headers, body }: WholeAnswer): string {
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') throw new Error(`the answer is compressed (${fitToShow(encoding.slice(0, 40))}), which was not asked for`)
  return decoder.decode(body)
}
