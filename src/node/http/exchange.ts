// One request and its whole answer, within limits. It never repeats anything by itself, follows no redirect, and judges nothing.
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
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
  readonly url: URL
  readonly options: RequestOptions
  readonly body: string | null
  /** For everything, from here to the last byte: a trickle does not prolong it. */
  readonly deadlineMs: number
  readonly maxBodyBytes: number
}

const MAX_HEADER_BYTES = 32_768
const MAX_HEADERS = 200
/** 100, 102 and 103 may come before an answer; a server that goes on with them has none. */
const MAX_EARLY_ANSWERS = 50

export function exchange({ url, options, body, deadlineMs, maxBodyBytes }: Exchange): Promise<HttpAnswer | HttpFailure> {
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const request = send(url, { ...options, maxHeaderSize: MAX_HEADER_BYTES, insecureHTTPParser: false })
    const connected = watchConnection(request)
    const settle = (result: HttpAnswer | HttpFailure): void => {
      clearTimeout(deadline)
      resolve(result)
    }
    const failed = (error: Error): void => {
      settle({ kind: 'failed', connected: connected(), reason: describeError(error) })
      request.destroy()
    }
    const deadline = setTimeout(() => failed(new Error(`no complete answer within ${deadlineMs / 1000} seconds`)), deadlineMs)
    let early = 0
    request.on('information', () => {
      early += 1
      if (early > MAX_EARLY_ANSWERS) failed(new Error('the server goes on announcing an answer'))
    })
    request.on('error', failed)
    let answering = false
    request.on('close', () => {
      // With an answer under way, its body says how that ended.
      if (!answering) failed(new Error('the connection was broken off'))
    })
    request.on('response', (response) => {
      answering = true
      readBody(response, maxBodyBytes).then((text) => settle({ kind: 'answer', status: response.statusCode ?? 0, headers: response.headers, body: text }), (error: unknown) => {
        failed(error instanceof Error ? error : new Error(String(error)))
      })
    })
    request.end(body ?? undefined)
  })
}

function watchConnection(request: ClientRequest): () => boolean {
  let connected = false
  request.on('socket', (socket) => {
    connected = !socket.connecting
    if (connected) return
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => {
      connected = true
    })
  })
  return () => connected
}

/** A byte order mark stays: strict JSON has none (RFC 8259). */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** By events: to iterate over a stream costs more than all the rest of reading a small answer. */
function readBody(response: IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    if (response.rawHeaders.length > 2 * MAX_HEADERS) throw new Error(`the answer has more than ${MAX_HEADERS} headers`)
    const encoding = response.headers['content-encoding'] ?? 'identity'
    if (encoding !== 'identity') throw new Error(`the answer is compressed (${fitToShow(encoding.slice(0, 40))}), which was not asked for`)
    const chunks: Buffer[] = []
    let size = 0
    response.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > maxBytes) reject(new Error(`the answer is larger than ${maxBytes} bytes`))
      else chunks.push(chunk)
    })
    response.on('error', reject)
    // The last event of all: an answer that was cut off has no end.
    response.on('close', () => {
      try {
        if (!response.complete) throw new Error('the answer was cut off')
        resolve(decoder.decode(Buffer.concat(chunks)))
      } catch (error) {
        reject(error as Error)
      }
    })
  })
}
