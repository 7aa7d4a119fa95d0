import { direct, readProxy, type Route } from './route.ts'

/**
 * What the system's settings or a PAC script answer: `PROXY one:3128; PROXY two:3128; DIRECT`. They never hold a password: that of
 * the same proxy is taken from `known`, the environment's.
 */
export function routesFromSystem(answer: string, known: readonly Route[] = []): readonly Route[] {
  const entries = answer.split(';').map((entry) => entry.trim()).filter((entry) => entry !== '')
  const routes = entries.map((entry) => {
    const route = readEntry(entry)
    return known.find((other) => route.kind === 'proxy' && other.kind === 'proxy' && other.host === route.host && other.port === route.port) ?? route
  })
  const usable = routes.filter((route) => route.kind !== 'unusable')
  return usable.length > 0 ? usable : routes.length > 0 ? routes.slice(0, 1) : direct
}

function readEntry(entry: string): Route {
  const [kind = '', address = ''] = entry.split(/\s+/)
  if (kind.toUpperCase() === 'DIRECT') return { kind: 'direct' }
  const proxy = /^(?:PROXY|HTTP)$/i.test(kind) ? readProxy(address) : null
  if (proxy !== null) return proxy
  const what = /^SOCKS/i.test(kind) ? 'a SOCKS proxy' : /^HTTPS$/i.test(kind) ? 'a proxy that is spoken to by https' : 'a proxy'
  return { kind: 'unusable', reason: `the network settings of this computer name ${what} (${address === '' ? entry : address}), which is not supported: only an HTTP proxy is` }
}
