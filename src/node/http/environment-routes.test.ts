import { expect, test } from 'vitest'
import { routesFromEnvironment } from './environment-routes.ts'

const url = new URL('https://rest.example.com/v1')
const [direct] = routesFromEnvironment(url, {})
const hostOf = (env: Record<string, string>, target = url): string => {
  const [route] = routesFromEnvironment(target, env)
  return route?.kind === 'proxy' ? `${route.host}:${route.port}` : (route?.kind ?? 'none')
}

test('the variables in the order of curl; an empty one is not set', () => {
  expect(direct).toEqual({ kind: 'direct' })
  expect(hostOf({ https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:2', ALL_PROXY: 'http://c:3' })).toBe('a:1')
  expect(hostOf({ https_proxy: ' ', HTTPS_PROXY: 'b:2' })).toBe('b:2')
  expect(hostOf({ all_proxy: 'http://c', ALL_PROXY: 'http://d' })).toBe('c:80')
  expect(hostOf({ HTTP_PROXY: 'http://a:1' })).toBe('direct')
})

test('user and password become a header; a lone percent sign stands for itself', () => {
  const authorization = (text: string) => routesFromEnvironment(url, { HTTPS_PROXY: text }).map((route) => (route.kind === 'proxy' ? Buffer.from(route.authorization?.slice(6) ?? '', 'base64').toString() : null))
  expect(authorization('http://jo%40x:p%3Aw@p:1')).toEqual(['jo@x:p:w'])
  expect(authorization('jo:100%@p:1')).toEqual(['jo:100%'])
  expect(authorization('http://jo@p:1')).toEqual(['jo:'])
})

test('a proxy that is not supported is named by its variable, and its password is not shown', () => {
  for (const text of ['socks5://jo:secret@p:1080', 'https://jo:secret@p:443', 'http://', 'http://jo:secret@p:99999']) {
    const [route] = routesFromEnvironment(url, { ALL_PROXY: text })
    expect(route).toMatchObject({ kind: 'unusable', reason: expect.stringMatching(/^ALL_PROXY names a proxy that is not supported/) as unknown })
    expect(JSON.stringify(route)).not.toContain('secret')
  }
})

test('NO_PROXY: names with all below them, ports, addresses and ranges', () => {
  const isDirect = (list: string, target: string): boolean => hostOf({ HTTPS_PROXY: 'p:1', NO_PROXY: list }, new URL(target)) === 'direct'
  const yes: readonly (readonly [string, string])[] = [
    ['*', 'https://a.b'], ['other, example.com', 'https://rest.example.com'], ['.example.com', 'https://rest.example.com'], ['*.example.com', 'https://rest.example.com'],
    ['EXAMPLE.com', 'https://example.com'], ['rest.example.com:443', 'https://rest.example.com'], ['a b c.d', 'https://c.d'], ['10.0.0.0/8', 'https://10.9.8.7'], ['10.1.2.3', 'https://10.1.2.3'],
    ['::2', 'https://[::2]'], ['[::2]:8443', 'https://[::2]:8443'], ['fd00::/8', 'https://[fd12::1]'],
  ]
  const no: readonly (readonly [string, string])[] = [
    ['', 'https://a.b'], [',,', 'https://a.b'], ['ample.com', 'https://example.com'], ['rest.example.com:8443', 'https://rest.example.com'], ['10.0.0.0/8', 'https://11.0.0.1'],
    ['10.0.0.0/99', 'https://10.0.0.1'], ['10.0.0.0/', 'https://10.0.0.1'], ['fd00::/8', 'https://10.0.0.1'], ['::2', 'https://[::3]'],
  ]
  expect(yes.filter(([list, target]) => !isDirect(list, target))).toEqual([])
  expect(no.filter(([list, target]) => isDirect(list, target))).toEqual([])
})
