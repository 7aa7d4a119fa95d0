// An answer as raw bytes, from a seed: whole and good, odd, against the rules, cut, or damaged.
import { type Random, seedRandom } from '../../../scripts/examples/random.ts'
import { makeBody } from './make-body.ts'

export interface MadeAnswer {
  readonly seed: number
  /** In the pieces they arrive in. */
  readonly pieces: readonly Buffer[]
  /** How the connection ends: closed, broken, or never. */
  readonly ending: 'close' | 'reset' | 'silence'
  /** What was asked for, by the rules, and whole: it must be believed. */
  readonly isGood: boolean
}

/** The same answer for the same seed. `good`: the body the request hoped for. */
export function makeAnswer(seed: number, good: string): MadeAnswer {
  const random = seedRandom(seed)
  if (random.chance(0.06)) {
    const bytes = Buffer.from(`HTTP/1.1 ${random.pick(['200 OK', '201 Created'])}\r\nContent-Type: application/json\r\nDate: Sun, 01 Mar 2026 10:00:00 GMT\r\n${frame(random, Buffer.from(good), random.pick(['length', 'chunks']))}`, 'latin1')
    return { seed, pieces: cut(random, bytes), ending: 'close', isGood: true }
  }
  const framing = random.chance(0.7) ? random.pick(['length', 'chunks', 'none'] as const) : random.pick(ODD_FRAMES)
  const head = `${prelude(random)}${statusLine(random)}\r\n${headers(random)}`
  const whole = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(frame(random, makeBody(random, good), framing), 'latin1')])
  const damaged = random.chance(0.25) ? damage(random, whole) : whole
  const bytes = random.chance(0.04) ? Buffer.concat([damaged, random.chance(0.5) ? damaged : whole]) : damaged
  return { seed, pieces: cut(random, bytes), ending: random.pick(['close', 'close', 'close', 'close', 'close', 'reset', 'reset', 'silence']), isGood: false }
}

const STATUS = [
  'HTTP/1.1 200 OK', 'HTTP/1.1 201 Created', 'HTTP/1.1 201', 'HTTP/1.0 200 OK', 'HTTP/1.1 200 OK', 'HTTP/1.1 201 Created',
]
const ODD_STATUS = ['HTTP/2 200', 'HTTP/1.1 2000 OK', 'HTTP/1.1 20 OK', 'HTTP/1.1 -201 x', 'http/1.1 200 OK', 'ICY 200 OK', 'HTTP/9.9 200 OK', 'HTTP/1.1  201 Created', ' HTTP/1.1 200 OK', 'SSH-2.0-x', '', 'HTTP/1.1 201 \x80\xff', 'HTTP/0.9 200']
const CODES = [101, 202, 203, 204, 205, 206, 207, 226, 300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 413, 414, 415, 417, 418, 421, 422, 425, 426, 429, 431, 451, 500, 501, 502, 503, 504, 511, 599, 700, 999]

function statusLine(random: Random): string {
  const at = random.below(10)
  if (at < 5) return random.pick(STATUS)
  if (at === 5) return random.pick(ODD_STATUS)
  return `HTTP/1.1 ${random.pick(CODES)} ${random.pick(['Said', '', 'x'.repeat(300)])}`
}

function prelude(random: Random): string {
  if (!random.chance(0.12)) return ''
  return random.pick([
    'HTTP/1.1 100 Continue\r\n\r\n', 'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(random.pick([2, 60, 300])),
    'HTTP/1.1 102 Processing\r\nContent-Length: 5\r\n\r\n', '\r\n\r\n', '\n', 'garbage\r\n',
  ])
}

const SOUND_HEADERS = ['Content-Type: application/json', 'Content-Type: text/html', 'Date: Sun, 01 Mar 2026 10:00:00 GMT', 'Retry-After: 5', 'RateLimit: "a";r=5;t=9', 'Set-Cookie: a=b', 'Connection: close']
const HEADERS = [
  'Content-Type: application/json', 'Content-Type: text/html', 'content-type:APPLICATION/JSON; charset=utf-16', 'Date: Sun, 01 Mar 2026 10:00:00 GMT', 'Date: tomorrow', 'Retry-After: 5', 'Retry-After: -1', 'Retry-After: 1e9',
  'RateLimit: "a";r=5;t=9', 'RateLimit: "a";r=', 'Set-Cookie: a=b; Domain=.example.com', 'Alt-Svc: h3=":443"', 'Location: http://127.0.0.1:1/', 'Location: file:///etc/passwd', 'Refresh: 0; url=http://x/', 'Strict-Transport-Security: max-age=1',
  'Connection: keep-alive', 'Connection: close', 'Connection: upgrade', 'Upgrade: h2c', 'Keep-Alive: timeout=-1', 'Content-Encoding: identity', 'Content-Encoding: gzip', 'Content-Encoding: br, gzip, gzip', 'Content-Range: bytes 0-1/2', '__proto__: x', 'constructor: x', 'X: \x80\xff', 'X : spaced', 'X\x00Y: nul', 'X: a\r\n folded', ': nameless', 'no colon', 'X: a\rb', 'Trailer: Content-Length', 'Warning: 299', 'ETag: "x"',
]

function headers(random: Random): string {
  const chosen = Array.from({ length: random.pick([0, 1, 1, 2, 4]) }, () => random.pick(random.chance(0.7) ? SOUND_HEADERS : HEADERS))
  if (random.chance(0.02)) chosen.push(`X: ${'x'.repeat(random.pick([9_000, 40_000]))}`)
  if (random.chance(0.02)) chosen.push(...Array.from({ length: random.pick([150, 400]) }, (_, index) => `X-${index}: y`))
  return chosen.map((header) => `${header}\r\n`).join('')
}

const ODD_FRAMES = ['longer', 'shorter', 'twice', 'twice-other', 'both', 'both-other-order', 'negative', 'huge', 'not-a-number', 'list', 'gzip-chunked', 'unknown-coding', 'bad-chunk', 'huge-chunk', 'no-last-chunk', 'extensions', 'trailers', 'spaced'] as const
type Framing = 'length' | 'chunks' | 'none' | (typeof ODD_FRAMES)[number]

/** The rest of the headers and the body, which is carried as latin1 so that no byte changes. */
function frame(random: Random, body: Buffer, framing: Framing): string {
  const text = body.toString('latin1')
  const size = body.length
  const length = (value: string | number): string => `Content-Length: ${value}\r\n`
  const coded = 'Transfer-Encoding: chunked\r\n'
  switch (framing) {
    case 'length': return `${length(size)}\r\n${text}`
    case 'chunks': return `${coded}\r\n${chunks(random, text)}0\r\n\r\n`
    case 'none': return `\r\n${text}`
    case 'longer': return `${length(size + 1 + random.below(50))}\r\n${text}`
    case 'shorter': return `${length(Math.max(0, size - 1 - random.below(50)))}\r\n${text}`
    case 'twice': return `${length(size)}${length(size)}\r\n${text}`
    case 'twice-other': return `${length(size)}${length(size + 1)}\r\n${text}`
    case 'both': return `${length(size)}${coded}\r\n${random.chance(0.5) ? text : `${chunks(random, text)}0\r\n\r\n`}`
    case 'both-other-order': return `${coded}${length(size)}\r\n${chunks(random, text)}0\r\n\r\n`
    case 'negative': return `${length(-size)}\r\n${text}`
    case 'huge': return `${length('9'.repeat(random.pick([12, 16, 30])))}\r\n${text}`
    case 'not-a-number': return `${length(random.pick(['x', '', '0x10', '1_0', `${size}, ${size}`, `+${size}`, `${size} `]))}\r\n${text}`
    case 'list': return `${length(`${size},${size}`)}\r\n${text}`
    case 'gzip-chunked': return `Transfer-Encoding: gzip, chunked\r\n\r\n${chunks(random, text)}0\r\n\r\n`
    case 'unknown-coding': return `Transfer-Encoding: ${random.pick(['xchunked', 'chunked, identity', 'chunked;q=1', '\x0bchunked', 'Chunked '])}\r\n\r\n${chunks(random, text)}0\r\n\r\n`
    case 'bad-chunk': return `${coded}\r\n${random.pick(['zz', '-5', '0x5', ' 5', '5 ', '', '5\n'])}\r\n${text}\r\n0\r\n\r\n`
    case 'huge-chunk': return `${coded}\r\n${'f'.repeat(random.pick([7, 15, 17]))}\r\n${text}\r\n0\r\n\r\n`
    case 'no-last-chunk': return `${coded}\r\n${chunks(random, text)}${random.pick(['', '0', '0\r\n', '0\r\nX: y\r\n'])}`
    case 'extensions': return `${coded}\r\n${size.toString(16)};${random.pick(['a=b', 'x'.repeat(20_000), '"', 'a="b'])}\r\n${text}\r\n0\r\n\r\n`
    case 'trailers': return `${coded}\r\n${chunks(random, text)}0\r\n${random.pick(['Content-Length: 1', 'X: y', '__proto__: z', `X: ${'y'.repeat(40_000)}`])}\r\n\r\n`
    case 'spaced': return `Content-Length : ${size}\r\n\r\n${text}`
    default: return framing satisfies never
  }
}

function chunks(random: Random, text: string): string {
  const parts: string[] = []
  for (let at = 0; at < text.length;) {
    const part = text.slice(at, at + 1 + random.below(Math.max(20, text.length / 3)))
    parts.push(`${part.length.toString(16)}\r\n${part}\r\n`)
    at += part.length
  }
  return parts.join('')
}

function damage(random: Random, bytes: Buffer): Buffer {
  const at = random.below(bytes.length + 1)
  const to = Math.min(bytes.length, at + random.below(30))
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  switch (random.below(6)) {
    case 0: return Buffer.from(before)
    case 1: return Buffer.concat([before, Buffer.from([random.below(256)]), after])
    case 2: return Buffer.concat([before, bytes.subarray(to)])
    case 3: return Buffer.concat([before, bytes.subarray(at, to), after])
    case 4: return Buffer.concat([before, Buffer.from(random.pick(['\r\n', '\n', '\r\n\r\n', '\0', ' ', ':'])), after])
    default: {
      const changed = Buffer.from(bytes)
      if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8))
      return changed
    }
  }
}

function cut(random: Random, bytes: Buffer): readonly Buffer[] {
  if (random.chance(0.5)) return [bytes]
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    const size = 1 + random.below(random.pick([3, 60, 2_000]))
    pieces.push(bytes.subarray(at, at + size))
    at += size
    if (pieces.length === 40) {
      pieces.push(bytes.subarray(at))
      break
    }
  }
  return pieces
}
