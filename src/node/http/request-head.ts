const TARGET = /^\/[\x21-\x7e]*$/
const VALUE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/

/** The lines before the body, up to and including the empty one. Throws for what would become another line or another request. */
export function requestHead(baseUrl: URL, { method, path }: { readonly method: 'GET' | 'POST'; readonly path: string }, headers: Readonly<Record<string, string>>): string {
  const target = `${baseUrl.pathname.replace(/\/+$/, '')}${path}`
  if (!TARGET.test(target)) throw new Error('the path of a request has a character that it may not have')
  let head = `${method} ${target} HTTP/1.1\r\nhost: ${baseUrl.host}\r\n`
  for (const [name, value] of Object.entries(headers)) {
    if (!VALUE.test(value)) throw new Error(`the header ${name} has a character that it may not have`)
    head += `${name}: ${value}\r\n`
  }
  return `${head}\r\n`
}
