// One request against raw sockets that misbehave.
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { keepClosedPort } from '../../../test/support/closed-port.ts'
import { systemClock } from '../clock.ts'
import { type Exchange, talkOver } from './exchange.ts'
import { openSocket } from './open-socket.ts'
import { openReadPool } from './read-pool.ts'
import { headWriter } from './request-head.ts'
import { direct } from './route.ts'

const opened: { close(): void }[] = []
afterEach(() => {
  for (const each of opened.splice(0)) each.close()
})

/** What is to come has all the time there is; only what waits for the deadline is given a short one. */
const deadlineMs = 60_000
const shortMs = 300

/** A server that gives each connection to `serve` once it has sent something; counts connections. */
async function serve(act: (socket: Socket) => void) {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.on('error', () => undefined)
    socket.once('data', () => act(socket))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  opened.push(server)
  const { port } = server.address() as AddressInfo
  return { url: new URL(`http://127.0.0.1:${port}/v1`), connections: () => connections }
}

async function post(url: URL, more: Partial<Exchange> = {}) {
  const way = await openSocket(url, { routes: direct })
  if (way.kind !== 'open') throw new Error(way.reason)
  const head = headWriter(url, { 'content-length': '2', connection: 'close' })({ method: 'POST', path: '/customers' }, {})
  return talkOver(way.socket).exchange({ head, body: '{}', deadlineMs, maxBodyBytes: 1_000, ...more })
}

const reply = (head: string, body = ''): string => `HTTP/1.1 ${head}\r\n\r\n${body}`

test('a whole answer is given as it is, early hints before it are passed over', async () => {
  const { url } = await serve((socket) => socket.end(reply('103 Early Hints\r\nLink: x') + reply('201 Created\r\nContent-Length: 2', '{}')))
  expect(await post(url)).toMatchObject({ kind: 'answer', status: 201, body: '{}' })
})

test('a redirect is an answer like any other: nothing follows it', async () => {
  const target = await serve((socket) => socket.end(reply('200 OK\r\nContent-Length: 0')))
  const { url } = await serve((socket) => socket.end(reply(`307 Temporary Redirect\r\nLocation: ${target.url.href}\r\nContent-Length: 0`)))
  expect(await post(url)).toMatchObject({ kind: 'answer', status: 307 })
  expect(target.connections()).toBe(0)
})

const endings: readonly (readonly [string, (socket: Socket) => void])[] = [
  ['cut body', (socket) => socket.end(reply('201 Created\r\nContent-Length: 50', '{"id":')) ],
  ['reset before the answer', (socket) => void socket.resetAndDestroy()],
  ['end before the answer', (socket) => void socket.end()],
  ['broken chunks', (socket) => socket.end(reply('200 OK\r\nTransfer-Encoding: chunked', 'zz\r\nfoo'))],
  ['no HTTP', (socket) => socket.end('hello\r\n\r\n')],
  ['two lengths', (socket) => socket.end(reply('200 OK\r\nContent-Length: 2\r\nContent-Length: 3', '{}'))],
  ['endless headers', (socket) => socket.write(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`)],
  ['over the cap', (socket) => socket.end(reply('200 OK\r\nContent-Length: 1001', 'x'.repeat(1_001)))],
  ['compressed', (socket) => socket.end(reply('200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2', '{}'))],
  ['not UTF-8', (socket) => socket.end(Buffer.from(`${reply('200 OK\r\nContent-Length: 2')}\xff\xfe`, 'latin1'))],
]
for (const [name, act] of endings) {
  test(`${name}: one connection, one failure, counted as connected`, async () => {
    const { url, connections } = await serve(act)
    expect(await post(url)).toMatchObject({ kind: 'failed', connected: true })
    expect(connections()).toBe(1)
  })
}

test('mute: one connection, one failure, counted as connected', async () => {
  const { url, connections } = await serve(() => undefined)
  expect(await post(url, { deadlineMs: shortMs })).toEqual({ kind: 'failed', connected: true, reason: 'no complete answer within 0.3 seconds' })
  expect(connections()).toBe(1)
})

test('a trickle does not prolong the deadline', async () => {
  const { url } = await serve((socket) => {
    // Were it prolonged, the answer would be whole after 30 seconds.
    socket.write(reply('200 OK\r\nContent-Length: 600'))
    const timer = setInterval(() => socket.write('x'), 50)
    socket.on('close', () => clearInterval(timer))
  })
  expect(await post(url, { deadlineMs: shortMs })).toMatchObject({ kind: 'failed', reason: 'no complete answer within 0.3 seconds' })
})

test('no connection is known to have sent nothing, in plain words', async () => {
  const closed = await keepClosedPort()
  opened.push(closed)
  const url = new URL(`http://127.0.0.1:${closed.port}`)
  const way = await openSocket(url, { routes: direct })
  expect(way).toEqual({ kind: 'failed', reason: 'nothing answers at this address (ECONNREFUSED)' })
  const nowhere = openReadPool(url, { dial: (to) => openSocket(to, { routes: direct }), clock: systemClock, most: 1 })
  const read = await nowhere.exchange({ head: 'GET / HTTP/1.1\r\n\r\n', body: null, deadlineMs, maxBodyBytes: 10 })
  expect(read).toMatchObject({ kind: 'failed', connected: false })
})
