// A second reading of an answer's bytes, as lenient as can be: what it cannot find in them, nobody may claim to have read there.

export interface RawReading {
  readonly status: number
  /** Every way the body could be cut out whole: by chunks, by length, by the end of the connection. */
  readonly bodies: readonly Buffer[]
}

export function readRaw(bytes: Buffer): RawReading | null {
  let rest = bytes.toString('latin1')
  for (;;) {
    const start = /^[\r\n]*HTTP\/\d\.\d +(\d{3})[^\n]*\n/.exec(rest)
    if (start === null) return null
    const status = Number(start[1])
    const head = /^(?:[^\r\n][^\n]*\n)*\r?\n/.exec(rest.slice(start[0].length))
    if (head === null) return null
    rest = rest.slice(start[0].length + head[0].length)
    if (status < 200 && status !== 101) continue
    const lengths = [...head[0].matchAll(/^content-length\s*:\s*(\d+)/gim)].map((found) => Number(found[1]))
    const bodies = [chunked(rest), ...lengths.map((length) => (rest.length >= length ? rest.slice(0, length) : null)), rest]
    return { status, bodies: bodies.filter((body) => body !== null).map((body) => Buffer.from(body, 'latin1')) }
  }
}

function chunked(text: string): string | null {
  let body = ''
  for (let at = 0; ;) {
    const size = /^[ \t]*([\da-f]+)[^\n]*\n/i.exec(text.slice(at, at + 30_000))
    if (size === null) return null
    at += size[0].length
    const length = Number.parseInt(size[1] ?? '', 16)
    if (length === 0) return body
    if (at + length > text.length) return null
    body += text.slice(at, at + length)
    at += length
    at += /^\r?\n/.exec(text.slice(at, at + 2))?.[0].length ?? 0
  }
}

/** What of it is JSON in whole UTF-8. */
export function jsonOf({ bodies }: RawReading): readonly unknown[] {
  return bodies.flatMap((body): unknown[] => {
    try {
      return [JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body))]
    } catch {
      return []
    }
  })
}
