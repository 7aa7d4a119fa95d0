// One request and its whole answer, within limits. It never repeats anything by itself, follows no redirect, and judges nothing.
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'

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

export function exchange({ url, options, body, deadlineMs, maxBodyBytes }: Exchange): Promise<HttpAnswer | HttpFailure> {
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const request = send(url, { ...options, maxHeaderSize: MAX_HEADER_BYTES, insecureHTTPParser: false })
    const connected = watchConnection(request)
    const settle = (result: HttpAnswer | HttpFailure): void => {
      clearTimeout(deadline)
      resolve(result)
    }
    const failed = (error: Error): void => settle({ kind: 'failed', connected: connected(), reason: describeError(error) })
    const deadline = setTimeout(() => request.destroy(new Error(`no complete answer within ${deadlineMs / 1000} seconds`)), deadlineMs)
    request.on('error', failed)
    request.on('response', (response) => {
      readBody(response, maxBodyBytes).then((text) => settle({ kind: 'answer', status: response.statusCode ?? 0, headers: response.headers, body: text }), (error: unknown) => {
        failed(error instanceof Error ? error : new Error(String(error)))
        request.destroy()
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

async function readBody(response: IncomingMessage, maxBytes: number): Promise<string> {
  const encoding = response.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') throw new Error(`the answer is compressed (${encoding}), which was not asked for`)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new Error(`the answer is larger than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  if (!response.complete) throw new Error('the answer was cut off')
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}

const sayings: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no server of this name',
  EAI_AGAIN: 'the name of the server cannot be looked up at the moment',
  ECONNREFUSED: 'nothing answers at this address',
  EHOSTUNREACH: 'there is no way to the server',
  ENETUNREACH: 'there is no network',
  ETIMEDOUT: 'the server does not answer',
  ECONNRESET: 'the connection was broken off',
  EPIPE: 'the connection was broken off',
  CERT_HAS_EXPIRED: 'the certificate of the server has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate belongs to another server',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of the server is not signed by anybody this computer trusts',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate of the server is not signed by anybody this computer trusts',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of the server is not signed by anybody this computer trusts',
}

/** Plain words for what operators meet; the code stays for whoever helps them. */
export function describeError(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  if (code === null) return error.message
  const saying = sayings[code]
  return saying === undefined ? `${error.message} (${code})` : `${saying} (${code})`
}
