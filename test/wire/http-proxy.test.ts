// Through a proxy by tunnel (N15): creates and reads alike, and what a proxy that misbehaves leaves known.
import type { Socket } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import type { Result } from '#core/model/result.ts'
import type { Api } from '#core/ports.ts'
import { connect } from '#node/http/connect.ts'
import { routesFromSystem } from '#node/http/system-routes.ts'
import { type Route, readProxy } from '#node/http/route.ts'
import { keepClosedPort } from '../support/closed-port.ts'
import { create, createdA1, customerA1, deadlineMs, openApi, readA1 } from './support/api.ts'
import { createAuthority } from './support/certificates.ts'
import { type ConnectProxy, openConnectProxy, type Script, tunnelThrough } from './support/connect-proxy.ts'
import { afterLogin, openRawServer, type RawServer, reply } from './support/raw-server.ts'
import { credentials } from './support/run.ts'

const authority = createAuthority('Test CA')
/** A name that leads nowhere but through the proxy. */
const host = 'api.onboarder.test'
const baseUrl = `https://${host}/v1`

const opened: { close(): Promise<void> | void }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

async function setUp(script: Script = tunnelThrough): Promise<{ readonly server: RawServer; readonly proxy: ConnectProxy }> {
  const server = await openRawServer(afterLogin((socket, { method }) => socket.write(method === 'GET' ? reply('200 OK', `[${createdA1}]`) : reply('201 Created', createdA1))), { tls: authority.issue(host) })
  const proxy = await openConnectProxy(server.port, script)
  opened.push(proxy, server)
  return { server, proxy }
}

function network(...routes: readonly (Route | null)[]) {
  return { authorities: [authority.cert], findRoutes: () => Promise.resolve(routes.filter((route) => route !== null)) }
}

function at({ port }: ConnectProxy, user = ''): Route | null {
  return readProxy(`http://${user}127.0.0.1:${port}`)
}

const tryOut = (...routes: readonly (Route | null)[]): Promise<Result<Api>> => connect({ ...credentials, baseUrl, network: network(...routes) })

test('N15: login, reads and creates go through tunnels, with the user of the proxy, and the server sees nothing of that', async () => {
  const { server, proxy } = await setUp()
  const api = await openApi(baseUrl, { network: network(at(proxy, 'jo%40x:p%25w@')) })
  expect((await readA1(api)).kind).toBe('answer')
  expect((await readA1(api)).kind).toBe('answer')
  expect((await create(api)).kind).toBe('accepted')
  expect(proxy.asked).toHaveLength(3)
  for (const head of proxy.asked) {
    expect(head).toMatch(new RegExp(String.raw`^CONNECT ${host}:443 HTTP/1\.1\r\n`))
    expect(head).toContain(`proxy-authorization: Basic ${Buffer.from('jo@x:p%w').toString('base64')}\r\n`)
  }
  expect(server.requests.map(({ head }) => head).join('\n')).not.toMatch(/proxy-/i)
  expect(proxy.asked.join('\n')).not.toMatch(/bearer/i)
  api.close()
})

const refusals: readonly (readonly [string, Script, RegExp])[] = [
  ['asks for a password', (socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n'), /asks for a user and a password \(407\)/],
  ['refuses', (socket) => socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 6\r\n\r\nnot me'), /does not let this program through .*403/],
  ['breaks off', (socket) => socket.destroy(), /gave no connection: the connection was broken off/],
  ['speaks no HTTP', (socket) => socket.end('SSH-2.0-what\r\n'), /gave no connection/],
  ['answers before it was asked', (socket) => socket.write('HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n'), /spoke out of turn/],
  ['opens the tunnel and drops it', (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'), /broken off|disconnected/],
]
for (const [name, script, saying] of refusals) {
  test(`N15: a proxy that ${name} means not sent, and says so`, async () => {
    const { server, proxy } = await setUp(script)
    expect(await tryOut(at(proxy))).toMatchObject({ ok: false, failure: { code: 'no-network', message: expect.stringMatching(saying) as unknown } })
    expect(server.bytes()).toBe(0)
  })
}

/** Lets the login through, and cuts the tunnel of the create once the server has read it. */
function dropAfterRequest(cut: (socket: Socket) => void): Script {
  let tunnels = 0
  return (socket, _head, lead) => {
    tunnels += 1
    if (tunnels === 1) {
      tunnelThrough(socket, '', lead)
      return
    }
    const onward = lead()
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    let answers = 0
    socket.pipe(onward)
    onward.on('data', (piece: Buffer) => {
      answers += 1
      // TLS first; then the answer is kept back, and the tunnel dropped.
      if (piece[0] === 0x17 && answers > 1 && socket.bytesRead > 900) cut(socket)
      else socket.write(piece)
    })
  }
}

test('N15: a proxy that buffers the request and then drops the tunnel leaves it unclear, sent once', async () => {
  for (const cut of [(socket: Socket) => void socket.resetAndDestroy(), (socket: Socket) => void socket.destroy()]) {
    const { server, proxy } = await setUp(dropAfterRequest(cut))
    const api = await openApi(baseUrl, { network: network(at(proxy)) })
    expect(await create(api, { ...customerA1, body: JSON.stringify({ customerAccountNumber: 'A1', fill: 'x'.repeat(2_000) }) })).toMatchObject({ kind: 'unclear' })
    // What the proxy had passed on may reach the server after the tunnel has gone.
    await vi.waitFor(() => expect(server.requests.filter(({ path }) => path.endsWith('/customers'))).toHaveLength(1), { timeout: 60_000 })
    api.close()
  }
})

test('N15: a slow proxy inside the tunnel does not prolong the deadline of a create', async () => {
  let tunnels = 0
  const { proxy } = await setUp((socket, head, lead) => {
    tunnels += 1
    if (tunnels === 1) tunnelThrough(socket, head, lead)
    else tunnelThrough(socket, head, () => {
      const onward = lead()
      const pass = onward.write.bind(onward)
      // The handshake passes, the request does not.
      let passed = 0
      onward.write = ((piece: Buffer) => {
        passed += piece.length
        return passed > 900 ? true : pass(piece)
      }) as typeof onward.write
      return onward
    })
  })
  const api = await openApi(baseUrl, { network: network(at(proxy)), deadlineMs: { ...deadlineMs, write: 300 } })
  expect(await create(api, { ...customerA1, body: JSON.stringify({ fill: 'x'.repeat(2_000) }) })).toMatchObject({ kind: 'unclear', reason: 'no complete answer within 0.3 seconds' })
  api.close()
})

test('N15: the next proxy of the list is tried when one cannot be reached, and not when it refuses', async () => {
  const { proxy } = await setUp()
  const closed = await keepClosedPort()
  opened.push(closed)
  const gone = readProxy(`http://127.0.0.1:${closed.port}`)
  const answer = await tryOut(gone, at(proxy))
  expect(answer.ok).toBe(true)
  if (answer.ok) answer.value.close()
  const strict = await setUp((socket) => socket.end('HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n'))
  const before = proxy.asked.length
  expect((await tryOut(at(strict.proxy), at(proxy))).ok).toBe(false)
  expect(proxy.asked).toHaveLength(before)
})

test('N15: a SOCKS proxy is named as not supported, and nothing goes round it', async () => {
  expect(await tryOut(...routesFromSystem('SOCKS5 127.0.0.1:1080'))).toMatchObject({ ok: false, failure: { code: 'no-network', message: expect.stringContaining('a SOCKS proxy (127.0.0.1:1080), which is not supported') as unknown } })
})

test('N15: this machine itself is never reached through a proxy', async () => {
  const { proxy } = await setUp()
  const own = await openRawServer(afterLogin((socket) => socket.write(reply('201 Created', createdA1))), { tls: authority.issue('localhost') })
  opened.push(own)
  const api = await openApi(`https://localhost:${own.port}/v1`, { network: network(at(proxy)) })
  expect((await create(api)).kind).toBe('accepted')
  expect(proxy.asked).toEqual([])
  api.close()
})
