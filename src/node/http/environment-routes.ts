// The proxy that the environment names, as curl and most command line programs read it.
import { BlockList, isIP } from 'node:net'
import { direct, readProxy, type Route } from './route.ts'

type Environment = Readonly<Record<string, string | undefined>>

export function routesFromEnvironment(url: URL, env: Environment): readonly Route[] {
  const [name, text] = firstSet(env, ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY']) ?? []
  if (name === undefined || text === undefined || isExcepted(url, firstSet(env, ['no_proxy', 'NO_PROXY'])?.[1] ?? '')) return direct
  const proxy = readProxy(text)
  // The text is not repeated: it may hold a password.
  return [proxy ?? { kind: 'unusable', reason: `${name} names a proxy that is not supported: only http://host:port is, with user:password@ before the host where it wants one` }]
}

function firstSet(env: Environment, names: readonly string[]): readonly [string, string] | null {
  for (const name of names) {
    const text = env[name]?.trim() ?? ''
    if (text !== '') return [name, text]
  }
  return null
}

/** NO_PROXY: `*`, names with all that end in them, addresses, ranges such as 10.0.0.0/8, each perhaps with a port. */
function isExcepted(url: URL, list: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  const port = url.port === '' ? '443' : url.port
  return list.split(/[\s,]+/).some((entry) => {
    const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(isIP(entry) === 0 ? entry.toLowerCase() : `[${entry}]`) ?? []
    if (name === '' || (only !== undefined && only !== port)) return false
    const bare = name.replace(/^\[|\]$/g, '').replace(/^\*?\./, '')
    return bare === '*' || host === bare || host.endsWith(`.${bare}`) || isInRange(host, bare)
  })
}

function isInRange(host: string, range: string): boolean {
  const [network = '', bits = ''] = range.split('/')
  const family = isIP(host)
  if (family === 0 || isIP(network) !== family || !/^\d{1,3}$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128)) return false
  const kind = family === 4 ? 'ipv4' : 'ipv6'
  const list = new BlockList()
  list.addSubnet(network, Number(bits), kind)
  return list.check(host, kind)
}
