// Whose certificates are believed, over real TLS. A server that is not believed gets no byte of a request (N02, N16, H14).
import { afterEach, expect, test } from 'vitest'
import { connect } from '#node/http/connect.ts'
import { create, createdA1, openApi } from './support/api.ts'
import { createAuthority, type Signed } from './support/certificates.ts'
import { afterLogin, openRawServer, type RawServer, reply } from './support/raw-server.ts'
import { credentials } from './support/run.ts'

const company = createAuthority('Company CA')
const stranger = createAuthority('Stranger CA')
const authorities = [company.cert]

const opened: RawServer[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

async function serve(certificate: Signed, more: object = {}, port = 0): Promise<RawServer> {
  const server = await openRawServer(afterLogin((socket) => socket.write(reply('201 Created', createdA1))), { tls: { ...certificate, ...more }, port })
  opened.push(server)
  return server
}

test('N16: the authority of a company is believed when the computer lists it', async () => {
  const server = await serve(company.issue('localhost'))
  const api = await openApi(`https://localhost:${server.port}/v1`, { network: { authorities } })
  expect(await create(api)).toEqual({ kind: 'accepted', id: '7', siteIds: {} })
  api.close()
})

const refused: readonly (readonly [string, Signed, object, RegExp])[] = [
  ['expired', company.issue('localhost', -1), {}, /has expired \(CERT_HAS_EXPIRED\)/],
  ['for another host', company.issue('elsewhere.example'), {}, /belongs to another server/],
  ['of an authority nobody knows', stranger.issue('localhost'), {}, /not signed by anybody this computer trusts/],
  ['over TLS 1.1 at most', company.issue('localhost'), { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }, /no version of TLS that is safe/],
]
for (const [name, certificate, more, saying] of refused) {
  test(`N02: a certificate ${name} is told by its reason, and not one byte of a request is sent`, async () => {
    const server = await serve(certificate, more)
    const answer = await connect({ ...credentials, baseUrl: `https://localhost:${server.port}/v1`, network: { authorities } })
    expect(answer).toMatchObject({ ok: false, failure: { code: 'no-network', message: expect.stringMatching(saying) as unknown } })
    expect(server.bytes()).toBe(0)
  })
}

test('N02: the variable that turns checks off in Node turns nothing off here', async () => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
  try {
    const server = await serve(stranger.issue('localhost'))
    expect(await connect({ ...credentials, baseUrl: `https://localhost:${server.port}/v1`, network: { authorities } })).toMatchObject({ ok: false })
    expect(server.bytes()).toBe(0)
  } finally {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before
  }
})

test('H14, N14: a certificate that changes between two requests is judged anew: a good one goes on, a bad one sends nothing', async () => {
  const first = await serve(company.issue('localhost'))
  const api = await openApi(`https://localhost:${first.port}/v1`, { network: { authorities } })
  expect((await create(api)).kind).toBe('accepted')
  await first.close()
  const second = await serve(company.issue('localhost'), {}, first.port)
  expect((await create(api)).kind).toBe('accepted')
  await second.close()
  const third = await serve(stranger.issue('localhost'), {}, first.port)
  expect(await create(api)).toMatchObject({ kind: 'unreachable' })
  expect(third.bytes()).toBe(0)
  api.close()
})
