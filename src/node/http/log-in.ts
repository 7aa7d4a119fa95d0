import { AuthenticateResponse } from '#api/schemas/auth.ts'
import { errorText, isJsonObject, looksLikeHtml, readJsonBody } from './answer-body.ts'
import type { HttpAnswer, HttpFailure } from './exchange.ts'
import { readRetryAfter } from './retry-after.ts'
import type { Login } from './token.ts'

/** A JWT is printable and of modest length; nothing else may get into a header. */
const TOKEN = /^[\x21-\x7e]{1,16384}$/

/** What an answer to `POST /authenticate` means. Documented: 200, 401, 403, 404 (elevate-api.md 1). */
export function classifyLogin(answer: HttpAnswer | HttpFailure, nowMs: number): Login {
  if (answer.kind === 'failed') return answer.connected ? { kind: 'unclear', reason: answer.reason, afterMs: null } : { kind: 'unreachable', reason: answer.reason }
  const { status } = answer
  const said = errorText(answer)
  const afterMs = readRetryAfter(answer.headers, nowMs)
  if (status === 200 || status === 201) {
    const parsed = AuthenticateResponse.safeParse(readJsonBody(answer.body))
    if (parsed.success && TOKEN.test(parsed.data.token)) return { kind: 'token', token: parsed.data.token }
    return looksLikeHtml(answer) ? { kind: 'wrong-address', reason: 'a web page answers there' } : { kind: 'unclear', reason: 'the server gave no usable token', afterMs: null }
  }
  // A 403 that is JSON but says nothing is no gateway: the password is not tried again.
  if (status === 401 || (status === 403 && said === null && isJsonObject(answer))) return { kind: 'refused', reason: said ?? 'no reason given' }
  if (status === 429 || (status === 403 && !isJsonObject(answer))) return { kind: 'throttled', afterMs }
  if ((status === 400 || status === 403 || status === 404) && said !== null) {
    // A server that does not know the path also answers 404 in JSON; only the API's own words about a user are a refusal.
    return status === 404 && !/brand|user|credential/i.test(said) ? { kind: 'wrong-address', reason: said } : { kind: 'refused', reason: said }
  }
  if (status < 500 && status !== 408 && status !== 421 && status !== 425) return { kind: 'wrong-address', reason: `it answers ${status} to a login` }
  return { kind: 'unclear', reason: said ?? `the server answered ${status}`, afterMs }
}
