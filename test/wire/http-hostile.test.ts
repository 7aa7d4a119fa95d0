// The real client against servers that misbehave, by the rows of the catalogue. Each create is sent once, and what is not surely a
// yes or a no stays unclear.
import type { Socket } from 'node:net'
import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { connect } from '#node/http/connect.ts'
import { create, createdA1, deadlineMs, openApi, readA1 } from './support/api.ts'
import { nameLeadsTo } from './support/name-leads-to.ts'
import { type Act, afterLogin, openRawServer, type RawServer, reply } from './support/raw-server.ts'
import { credentials } from './support/run.ts'

const opened: { close(): Promise<void> | void }[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const each of opened.splice(0)) await each.close()
})

async function serve(act: Act): Promise<RawServer & { readonly url: string }> {
  const server = await openRawServer(act)
  opened.push(server)
  return { ...server, url: `http://127.0.0.1:${server.port}/v1` }
}

async function apiTo(act: Act, write = deadlineMs.write) {
  const server = await serve(afterLogin(act))
  const api = await openApi(server.url, { deadlineMs: { ...deadlineMs, write } })
  opened.push(api)
  return { server, api, creates: () => server.requests.filter(({ path }) => path.endsWith('/customers')).length }
}

const json = ['Content-Type: application/json']
const stream = (socket: Socket, piece: string): void => {
  const push = (): void => {
    while (!socket.destroyed && socket.write(piece));
    socket.once('drain', push)
  }
  push()
}

const unclear: readonly (readonly [string, (socket: Socket) => void])[] = [
  ['N03, N04: reset after the request', (socket) => void socket.resetAndDestroy()],
  ['N05: the connection ends instead of an answer', (socket) => void socket.end()],
  ['N05: half an answer, then the end', (socket) => void socket.end('HTTP/1.1 201 Cre')],
  ['N10: a body that is cut', (socket) => void socket.end('HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{"id":7,')],
  ['N10: a broken chunk', (socket) => void socket.end(`HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n${createdA1}\r\n0\r\n\r\n`)],
  ['N10: a length that is too short for the body', (socket) => void socket.end(`HTTP/1.1 201 Created\r\nContent-Length: 20\r\n\r\n${createdA1}`)],
  ['N11: early answers without an end', (socket) => stream(socket, 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(20))],
  ['N18: the page of a captive portal', (socket) => void socket.write(reply('200 OK', '<!DOCTYPE html><title>Sign in to the hotel</title>', ['Content-Type: TEXT/HTML']))],
  ['H01: an endless body', (socket) => {
    socket.write('HTTP/1.1 201 Created\r\nContent-Length: 10000000000\r\n\r\n')
    stream(socket, 'x'.repeat(65_536))
  }],
  ['H01: endless chunks', (socket) => {
    socket.write('HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n')
    stream(socket, `1000\r\n${'x'.repeat(4_096)}\r\n`)
  }],
  ['H02: a compressed answer', (socket) => void socket.write(reply('201 Created', createdA1, ['Content-Encoding: gzip']))],
  ['H02: stacked codings', (socket) => void socket.write(reply('201 Created', createdA1, [`Content-Encoding: ${'br, '.repeat(50)}gzip`]))],
  ['H03: nothing', (socket) => void socket.write(reply('201 Created'))],
  ['H03: bytes that are no UTF-8', (socket) => void socket.write(Buffer.concat([Buffer.from('HTTP/1.1 201 Created\r\nContent-Length: 3\r\n\r\n'), Buffer.from([0x22, 0xff, 0x22])]))],
  ['H03: a byte order mark', (socket) => void socket.write(reply('201 Created', `\ufeff${createdA1}`, json))],
  ['H03: NaN', (socket) => void socket.write(reply('201 Created', createdA1.replace('"id":7', '"id":NaN'), json))],
  ['H03: a property twice', (socket) => void socket.write(reply('201 Created', createdA1.replace('"id":7', '"id":7,"id":8'), json))],
  ['H03: a hundred thousand levels', (socket) => void socket.write(reply('201 Created', createdA1.replace('[]', `${'['.repeat(100_000)}${']'.repeat(100_000)}`), json))],
  ['H05: an id that is an object', (socket) => void socket.write(reply('201 Created', createdA1.replace('"id":7', '"id":{"value":7}'), json))],
  ['H05: sites that are no list', (socket) => void socket.write(reply('201 Created', createdA1.replace('[]', '{"0":{"id":1}}'), json))],
  ['H07: headers of 64 KB', (socket) => void socket.write(reply('201 Created', createdA1, [`X: ${'x'.repeat(65_536)}`]))],
  ['H07: a thousand headers', (socket) => void socket.write(reply('201 Created', createdA1, Array.from({ length: 1_000 }, (_, index) => `A${index}: b`)))],
  ['H07: two lengths', (socket) => void socket.write(reply('201 Created', createdA1, ['Content-Length: 5']))],
  ['H07: chunks and a length', (socket) => void socket.write(reply('201 Created', createdA1, ['Transfer-Encoding: chunked']))],
  ['H07: a header with a line break in it', (socket) => void socket.write(reply('201 Created', createdA1, ['X: a\rContent-Length: 1']))],
]
for (const [name, act] of unclear) {
  test(`${name}: unclear, sent once`, async () => {
    const { api, creates } = await apiTo(act)
    const outcome = await create(api)
    expect(outcome.kind).toBe('unclear')
    expect(creates()).toBe(1)
  })
}

test('N07: no answer at all: unclear, sent once', async () => {
  const { api, creates } = await apiTo(() => undefined, 500)
  expect(await create(api)).toMatchObject({ kind: 'unclear', reason: 'no complete answer within 0.5 seconds' })
  expect(creates()).toBe(1)
})

test('N09: an answer that trickles is ended by the deadline of the whole, not by silence', async () => {
  const { api } = await apiTo((socket) => {
    socket.write('HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n')
    const timer = setInterval(() => socket.write('x'), 30)
    socket.on('close', () => clearInterval(timer))
  }, 400)
  expect(await create(api)).toMatchObject({ kind: 'unclear', reason: 'no complete answer within 0.4 seconds' })
})

test('N11: 100, 102 and 103 before the answer, also twice, change nothing', async () => {
  const early = 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n'
  const { api } = await apiTo((socket) => void socket.write(early + reply('201 Created', createdA1, json)))
  expect(await create(api)).toEqual({ kind: 'accepted', id: '7', siteIds: {} })
})

test('H15: an answer after the deadline is not listened to any more', async () => {
  let asked: (socket: Socket) => void = () => undefined
  const received = new Promise<Socket>((resolve) => { asked = resolve })
  const { api, creates } = await apiTo((socket) => asked(socket), 150)
  const outcome = await create(api)
  const late = await received
  const written = await new Promise((resolve) => {
    late.write(reply('201 Created', createdA1, json), (error) => resolve(error ?? 'written'))
    late.once('close', () => resolve('closed'))
  })
  expect(outcome.kind).toBe('unclear')
  expect(written).toBeDefined()
  expect(creates()).toBe(1)
})

test('H06: properties named like those of all objects are harmless', async () => {
  const body = createdA1.replace('"sites":[]', '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"sites":[{"id":5,"siteReference":"__proto__"}]')
  const { api } = await apiTo((socket) => void socket.write(reply('201 Created', body, json)))
  const outcome = await create(api)
  expect(outcome).toMatchObject({ kind: 'accepted' })
  expect(outcome.kind === 'accepted' && Object.entries(outcome.siteIds)).toEqual([['__proto__', '5']])
  expect('polluted' in {}).toBe(false)
})

for (const status of [301, 302, 303, 307, 308]) {
  test(`H04: a redirect ${status} is followed by nobody: not by a create, a read or a login`, async () => {
    const target = await serve((socket) => void socket.write(reply('200 OK', createdA1)))
    const addresses = [target.url, '/v2/customers', `//127.0.0.1:${target.port}/`, 'file:///etc/passwd']
    for (const address of addresses) {
      const { api, creates } = await apiTo((socket) => void socket.end(reply(`${status} Elsewhere`, '', [`Location: ${address}`])))
      expect(await create(api)).toMatchObject({ kind: 'unclear', suspectAddress: true })
      expect(creates()).toBe(1)
      expect(await readA1(api)).toMatchObject({ kind: 'unusable' })
    }
    const away = await serve((socket) => void socket.end(reply(`${status} Elsewhere`, '', [`Location: ${target.url}/authenticate`])))
    expect(await connect({ ...credentials, baseUrl: away.url })).toMatchObject({ ok: false, failure: { code: 'bad-address' } })
    expect(target.connections()).toBe(0)
  })
}

test('H08: cookies, other services and refreshes of an answer leave no trace in the next request', async () => {
  const { server, api } = await apiTo((socket, { method }) => {
    const noise = ['Set-Cookie: a=b; Path=/', 'Alt-Svc: h3=":443"; ma=99999', 'Refresh: 0; url=/x', 'Link: </x>; rel=preload', 'Strict-Transport-Security: max-age=1', 'Clear-Site-Data: "*"', 'WWW-Authenticate: Basic']
    socket.write(method === 'GET' ? reply('200 OK', '[]', noise) : reply('201 Created', createdA1, noise))
  })
  await readA1(api)
  await create(api)
  await readA1(api)
  const heads = server.requests.map(({ head }) => head).join('\n')
  expect(heads).not.toMatch(/cookie|alt-used|referer/i)
  expect(server.requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual(['POST /v1/authenticate', 'GET /v1/customers', 'POST /v1/customers', 'GET /v1/customers'])
  for (const { head } of server.requests) expect(head).toMatch(/\r\naccept-encoding: identity\r\n/i)
})

test('H09, H10: what a server says in an error comes on one line, without steering characters, and cut', async () => {
  const { api } = await apiTo((socket) => void socket.write(reply('400 Bad Request', JSON.stringify({ message: `=cmd|\u001b[2J<b>\r\n\u202e${'long '.repeat(1_000)}` }), json)))
  const outcome = await create(api)
  expect(outcome).toMatchObject({ kind: 'rejected', reason: expect.stringMatching(/^=cmd\| \[2J<b> long \P{C}*…$/u) as unknown })
  expect(outcome.kind === 'rejected' && outcome.reason.length).toBeLessThanOrEqual(500)
})

test('H12: a login that trickles is ended by its deadline', async () => {
  const server = await serve((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"token":"')
    const timer = setInterval(() => socket.write('x'), 30)
    socket.on('close', () => clearInterval(timer))
  })
  const answer = await connect({ ...credentials, baseUrl: server.url, deadlineMs: { write: 200, read: 200 }, clock: { now: () => performance.now(), after: (_delay, call) => (setImmediate(call), () => undefined) } })
  expect(answer).toMatchObject({ ok: false, failure: { code: 'server-unusable', message: expect.stringContaining('no complete answer within 0.2 seconds') as unknown } })
  // Of the last one the server may hear after the client has given up.
  await vi.waitFor(() => expect(server.requests).toHaveLength(4), { timeout: 60_000 })
})

const tokens: readonly (readonly [string, string])[] = [['of 64 KB', 'x'.repeat(65_536)], ['with a line break', 'a\r\nX-Evil: 1'], ['with a space', 'a b'], ['that is empty', ''], ['with letters beyond ASCII', 'tok\u00e9n'], ['with a NUL', 'a\0b']]
for (const [name, token] of tokens) {
  test(`T07: a token ${name} never gets into a header`, async () => {
    const server = await serve((socket) => void socket.write(reply('200 OK', JSON.stringify({ token }), json)))
    const answer = await connect({ ...credentials, baseUrl: server.url, clock: { now: () => performance.now(), after: (_delay, call) => (setImmediate(call), () => undefined) } })
    expect(answer).toMatchObject({ ok: false, failure: { code: 'server-unusable' } })
    expect(server.requests.every(({ path }) => path === '/v1/authenticate')).toBe(true)
  })
}

test('T01, T02: eight reads with a token that has ended cost one login, and all are answered', async () => {
  let logins = 0
  const server = await serve((socket, { path, head }) => {
    if (path.endsWith('/authenticate')) socket.write(reply('200 OK', `{"token":"token-${(logins += 1)}"}`))
    else socket.write(/bearer token-1\r?$/im.test(head) ? reply('401 Unauthorized', '{"message":"token expired"}') : reply('200 OK', `[${createdA1}]`))
  })
  const api = await openApi(server.url)
  opened.push(api)
  const answers = await Promise.all(Array.from({ length: 8 }, () => readA1(api)))
  expect(answers.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => 'answer'))
  expect(logins).toBe(2)
})

test('X13: a gateway that blocks with a page of its own is taken for throttling, for a create and a read', async () => {
  const { api } = await apiTo((socket) => void socket.end(reply('403 Forbidden', '<html>Request blocked</html>', ['Retry-After: 7'])))
  expect(await create(api)).toEqual({ kind: 'throttled', afterMs: 7_000 })
  expect(await readA1(api)).toEqual({ kind: 'throttled', afterMs: 7_000 })
})

test('N01: nobody listens, or the name leads nowhere: told as not sent', async () => {
  const server = await serve(afterLogin(() => undefined))
  const api = await openApi(server.url)
  opened.push(api)
  await server.close()
  expect(await create(api)).toMatchObject({ kind: 'unreachable', reason: expect.stringContaining('ECONNREFUSED') as unknown })
  expect(await readA1(api)).toMatchObject({ kind: 'unreachable' })
})

const answering = { address: '127.0.0.1', family: 4 }
for (const refusing of [{ address: '::1', family: 6 }, { address: '127.0.0.2', family: 4 }]) {
  test(`N17: a name with two addresses, of which the first, ${refusing.address}, refuses, is reached over the other, with one request`, async () => {
    const server = await serve(afterLogin((socket) => void socket.write(reply('201 Created', createdA1))))
    nameLeadsTo(refusing)
    expect(await connect({ ...credentials, baseUrl: `http://localhost:${server.port}/v1` })).toMatchObject({ ok: false, failure: { code: 'no-network' } })
    nameLeadsTo(refusing, answering)
    const api = await openApi(`http://localhost:${server.port}/v1`)
    opened.push(api)
    expect((await create(api)).kind).toBe('accepted')
    expect(server.requests).toHaveLength(2)
  })
}

test('a connection that the server closes before anything was sent is not sent', async () => {
  const server = await serve((socket, request) => afterLogin(() => undefined)(socket, request))
  const api = await openApi(server.url)
  opened.push(api)
  const line = await api.open()
  await server.close()
  // The client hears of it in a turn of the loop, whatever a clock says.
  for (let turn = 0; turn < 20; turn += 1) await turnOfTheLoop()
  expect(line.kind === 'open' && (await line.line.send({ path: '/customers', body: '{}', expect: { kind: 'customer', key: { customer: 'A1', contractOwnerId: '1' } }, idempotencyKey: 'k' }))).toMatchObject({ kind: 'unreachable' })
})

test('what a server says on a kept connection without being asked is never taken for the next answer', async () => {
  const asked: Socket[] = []
  const { api } = await apiTo((socket) => socket.write(reply('200 OK', asked.push(socket) === 1 ? '[]' : `[${createdA1}]`)))
  expect(await readA1(api)).toEqual({ kind: 'answer', value: [] })
  const [kept] = asked
  const ended = new Promise<void>((resolve) => void kept?.once('end', resolve).once('close', resolve))
  kept?.write(reply('200 OK', '[]'))
  // The client ends its connection for that, as the server sees.
  await ended
  expect(await readA1(api)).toMatchObject({ kind: 'answer', value: [{ id: '7' }] })
})
