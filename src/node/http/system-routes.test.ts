import { expect, test } from 'vitest'
import { routesFromSystem } from './system-routes.ts'

const proxy = (host: string, port: number, authorization: string | null = null) => ({ kind: 'proxy', host, port, authorization })

test('the answer of a PAC script, in its order', () => {
  expect(routesFromSystem('DIRECT')).toEqual([{ kind: 'direct' }])
  expect(routesFromSystem('')).toEqual([{ kind: 'direct' }])
  expect(routesFromSystem('PROXY one.example:3128; proxy [::1]:80 ;DIRECT')).toEqual([proxy('one.example', 3128), proxy('::1', 80), { kind: 'direct' }])
})

test('what is not supported is passed over when something else is there, and named when it is not', () => {
  expect(routesFromSystem('SOCKS5 s:1080; HTTPS h:443; PROXY one:3128')).toEqual([proxy('one', 3128)])
  expect(routesFromSystem('SOCKS s:1080; SOCKS5 t:1080')).toEqual([{ kind: 'unusable', reason: expect.stringContaining('a SOCKS proxy (s:1080), which is not supported') as unknown }])
  expect(routesFromSystem('HTTPS h:443')).toMatchObject([{ kind: 'unusable' }])
  expect(routesFromSystem('PROXY :::')).toMatchObject([{ kind: 'unusable' }])
  expect(routesFromSystem('nonsense')).toMatchObject([{ kind: 'unusable' }])
})

test('the password of the same proxy comes from the environment', () => {
  const known = proxy('one', 3128, 'Basic x') as Parameters<typeof routesFromSystem>[1] extends readonly (infer Each)[] | undefined ? Each : never
  expect(routesFromSystem('PROXY one:3128; PROXY one:3129', [known])).toEqual([known, proxy('one', 3129)])
})
