import type { z } from 'zod'
import type { ReadOutcome } from '#core/ports.ts'
import { errorText, isJsonObject, readJsonBody } from './answer-body.ts'
import type { HttpAnswer, HttpFailure } from './exchange.ts'
import { readRetryAfter } from './retry-after.ts'

/** What an answer to a read means. 401 is the caller's. */
export function classifyRead<Schema extends z.ZodType>(
  answer: HttpAnswer | HttpFailure, schema: Schema, nowMs: number,
): Exclude<ReadOutcome<z.output<Schema>>, { kind: 'unauthorised' }> | 'unauthorised' {
  if (answer.kind === 'failed') return answer.connected ? { kind: 'unclear', reason: answer.reason, afterMs: null } : { kind: 'unreachable', reason: answer.reason }
  const { status } = answer
  if (status === 200) {
    const parsed = schema.safeParse(readJsonBody(answer.body))
    return parsed.success ? { kind: 'answer', value: parsed.data } : { kind: 'unusable', reason: 'The server answered something that is not what this API answers. Check the address.' }
  }
  if (status === 401) return 'unauthorised'
  const said = errorText(answer)
  const reason = said ?? `the server answered ${status}`
  const afterMs = readRetryAfter(answer.headers, nowMs)
  // A gateway in front of the API blocks with a page of its own.
  if (status === 429 || (status === 403 && !isJsonObject(answer))) return { kind: 'throttled', afterMs }
  if (status === 403) return { kind: 'refused', status: 'forbidden', reason }
  if ([404, 405, 410, 501].includes(status)) return { kind: 'refused', status: 'missing', reason }
  if (status === 400 && said !== null && !/internal server error/i.test(said)) return { kind: 'refused', status: 'bad-request', reason }
  if (status >= 400) return { kind: 'unclear', reason, afterMs }
  return { kind: 'unusable', reason: `The server answered ${status}, which this API does not do. Check the address.` }
}
