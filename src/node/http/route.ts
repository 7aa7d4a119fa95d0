// How to get to a server: straight, or through a proxy that opens a tunnel (CONNECT).

export interface Proxy {
  readonly kind: 'proxy'
  readonly host: string
  readonly port: number
  /** For the header Proxy-Authorization; null when no user is known. */
  readonly authorization: string | null
}

export type Route =
  | { readonly kind: 'direct' }
  | Proxy
  /** The settings name something that is not supported. It is never passed by: they may be there so that nothing goes straight. */
  | { readonly kind: 'unusable'; readonly reason: string }

/** In the order to try them; the next one only when the proxy before it cannot be reached. */
export type FindRoutes = (url: URL) => Promise<readonly Route[]>

export const direct: readonly Route[] = [{ kind: 'direct' }]

/** `http://user:password@host:port`, or host and port alone; null when it is none of these. */
export function readProxy(text: string): Proxy | null {
  const address = text.includes('://') ? text : `http://${text}`
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'http:' || url.hostname === '') return null
  const user = [url.username, url.password].map(decode)
  const authorization = url.username === '' ? null : `Basic ${Buffer.from(user.join(':'), 'utf8').toString('base64')}`
  return { kind: 'proxy', host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port === '' ? 80 : url.port), authorization }
}

/** A lone % in a password that nobody has written as %25 stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
