const TARGET = /^\/[\x21-\x7e]*$/
const VALUE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/

export type HeadWriter = (line: { readonly method: 'GET' | 'POST'; readonly path: string }, headers: Headers) => string
type Headers = Readonly<Record<string, string>>

/**
 * Writes the lines before the body, up to and including the empty one. Throws for what would become another line or another request.
 * `always`: headers of every request, looked at once.
 */
export function headWriter(baseUrl: URL, always: Headers): HeadWriter {
  const base = baseUrl.pathname.replace(/\/+$/, '')
  const start = `host: ${baseUrl.host}\r\n${lines(always)}`
  return ({ method, path }, headers) => {
    const target = base + path
    if (!TARGET.test(target)) throw new Error('the path of a request has a character that it may not have')
    return `${method} ${target} HTTP/1.1\r\n${start}${lines(headers)}\r\n`
  }
}

function lines(headers: Headers): string {
  let text = ''
  for (const [name, value] of Object.entries(headers)) {
    if (!VALUE.test(value)) throw new Error(`the header ${name} has a character that it may not have`)
    text += `${name}: ${value}\r\n`
  }
  return text
}
