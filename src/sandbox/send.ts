// An answer, onto the connection: whole, or in one of the ways in which answers go wrong.
import type { ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'
import type { Delivery } from './fates/fate.ts'
import { writeWireJson } from './json.ts'
import { spoil } from './spoil.ts'

export type Reply = { readonly delivery: Delivery; readonly answer: Answer }

/** What the client saw, in the ledger's words. */
export const sight: Readonly<Record<Delivery, 'answered' | 'cut' | 'dropped'>> = {
  whole: 'answered', 'noise-before': 'answered', 'more-after': 'answered', 'reset-after': 'answered', compressed: 'answered', 'long-header': 'answered', 'many-headers': 'answered', 'two-lengths': 'answered',
  reset: 'dropped', close: 'dropped', silence: 'dropped', 'no-http': 'dropped',
  cut: 'cut', 'reset-in-body': 'cut', 'stall-after-headers': 'cut', 'stall-in-body': 'cut', trickle: 'cut', 'length-too-long': 'cut', 'length-too-short': 'cut', 'chunks-cut': 'cut', 'chunks-broken': 'cut', 'too-much': 'cut', endless: 'cut',
}

export function send(response: ServerResponse, { delivery, answer }: Reply, more: Readonly<Record<string, string>>): void {
  const bytes = answer.raw?.bytes ?? Buffer.from(answer.body === undefined ? '' : writeWireJson(answer.body))
  const headers = { ...more, 'Content-Type': answer.raw?.type ?? 'application/json', ...answer.headers }
  if (delivery !== 'whole') {
    spoil(response, delivery, { status: answer.status, headers, bytes })
    return
  }
  response.writeHead(answer.status, { ...headers, 'Content-Length': bytes.length })
  response.end(bytes)
}
