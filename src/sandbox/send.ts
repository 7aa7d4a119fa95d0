// An answer, onto the connection: whole, cut in the middle, or not at all.
import type { ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'
import { writeWireJson } from './json.ts'

export type Reply = { readonly kind: 'answer' | 'cut'; readonly answer: Answer } | { readonly kind: 'drop' }

const textOf = ({ body, html }: Answer): string => html ?? (body === undefined ? '' : writeWireJson(body))

export function send(response: ServerResponse, reply: Reply, dateMs: number): void {
  if (reply.kind === 'drop') {
    // A reset rather than an orderly end: what a dying connection looks like.
    response.socket?.resetAndDestroy()
    return
  }
  const { answer } = reply
  const bytes = Buffer.from(textOf(answer))
  const type = answer.html === undefined ? 'application/json' : 'text/html; charset=utf-8'
  response.writeHead(answer.status, { Date: new Date(dateMs).toUTCString(), 'Content-Type': type, 'Content-Length': bytes.length, ...answer.headers })
  if (reply.kind === 'answer') response.end(bytes)
  else response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy())
}
