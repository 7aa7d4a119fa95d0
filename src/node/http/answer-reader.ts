// One answer of HTTP/1.1 (RFC 9112), piece by piece. Strict: what is not surely an answer is an error, and costs a look-up.
import type { IncomingHttpHeaders } from 'node:http'
import { createBodyReader, type BodyReader } from './answer-body-reader.ts'
import { readHead } from './answer-head.ts'

export interface WholeAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** The connection may carry another request. */
  readonly mayGoOn: boolean
}

export interface AnswerReader {
  /** Null: there is more to come. Throws for what is no answer, or for bytes behind its end. */
  take(bytes: Buffer): WholeAnswer | null
  /** The connection has ended. Throws where the answer needed more. */
  end(): WholeAnswer
}

const MAX_HEAD_BYTES = 32_768
/** 100, 102 and 103 may come before an answer; a server that goes on with them has none. */
const MAX_EARLY_ANSWERS = 50
const HEAD_END = '\r\n\r\n'
const NONE = Buffer.alloc(0)

export function createAnswerReader(maxBodyBytes: number): AnswerReader {
  let held: Buffer = NONE
  let early = 0
  let head: { readonly status: number; readonly headers: IncomingHttpHeaders; readonly mayGoOn: boolean; readonly body: BodyReader } | null = null

  /** True: `held` begins with the body. */
  const takeHead = (bytes: Buffer): boolean => {
    held = held.length === 0 ? bytes : Buffer.concat([held, bytes])
    for (;;) {
      const end = held.indexOf(HEAD_END)
      if (end > MAX_HEAD_BYTES || (end === -1 && held.length > MAX_HEAD_BYTES)) throw new Error(`the answer has more than ${MAX_HEAD_BYTES} bytes of headers`)
      if (end === -1) return false
      const read = readHead(held.toString('latin1', 0, end))
      held = held.subarray(end + HEAD_END.length)
      if (read.status >= 200) {
        head = { ...read, body: createBodyReader(read.extent, maxBodyBytes) }
        return true
      }
      early += 1
      if (early > MAX_EARLY_ANSWERS) throw new Error('the server goes on announcing an answer')
    }
  }
  const whole = (): WholeAnswer => {
    if (head === null) throw new Error('the connection was broken off')
    return { status: head.status, headers: head.headers, body: head.body.bytes(), mayGoOn: head.mayGoOn }
  }
  return {
    take(bytes) {
      let rest = bytes
      if (head === null) {
        if (!takeHead(bytes)) return null
        rest = held
        held = NONE
      }
      return head?.body.take(rest) === true ? whole() : null
    },
    end() {
      if (head !== null && !head.body.mayEndHere()) throw new Error('the answer was cut off')
      return whole()
    },
  }
}
