import type { Api } from '#core/ports.ts'
import type { Transport } from './transport.ts'

/** First the token, then the connection: what fails here has sent nothing, and says so. */
export async function openLine(transport: Transport): ReturnType<Api['open']> {
  const token = await transport.tokens.get()
  switch (token.kind) {
    case 'refused': return { kind: 'unauthorised', reason: token.reason, final: true }
    case 'wrong-address': case 'unclear': return { kind: 'not-applied', reason: `no login: ${token.reason}` }
    case 'throttled': case 'unreachable': return token
    case 'token': break
    default: return token satisfies never
  }
  const opened = await transport.dial(transport.baseUrl)
  if (opened.kind === 'failed') return { kind: 'unreachable', reason: opened.reason }
  const { socket } = opened
  return {
    kind: 'open',
    line: {
      send: (request) => transport.create(request, { socket, token: token.token, generation: token.generation }),
      drop: () => socket.destroy(),
    },
  }
}
