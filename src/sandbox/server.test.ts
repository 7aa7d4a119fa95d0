import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PRACTICE_CREDENTIALS } from './options.ts'
import { type TestClient, at, customer, site, startTestClient } from './test-client.ts'

let client: TestClient
beforeAll(async () => {
  client = await startTestClient()
})
afterAll(() => client.close())

describe('authentication', () => {
  it('answers with a token and the user name', async () => {
    const got = await client.login()
    expect(got).toMatchObject({ status: 200, json: { username: 'operator', token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) } })
  })

  it.each([
    ['no token', { Authorization: '' }],
    ['an invented token', { Authorization: 'Bearer abc' }],
    ['another scheme', { Authorization: 'Basic abc' }],
  ])('answers 401 to %s', async (_, headers) => {
    expect(await client.send('GET', '/customers?page=1&pageSize=1', { headers })).toMatchObject({ status: 401, json: { error: 'Unauthorized', message: expect.any(String) } })
  })

  it.each([
    [401, { ...PRACTICE_CREDENTIALS, username: 'someone', password: 'wrong' }],
    [404, { ...PRACTICE_CREDENTIALS, brand: 'other' }],
    [400, { username: 'operator', password: 'practice' }],
    [400, { ...PRACTICE_CREDENTIALS, password: 'x'.repeat(101) }],
  ])('answers %i to %j', async (status, body) => expect((await client.post('/authenticate', body)).status).toBe(status))

  it('lets a token die after its life, on its own clock', async () => {
    const other = await startTestClient({ tokenLifeSeconds: 900 })
    await other.control('POST', '/clock', { advanceMs: 899_000 })
    expect((await other.get('/billing-cycles?page=1&pageSize=1')).status).toBe(200)
    await other.control('POST', '/clock', { advanceMs: 1000 })
    expect((await other.get('/billing-cycles?page=1&pageSize=1')).json).toMatchObject({ message: 'The bearer token has expired' })
    await other.login()
    expect((await other.get('/billing-cycles?page=1&pageSize=1')).status).toBe(200)
    await other.close()
  })

  it('locks a user after five wrong passwords', async () => {
    const other = await startTestClient()
    const statuses: number[] = []
    for (let attempt = 0; attempt < 6; attempt += 1) statuses.push((await other.post('/authenticate', { ...PRACTICE_CREDENTIALS, password: 'no' })).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 403])
    expect((await other.login()).status).toBe(403)
    await other.close()
  })

  it('shows a restricted user one contract owner only', async () => {
    const other = await startTestClient({ credentials: { ...PRACTICE_CREDENTIALS, contractOwnerId: 2 } })
    expect((await other.get('/contract-owners?page=1&pageSize=9&fields=id')).json).toEqual([{ id: 2 }])
    expect((await other.get('/customers?page=1&pageSize=9&fields=customerAccountNumber')).json).toEqual([{ customerAccountNumber: 'PRAC-0003' }])
    expect((await other.send('HEAD', '/customers?customerAccountNumber=PRAC-0001')).status).toBe(404)
    expect((await other.get('/sites?page=1&pageSize=9&fields=siteReference')).json).toEqual([{ siteReference: 'SMS-1' }])
    expect((await other.post('/customers', customer)).status).toBe(403)
    await other.close()
  })
})

describe('plain HTTP', () => {
  it.each([
    ['GET', '/nothing', 404],
    ['GET', '/customers/0', 404],
    ['GET', '/customers/abc', 404],
    ['DELETE', '/customers/1', 405],
    ['PUT', '/customers', 405],
  ])('answers %s %s with %i', async (method, path, status) => expect(await client.send(method, path)).toMatchObject({ status, json: { error: expect.any(String) } }))

  it('answers 404 outside the base path', async () => expect((await fetch(client.url.replace('/v1', '/v2/customers'))).status).toBe(404))

  it('answers 415 to another media type and 406 to another Accept', async () => {
    expect((await client.send('POST', '/customers', { body: customer, headers: { 'Content-Type': 'text/plain' } })).status).toBe(415)
    expect((await client.send('GET', '/customers?page=1&pageSize=1', { headers: { Accept: 'text/html' } })).status).toBe(406)
    expect((await client.send('PATCH', '/customers/1', { rawBody: '[]' })).status).toBe(415)
  })

  it.each(['', '{', '\uFEFF{}', '[]', 'null', '[['.repeat(50_000)])('answers 400 to a broken body', async (rawBody) => {
    const got = await client.send('POST', '/customers', { rawBody, headers: { 'Content-Type': 'application/json' } })
    expect(got).toMatchObject({ status: 400, json: { error: 'Bad Request' } })
  })
})

describe('rate limit', () => {
  it('answers 429 beyond the limit and says in seconds when to come back', async () => {
    let nowMs = Date.parse('2024-05-01T12:00:00.300Z')
    const other = await startTestClient({ rateLimitPerSecond: 3, now: () => nowMs })
    const path = '/billing-cycles?page=1&pageSize=1'
    expect([(await other.get(path)).status, (await other.get(path)).status]).toEqual([200, 200])
    const limited = await other.get(path)
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1'])
    nowMs += 1000
    expect((await other.get(path)).status).toBe(200)
    await other.close()
  })

  it('says it as a date by its own clock', async () => {
    const other = await startTestClient({ rateLimitPerSecond: 1, retryAfterForm: 'http-date', now: () => Date.parse('2024-05-01T12:00:00.300Z') })
    const limited = await other.get('/billing-cycles?page=1&pageSize=1')
    expect(limited.headers.get('retry-after')).toBe('Wed, 01 May 2024 12:00:02 GMT')
    expect(limited.headers.get('date')).toBe('Wed, 01 May 2024 12:00:00 GMT')
    await other.close()
  })
})

describe('ids', () => {
  it('are the same for the same seed', async () => {
    const ids = async (seed: number): Promise<unknown> => {
      const other = await startTestClient({ seed })
      const got = await other.post('/customers', customer)
      await other.close()
      return [at(got.json, 'id'), at(got.json, 'sites', 0, 'id')]
    }
    expect(await ids(7)).toEqual(await ids(7))
    expect(await ids(7)).not.toEqual(await ids(8))
  })

  it('stay exact beyond 2^53', async () => {
    const other = await startTestClient({ idBase: 9_007_199_254_740_993n })
    const got = await other.post('/customers', customer)
    const [id, siteId] = [at(got.json, 'id'), at(got.json, 'sites', 0, 'id')]
    expect(typeof id).toBe('bigint')
    expect(await other.get(`/customers/${String(id)}`)).toMatchObject({ status: 200, json: { id } })
    expect((await other.get(`/customers/${String((id as bigint) - 1n)}`)).status).toBe(404)
    const dependent = { ...site, customerId: id as bigint, siteReference: 'S2', siteInvoiceDetails: undefined, siteIdReceivingInvoice: siteId as bigint }
    expect(await other.post('/sites', dependent)).toMatchObject({ status: 201, json: { customerId: id, siteIdReceivingInvoice: siteId } })
    await other.close()
  })
})

it('waits before every answer when latency is set', async () => {
  const other = await startTestClient({ latencyMs: 60 })
  const startedMs = performance.now()
  await other.get('/billing-cycles?page=1&pageSize=1')
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(55)
  await other.close()
})
