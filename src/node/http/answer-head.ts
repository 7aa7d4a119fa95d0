import type { IncomingHttpHeaders } from 'node:http'

/** How far the body goes. */
export type Extent = { readonly kind: 'length'; readonly bytes: number } | { readonly kind: 'chunks' } | { readonly kind: 'end-of-connection' }

export interface Head {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly extent: Extent
  readonly mayGoOn: boolean
}

const MAX_HEADERS = 200
const STATUS_LINE = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?$/
/** No white space before the colon, and no line that goes on in the next one: both have been used to smuggle. */
const HEADER = /^([!#$%&'*+.^`|~\w-]+):[ \t]*((?:[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?)[ \t]*$/
/** Of these the first counts, as with Node's own client; of others all, in a list. */
const single: ReadonlySet<string> = new Set(['content-type', 'retry-after', 'location', 'server'])

/** Status line and headers, without the empty line. Throws where anything is malformed or can be read in two ways. */
export function readHead(text: string): Head {
  const [first = '', ...lines] = text.split('\r\n')
  const [, minor = '', digits = ''] = STATUS_LINE.exec(first) ?? []
  if (digits === '') throw new Error('what came is no answer of HTTP/1.1')
  const headers = readHeaders(lines)
  const status = Number(digits)
  if (status === 101) throw new Error('the server changes to another protocol, which was not asked for')
  const extent = extentOf(status, headers)
  const closes = /(?:^|[ \t,])close(?:$|[ \t,])/i.test(headers.connection ?? '')
  return { status, headers, extent, mayGoOn: minor === '1' && !closes && extent.kind !== 'end-of-connection' }
}

export function readHeaders(lines: readonly string[]): IncomingHttpHeaders {
  if (lines.length > MAX_HEADERS) throw new Error(`the answer has more than ${MAX_HEADERS} headers`)
  // Without a prototype: a header may be called `constructor`.
  const found = Object.create(null) as Record<string, string>
  for (const line of lines) {
    const [, name, value = ''] = HEADER.exec(line) ?? []
    if (name === undefined) throw new Error('the answer has a malformed header')
    const key = name.toLowerCase()
    const before = found[key]
    if (before === undefined) found[key] = value
    else if (key === 'content-length') throw new Error('the answer has two lengths')
    else if (!single.has(key)) found[key] = `${before}, ${value}`
  }
  return found
}

function extentOf(status: number, headers: IncomingHttpHeaders): Extent {
  const coding = headers['transfer-encoding']
  const length = headers['content-length']
  if (coding !== undefined) {
    if (length !== undefined) throw new Error('the answer has a length and comes in chunks')
    if (coding.toLowerCase() !== 'chunked') throw new Error('the answer comes in a coding that was not asked for')
  }
  if (length !== undefined && !/^\d{1,15}$/.test(length)) throw new Error('the answer has a malformed length')
  if (status < 200 || status === 204 || status === 304) return { kind: 'length', bytes: 0 }
  if (coding !== undefined) return { kind: 'chunks' }
  return length === undefined ? { kind: 'end-of-connection' } : { kind: 'length', bytes: Number(length) }
}
