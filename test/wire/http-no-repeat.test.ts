// No layer below the client sends a request that creates a second time (N06): the server counts whole copies. Browsers' stacks do
// repeat it, on exactly these faults, which is why they are not used. The window's engine is counted in test/e2e/no-repeat.test.ts.
import type { Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Api } from '#core/ports.ts'
import { create, createdA1, openApi, readA1 } from './support/api.ts'
import { createAuthority } from './support/certificates.ts'
import { afterLogin, openRawServer, type RawServer, reply, reset } from './support/raw-server.ts'

const faults: readonly (readonly [string, (socket: Socket) => void])[] = [
  ['a reset', (socket) => reset(socket)],
  ['an end', (socket) => void socket.end()],
  ['a reset after 0.8 s', (socket) => void setTimeout(() => reset(socket), 800)],
  ['an end after 0.8 s', (socket) => void setTimeout(() => socket.end(), 800)],
  ['408 and the end', (socket) => void socket.end(reply('408 Request Timeout', '', ['Connection: close']))],
  ['421', (socket) => void socket.write(reply('421 Misdirected Request'))],
  ['503 with Retry-After: 0', (socket) => void socket.write(reply('503 Service Unavailable', '', ['Retry-After: 0']))],
  ['425', (socket) => void socket.write(reply('425 Too Early'))],
  ['half a status line', (socket) => void socket.end('HTTP/1.')],
]

const authority = createAuthority('Test CA')
const opened: { close(): Promise<void> | void }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

/** The first create is answered well, the second meets the fault: a stack that keeps connections would use the first one's. */
async function warmUp(fault: (socket: Socket) => void, secure: boolean): Promise<{ readonly server: RawServer; readonly api: Api }> {
  let creates = 0
  const server = await openRawServer(afterLogin((socket, { method }) => {
    if (method === 'GET') socket.write(reply('200 OK', '[]'))
    else if ((creates += 1) === 1) socket.write(reply('201 Created', createdA1, ['Connection: keep-alive']))
    else fault(socket)
  }), secure ? { tls: authority.issue('localhost') } : {})
  const api = await openApi(secure ? `https://localhost:${server.port}/v1` : `http://127.0.0.1:${server.port}/v1`, { network: { authorities: [authority.cert] } })
  opened.push(server, api)
  return { server, api }
}

for (const secure of [false, true]) {
  for (const [name, fault] of faults) {
    test(`N06: after ${name}, ${secure ? 'over TLS' : 'in the clear'}, the server has one copy`, async () => {
      const { server, api } = await warmUp(fault, secure)
      await readA1(api)
      expect((await create(api)).kind).toBe('accepted')
      const outcome = await create(api, { path: '/customers', body: '{"customerAccountNumber":"A1","second":true}', expect: { kind: 'customer', key: { customer: 'A1', contractOwnerId: '1' } }, idempotencyKey: 'second' })
      expect(['unclear', 'not-applied']).toContain(outcome.kind)
      await new Promise((resolve) => {
        setTimeout(resolve, 100)
      })
      expect(server.requests.filter(({ body }) => body.includes('second'))).toHaveLength(1)
    })
  }
}
