import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JsonValue } from '../json.ts'
import { type Got, type TestClient, at, customer, site, startTestClient } from '../test-client.ts'

let client: TestClient
beforeAll(async () => {
  client = await startTestClient()
})
afterAll(() => client.close())
beforeEach(async () => {
  await client.control('POST', '/reset')
  await client.login()
})

const POST_CUSTOMERS = 'POST /customers'
const arm = async (faults: JsonValue): Promise<void> => {
  expect((await client.control('POST', '/faults', faults)).status).toBe(200)
}
const post = (accountNumber = 'A-1'): Promise<Got> => client.post('/customers', { ...customer, customerAccountNumber: accountNumber })
const ledger = async (): Promise<unknown> => (await client.control('GET', '/ledger')).json
const lastRequest = async (): Promise<unknown> => {
  const requests = at(await ledger(), 'requests')
  return Array.isArray(requests) ? requests.at(-1) : undefined
}
const isThere = async (accountNumber = 'A-1'): Promise<boolean> => at(await ledger(), 'countsByAccountNumber', accountNumber) === 1

describe('each fault once', () => {
  it.each([
    ['throttle', 429, false],
    ['unavailable', 503, false],
    ['unavailable-applied', 503, true],
    ['error-applied', 500, true],
    ['error-not-applied', 500, false],
    ['bad-request-applied', 400, true],
    ['unauthorised', 401, false],
    ['html', 403, false],
  ])('%s answers %i, applied: %s', async (fault, status, applied) => {
    await arm({ endpoint: POST_CUSTOMERS, fault })
    expect((await post()).status).toBe(status)
    expect(await lastRequest()).toMatchObject({ endpoint: POST_CUSTOMERS, keys: ['A-1'], attempt: 1, fault, applied, fate: 'answered', status })
    expect(await isThere()).toBe(applied)
    expect((await post('A-2')).status).toBe(201)
  })

  it.each([
    ['drop-applied', true],
    ['drop-not-applied', false],
  ])('%s ends without an answer, applied: %s', async (fault, applied) => {
    await arm({ endpoint: POST_CUSTOMERS, fault })
    await expect(post()).rejects.toThrow('fetch failed')
    expect(await lastRequest()).toMatchObject({ fault, applied, fate: 'dropped', status: null })
    expect(await isThere()).toBe(applied)
  })

  it('cut-applied ends in the middle of the answer', async () => {
    await arm({ endpoint: POST_CUSTOMERS, fault: 'cut-applied' })
    await expect(post()).rejects.toThrow('terminated')
    expect(await lastRequest()).toMatchObject({ applied: true, fate: 'cut', status: 201 })
  })

  it('drop-applied-later takes effect when the client has long gone', async () => {
    await arm({ endpoint: POST_CUSTOMERS, fault: 'drop-applied-later', delayMs: 2_000 })
    await expect(post()).rejects.toThrow('fetch failed')
    expect(await isThere()).toBe(false)
    await expect.poll(isThere).toBe(true)
    expect(await lastRequest()).toMatchObject({ applied: true, fate: 'dropped' })
  })

  it('slow answers truly, but late', async () => {
    await arm({ endpoint: POST_CUSTOMERS, fault: 'slow', delayMs: 120 })
    const startedMs = performance.now()
    expect((await post()).status).toBe(201)
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(115)
  })

  it('html is a page, with a status of choice', async () => {
    await arm({ endpoint: POST_CUSTOMERS, fault: 'html', status: 200 })
    const got = await post()
    expect([got.status, got.headers.get('content-type'), got.json]).toEqual([200, 'text/html; charset=utf-8', undefined])
  })

  it.each([
    [undefined, '1'],
    [7, '7'],
    ['soon', 'soon'],
    ['Wed, 01 May 2030 12:00:00 GMT', 'Wed, 01 May 2030 12:00:00 GMT'],
    [null, null],
  ])('Retry-After %j is sent as %j', async (retryAfter, sent) => {
    await arm({ endpoint: POST_CUSTOMERS, fault: 'throttle', retryAfter })
    expect((await post()).headers.get('retry-after')).toBe(sent)
  })

  it('a refused request stays refused behind a fault', async () => {
    await arm({ endpoint: POST_CUSTOMERS, fault: 'error-applied' })
    expect((await client.post('/customers', { ...customer, customerName: '' })).status).toBe(500)
    expect(await lastRequest()).toMatchObject({ applied: false })
  })
})

describe('which requests a fault meets', () => {
  it('is counted as consumed, once unless told otherwise', async () => {
    await arm([{ endpoint: POST_CUSTOMERS, fault: 'throttle', count: 2 }])
    expect([(await post()).status, (await post()).status, (await post()).status]).toEqual([429, 429, 201])
    expect((await client.control('GET', '/faults')).json).toMatchObject([{ fault: 'throttle', count: 2, consumed: 2 }])
  })

  it('meets the named attempt of every key', async () => {
    await arm({ endpoint: POST_CUSTOMERS, fault: 'unavailable', attempt: 2 })
    const statuses: number[] = []
    for (const account of ['A-1', 'A-2', 'A-1', 'A-2', 'A-1']) statuses.push((await post(account)).status)
    expect(statuses).toEqual([201, 201, 503, 503, 409])
  })

  it('meets one key, and every attempt of it', async () => {
    await arm({ endpoint: POST_CUSTOMERS, fault: 'unavailable', attempt: 'every', key: 'A-2' })
    expect([(await post('A-1')).status, (await post('A-2')).status, (await post('A-2')).status]).toEqual([201, 503, 503])
    await client.control('DELETE', '/faults')
    expect((await post('A-2')).status).toBe(201)
  })

  it('lets some pass first', async () => {
    await arm({ endpoint: POST_CUSTOMERS, fault: 'throttle', skip: 1 })
    expect([(await post('A-1')).status, (await post('A-2')).status, (await post('A-3')).status]).toEqual([201, 429, 201])
  })

  it('meets reads and logins too', async () => {
    await arm([
      { endpoint: 'GET /customers', fault: 'unavailable', key: 'PRAC-0001' },
      { endpoint: 'GET /customers/{customer_id}', fault: 'throttle', key: 'PRAC-0001' },
      { endpoint: 'POST /authenticate', fault: 'error-not-applied' },
    ])
    const list = '/customers?page=1&pageSize=1&customerAccountNumber=PRAC-0001'
    expect([(await client.get(list)).status, (await client.get(list)).status]).toEqual([503, 200])
    const id = String(at((await client.get(list)).json, 0, 'id'))
    expect((await client.get(`/customers/${id}`)).status).toBe(429)
    expect((await client.login()).status).toBe(500)
  })

  it('knows a site by its reference and by the account number', async () => {
    const id = Number(at((await post()).json, 'id'))
    await arm([
      { endpoint: 'POST /sites', fault: 'throttle', key: 'S2' },
      { endpoint: 'POST /sites', fault: 'unavailable', key: 'A-1' },
    ])
    const postSite = () => client.post('/sites', { ...site, customerId: id, siteReference: 'S2' })
    expect([(await postSite()).status, (await postSite()).status, (await postSite()).status]).toEqual([429, 503, 201])
    expect(await lastRequest()).toMatchObject({ keys: ['A-1', 'S2'], attempt: 3 })
  })

  it.each<JsonValue>([
    'no object',
    { fault: 'throttle' },
    { endpoint: POST_CUSTOMERS },
    { endpoint: 'POST /clients', fault: 'throttle' },
    { endpoint: POST_CUSTOMERS, fault: 'toString' },
    { endpoint: POST_CUSTOMERS, fault: 'throttle', attempt: 0 },
    { endpoint: POST_CUSTOMERS, fault: 'throttle', delay: 5 },
  ])('refuses %j', async (fault) => expect(await client.control('POST', '/faults', fault)).toMatchObject({ status: 400, json: { message: expect.stringContaining('fault 1: ') } }))
})

describe('magic words', () => {
  it.each([
    ['FAULT-429', 429],
    ['FAULT-503', 503],
    ['FAULT-500', 500],
    ['FAULT-401', 401],
    ['FAULT-HTML', 403],
  ])('X-%s-1 fails once with %i', async (word, status) => expect([(await post(`X-${word}-1`)).status, (await post(`X-${word}-1`)).status]).toEqual([status, 201]))

  it('FAULT-500-APPLIED is there already', async () => expect([(await post('FAULT-500-APPLIED')).status, (await post('FAULT-500-APPLIED')).status]).toEqual([500, 409]))

  it('FAULT-DROP and FAULT-DROP-APPLIED break the connection', async () => {
    await expect(post('FAULT-DROP')).rejects.toThrow('fetch failed')
    await expect(post('FAULT-DROP-APPLIED')).rejects.toThrow('fetch failed')
    expect([await isThere('FAULT-DROP'), await isThere('FAULT-DROP-APPLIED')]).toEqual([false, true])
  })

  it('-ALWAYS never lets it through', async () => expect([(await post('FAULT-503-ALWAYS')).status, (await post('FAULT-503-ALWAYS')).status]).toEqual([503, 503]))

  it('leaves reads alone', async () => expect((await client.get('/customers?page=1&pageSize=1&customerAccountNumber=FAULT-500')).status).toBe(200))
})

describe('the ledger', () => {
  it('keeps every request with its body and hash, but no password', async () => {
    await post()
    const requests = at(await ledger(), 'requests')
    expect(requests).toMatchObject([
      { number: 1, method: 'POST', path: '/v1/authenticate', body: null, fate: 'answered', status: 200 },
      { number: 2, method: 'POST', path: '/v1/customers', bodySha256: expect.stringMatching(/^[0-9a-f]{64}$/), applied: true, status: 201 },
    ])
    expect(JSON.stringify(requests)).not.toContain('"password"')
    expect(JSON.parse(String(at(requests, 1, 'body')))).toEqual(customer)
    expect(at((await client.control('GET', '/ledger?bodies=false')).json, 'requests', 1, 'body')).toBeNull()
  })

  it('shows customers with their sites', async () => {
    await post()
    expect(at(await ledger(), 'customers', 3)).toMatchObject({ customerAccountNumber: 'A-1', sites: [{ siteReference: 'S1' }] })
    expect(at(await ledger(), 'countsByAccountNumber')).toEqual({ 'PRAC-0001': 1, 'PRAC-0002': 1, 'PRAC-0003': 1, 'A-1': 1 })
  })

  it('is not for web pages', async () => {
    const url = client.url.replace('/v1', '/sandbox/ledger')
    expect((await fetch(url, { headers: { Origin: 'https://example.org' } })).status).toBe(403)
  })

  it('answers 404 to what it does not know', async () => expect((await client.control('GET', '/nothing')).status).toBe(404))
})
