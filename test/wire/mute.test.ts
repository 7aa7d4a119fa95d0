// N17: an address that never answers. It refuses nothing: whoever connects to it waits.
import { afterEach, expect, test, vi } from 'vitest'
import { create, createdA1, openApi, readA1 } from './support/api.ts'
import { type MuteAddress, openMuteAddress } from './support/mute-address.ts'
import { nameLeadsTo } from './support/name-leads-to.ts'
import { afterLogin, openRawServer, type RawServer, reply } from './support/raw-server.ts'

const opened: { close(): Promise<void> | void }[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const each of opened.splice(0)) await each.close()
})

async function serve(host = '127.0.0.1'): Promise<RawServer> {
  const server = await openRawServer(afterLogin((socket, { method }) => void socket.write(method === 'GET' ? reply('200 OK', '[]') : reply('201 Created', createdA1))), { host })
  opened.push(server)
  return server
}

async function fallSilent(host: string, port: number): Promise<MuteAddress> {
  const mute = await openMuteAddress(host, port)
  opened.push(mute)
  return mute
}

const six = { address: '::1', family: 6 }
const four = { address: '127.0.0.1', family: 4 }
for (const [mute, other] of [[six, four], [four, six]] as const) {
  test(`a name with two addresses, of which the first, ${mute.address}, is mute, is reached over the other, with one request`, async () => {
    const server = await serve(other.address)
    await fallSilent(mute.address, server.port)
    nameLeadsTo(mute, other)
    const api = await openApi(`http://localhost:${server.port}/v1`)
    opened.push(api)
    expect((await create(api)).kind).toBe('accepted')
    expect(server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/customers'))).toHaveLength(1)
  })
}

test('where the only address falls silent, a create and a read are told as not sent, and go through when it is back', async () => {
  const server = await serve()
  const api = await openApi(`http://127.0.0.1:${server.port}/v1`)
  opened.push(api)
  await server.close()
  const mute = await fallSilent('127.0.0.1', server.port)
  const [sent, read] = await Promise.all([create(api), readA1(api)])
  const silence = { kind: 'unreachable', reason: 'no connection within 15 seconds' }
  expect([sent, read]).toEqual([silence, silence])
  await mute.close()
  const back = await openRawServer(afterLogin((socket) => void socket.write(reply('201 Created', createdA1))), { port: server.port })
  opened.push(back)
  expect((await create(api)).kind).toBe('accepted')
  expect(back.requests).toHaveLength(1)
})
