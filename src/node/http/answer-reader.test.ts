import { request } from 'node:http'
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnswerReader, type WholeAnswer } from './answer-reader.ts'

/** What the reader makes of these pieces and the end of the connection; null where it is no answer. */
function read(pieces: readonly Buffer[]): WholeAnswer | null {
  const reader = createAnswerReader(1_000)
  try {
    let whole: WholeAnswer | null = null
    for (const piece of pieces) {
      // Bytes behind the end: the connection would be given up.
      if (whole !== null) return null
      whole = reader.take(piece)
    }
    return whole ?? reader.end()
  } catch {
    return null
  }
}

const told = (answer: WholeAnswer | null) => answer && { status: answer.status, body: answer.body.toString('latin1') }
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')

const answers: readonly (readonly [string, string, { readonly status: number; readonly body: string }])[] = [
  ['a length', 'HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}', { status: 201, body: '{}' }],
  ['no reason', 'HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n', { status: 200, body: '' }],
  ['chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\n{"\r\nA\r\nabcdefghij\r\n0\r\nTrailer: x\r\n\r\n', { status: 200, body: '{"abcdefghij' }],
  ['until the end of the connection', 'HTTP/1.0 200 OK\r\nX:\r\n\r\nabc', { status: 200, body: 'abc' }],
  ['early answers', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n', { status: 204, body: '' }],
]
test.each(answers)('%s: read alike in one piece and byte by byte', (_name, text, answer) => {
  expect(told(read([bytes(text)]))).toEqual(answer)
  expect(told(read(Array.from(bytes(text), (byte) => Buffer.of(byte))))).toEqual(answer)
})

const wrong: readonly string[] = [
  'HTTP/2 200 OK\r\n\r\n', 'HTTP/1.1 20 OK\r\n\r\n', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n', ' HTTP/1.1 200 OK\r\n\r\n', 'HTTP/1.1 200 OK\n\n',
  'HTTP/1.1 200 OK\r\nA : b\r\n\r\n', 'HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n', 'HTTP/1.1 200 OK\r\nA: b\rc\r\n\r\n', 'HTTP/1.1 200 OK\r\nA: b\nc: d\r\n\r\n', 'HTTP/1.1 200 OK\r\n: b\r\n\r\n',
  'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}', 'HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\n{}', 'HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\n{}',
  'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n{}', 'HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}x\r\n0\r\n\r\n', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n',
]
test.each(wrong)('%j is no answer', (text) => {
  expect(read([bytes(text)])).toBeNull()
  expect(read(Array.from(bytes(text), (byte) => Buffer.of(byte)))).toBeNull()
})

test.each([
  ['HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', true],
  ['HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: Close\r\n\r\n', false],
  ['HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: keep-alive\r\nConnection: close\r\n\r\n', false],
  ['HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n', false],
])('%j: another request may follow: %s', (text, mayGoOn) => {
  expect(read([bytes(text)])?.mayGoOn).toBe(mayGoOn)
})

/** What Node's own client makes of it. */
function readByNode(pieces: readonly Buffer[]): Promise<{ readonly status: number; readonly body: string } | null> {
  return new Promise((resolve) => {
    const line = new Duplex({ read: () => undefined, write: (_bytes, _encoding, done) => done() })
    const asked = request({ createConnection: () => line as Socket, method: 'POST', headers: { connection: 'close' } })
    asked.on('error', () => resolve(null))
    asked.on('response', (response) => {
      let body = ''
      response.setEncoding('latin1').on('data', (text: string) => (body += text)).on('error', () => resolve(null))
      response.on('close', () => resolve(response.complete ? { status: response.statusCode ?? 0, body } : null))
    })
    asked.end('{}')
    for (const piece of pieces) line.push(piece)
    line.push(null)
  })
}

const lines = [
  'Content-Length: 2\r\n', 'Content-Length: 5\r\n', 'content-length:0\r\n', 'Transfer-Encoding: chunked\r\n', 'Transfer-Encoding: Chunked \r\n', 'Transfer-Encoding: identity\r\n', 'X: y\r\n', 'X:\r\n', 'X : y\r\n',
  ' folded\r\n', 'Y: a\rb\r\n', 'Y: a\nb\r\n', 'Y: a\0\r\n', 'Connection: close\r\n', 'Connection: keep-alive\r\n', 'Connection: upgrade\r\n', 'Upgrade: x\r\n',
]
const heads = ['HTTP/1.1 200 OK\r\n', 'HTTP/1.1 201\r\n', 'HTTP/1.0 200 OK\r\n', 'HTTP/1.1 204 No Content\r\n', 'HTTP/1.1 304 Not Modified\r\n', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n', 'HTTP/1.1 400 B\xe4d\r\n', 'HTTP/1.1 999 X\r\n', 'HTTP/1.1  200 OK\r\n', 'HTTP/1.1 200 OK\n']
const bodies = ['', '{}', '{}', '12345', '2\r\n{}\r\n', '5\r\n12345\r\n', '05\r\n12345\r\n', '5;a=b\r\n12345\r\n', '0\r\n\r\n', '0\r\n\r\n', '0\r\nX: y\r\n\r\n', 'g\r\n', '\r\n', 'HTTP/1.1 200 OK\r\n']

test('what is taken for an answer, Node’s own client takes for the same one', async () => {
  let both = 0
  const cut = fc.array(fc.nat({ max: 120 }), { maxLength: 4 })
  const answer = fc.record({ head: fc.constantFrom(...heads), headers: fc.array(fc.constantFrom(...lines), { maxLength: 3 }), body: fc.array(fc.constantFrom(...bodies), { maxLength: 3 }) })
  await fc.assert(fc.asyncProperty(answer, cut, async ({ head, headers, body }, cuts) => {
    const all = bytes(`${head}${headers.join('')}\r\n${body.join('')}`)
    const places = [0, ...cuts.filter((at) => at < all.length).toSorted((left, right) => left - right), all.length]
    const pieces = places.slice(1).map((to, at) => all.subarray(places[at], to)).filter(({ length }) => length > 0)
    const ours = told(read(pieces))
    if (ours === null) return
    both += 1
    expect(await readByNode(pieces)).toEqual(ours)
  }), { numRuns: 4_000 })
  expect(both).toBeGreaterThan(300)
})
