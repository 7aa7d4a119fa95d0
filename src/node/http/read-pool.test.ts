import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openSocket } from './open-socket.ts'
import { openReadPool, type ReadPool } from './read-pool.ts'
import { headWriter } from './request-head.ts'
import { direct } from './route.ts'

const opened: { close(): void }[] = []
afterEach(() => {
  for (const each of opened.splice(0)) each.close()
})

interface Asked {
  readonly socket: Socket
  /** Counted from 1. */
  readonly connection: number
  readonly path: string
}

/** Answers each question as `act` says; `pass` moves the pool's clock. */
async function serve(act: (asked: Asked) => void, most = 8) {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    const connection = sockets.push(socket)
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => act({ socket, connection, path: bytes.toString('latin1').split(' ')[1] ?? '' }))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  let now = 0
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`)
  const pool = openReadPool(url, { dial: (to) => openSocket(to, { routes: direct }), clock: { now: () => now, after: () => () => undefined }, most })
  opened.push(server, pool)
  const ask = (path: string) => pool.exchange({ head: headWriter(url, { connection: 'keep-alive' })({ method: 'GET', path }, {}), body: null, deadlineMs: 60_000, maxBodyBytes: 100 })
  /** Until the pool has let the first connection go, as the server sees it. */
  const firstIsGone = async (): Promise<void> => {
    const [socket] = sockets
    if (socket?.closed === false) await once(socket, 'close')
  }
  return { pool, ask, connections: () => sockets.length, firstIsGone, pass: (ms: number) => void (now += ms) }
}

/** Says which connection it came over, and what was asked. */
function answer({ socket, connection, path }: Asked, ...headers: readonly string[]): void {
  const body = `${connection} ${path}`
  socket.write([`HTTP/1.1 200 OK`, `Content-Length: ${body.length}`, ...headers, '', body].join('\r\n'))
}

const bodyOf = (said: Awaited<ReturnType<ReadPool['exchange']>>): string => said.kind === 'answer' ? said.body : said.reason

test('one question after the other uses one connection', async () => {
  const { ask } = await serve(answer)
  expect([bodyOf(await ask('/a')), bodyOf(await ask('/b')), bodyOf(await ask('/c'))]).toEqual(['1 /v1/a', '1 /v1/b', '1 /v1/c'])
})

test('many at once use as many as there may be, and each gets its own answer', async () => {
  const { ask, connections } = await serve((asked) => void setTimeout(() => answer(asked), 5), 3)
  const paths = Array.from({ length: 20 }, (_, at) => `/${at}`)
  const said = await Promise.all(paths.map(ask))
  expect(said.map((each) => bodyOf(each).split(' ')[1])).toEqual(paths.map((path) => `/v1${path}`))
  expect(connections()).toBe(3)
})

test('bytes that come while nothing is asked are never the answer to the next question', async () => {
  const heard: Asked[] = []
  const { ask, firstIsGone } = await serve((asked) => {
    heard.push(asked)
    answer(asked)
  })
  expect(bodyOf(await ask('/a'))).toBe('1 /v1/a')
  answer({ ...heard[0]!, path: '/forged' })
  await firstIsGone()
  expect(bodyOf(await ask('/b'))).toBe('2 /v1/b')
})

test('bytes behind an answer make it none, and end the connection', async () => {
  const { ask } = await serve((asked) => {
    if (asked.connection === 1) asked.socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]')
    else answer(asked)
  })
  expect(await ask('/a')).toMatchObject({ kind: 'failed', connected: true })
  expect(bodyOf(await ask('/b'))).toBe('2 /v1/b')
})

test.each([['Connection: close', 0], ['Keep-Alive: timeout=1', 0], ['Keep-Alive: timeout=3, max=100', 2_000], ['X: y', 4_000]])('after "%s" a connection that rests %i ms is not used again', async (header, restMs) => {
  const { ask, pass } = await serve((asked) => answer(asked, header))
  await ask('/a')
  pass(restMs)
  expect(bodyOf(await ask('/b'))).toBe('2 /v1/b')
  pass(restMs - 1)
  expect(bodyOf(await ask('/c'))).toBe(restMs === 0 ? '3 /v1/c' : '2 /v1/c')
})

test('a connection that the server closed while it rested is not used again', async () => {
  const { ask, firstIsGone } = await serve((asked) => {
    answer(asked)
    if (asked.connection === 1) asked.socket.end()
  })
  await ask('/a')
  await firstIsGone()
  expect(bodyOf(await ask('/b'))).toBe('2 /v1/b')
})

test('closing ends what is under way', async () => {
  const { ask, pool, connections } = await serve(() => pool.close())
  expect(await ask('/a')).toMatchObject({ kind: 'failed', connected: true })
  expect(connections()).toBe(1)
})
