import { type Answer, isSuccess } from '../answer.ts'
import { isJsonObject } from '../json.ts'
import type { Tokens } from '../tokens.ts'
import type { TokenFlaw } from './fate.ts'

/** A login that was right, and a token that is not. */
export function spoilToken(flaw: TokenFlaw, answer: Answer, { tokens, lifeMs }: { readonly tokens: Tokens; readonly lifeMs: number }): Answer {
  const { body } = answer
  if (!isSuccess(answer) || !isJsonObject(body)) return answer
  const { token } = body
  if (typeof token !== 'string') return answer
  switch (flaw) {
    case 'missing': return { ...answer, body: { username: body['username'] } }
    case 'with-line-break': return { ...answer, body: { ...body, token: `${token}\r\nX-Injected: 1` } }
    case 'huge': return { ...answer, body: { ...body, token: 'x'.repeat(65_536) } }
    case 'short-lived':
      tokens.expire(token, lifeMs)
      return answer
    case 'revoked':
      tokens.expire(token, 0)
      return answer
    default: return flaw satisfies never
  }
}
