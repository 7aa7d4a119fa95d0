// What the sandbox answers: a status, headers and a body; and the documented error body. elevate-api.md section 2.5.
import { STATUS_CODES } from 'node:http'
import type { JsonValue } from './json.ts'

/** Sent as it is instead of a JSON body: what a gateway in front of the API would say, and worse. */
export type RawBody = { readonly type: string; readonly bytes: Buffer }

export type Answer = {
  readonly status: number
  readonly body: JsonValue | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly raw?: RawBody
}

export const ok = (body?: JsonValue): Answer => ({ status: 200, body })
export const created = (body: JsonValue): Answer => ({ status: 201, body })

export const refuse = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  body: { error: STATUS_CODES[status] ?? 'Error', message },
  headers,
})

export const isSuccess = (answer: Answer): boolean => answer.status < 300
