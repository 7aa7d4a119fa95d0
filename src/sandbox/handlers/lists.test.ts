import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestClient, at, customer, startTestClient } from '../test-client.ts'

let client: TestClient
beforeAll(async () => {
  client = await startTestClient({ now: () => Date.parse('2024-06-01T10:00:00Z') })
  await client.post('/customers', { ...customer, customerAccountNumber: 'in:A,B', customerName: 'Zed', endDate: '2025-01-31' })
  await client.post('/customers', { ...customer, customerAccountNumber: 'A_1', customerName: 'Abe' })
})
afterAll(() => client.close())

const accounts = async (query: string): Promise<unknown> => {
  const got = await client.get(`/customers?page=1&pageSize=100&fields=customerAccountNumber&${query}`)
  return Array.isArray(got.json) ? got.json.map((row: unknown) => at(row, 'customerAccountNumber')) : got.json
}

describe('filters', () => {
  it.each([
    ['customerAccountNumber=PRAC-0001', ['PRAC-0001']],
    ['customerAccountNumber=in%3APRAC-0001%2CPRAC-0003', ['PRAC-0001', 'PRAC-0003']],
    // An account number that reads like an operator is taken for one, as the grammar has it.
    ['customerAccountNumber=in%3AA%2CB', []],
    ['customerAccountNumber=like%3APRAC%25', ['PRAC-0001', 'PRAC-0002', 'PRAC-0003']],
    ['customerAccountNumber=A_1', ['A_1']],
    ['customerType=RESIDENTIAL', ['PRAC-0002']],
    ['contractOwnerId=2', ['PRAC-0003']],
    ['contractOwnerId=1&billingCycleId=602', ['PRAC-0002']],
    ['startDate=gt%3A2024-01-02', ['in:A,B', 'A_1']],
    ['endDate=gtn%3A2025-01-31', ['PRAC-0001', 'PRAC-0002', 'PRAC-0003', 'A_1']],
    ['endDate=gt%3A2025-01-01', ['in:A,B']],
    ['createdDate=gt%3A2024-05-31T23%3A59%3A59Z', ['in:A,B', 'A_1']],
  ])('%s', async (query, expected) => expect(await accounts(query)).toEqual(expected))

  it.each(['startDate=01%2F02%2F2024', 'contractOwnerId=one', 'createdDate=2024-01-01', 'acountNumber=1', 'customerName=a&customerName=b'])('refuses %s', async (query) =>
    expect(await client.get(`/customers?page=1&pageSize=10&${query}`)).toMatchObject({ status: 400, json: { error: 'Bad Request' } }))
})

describe('paging, sort and fields', () => {
  it.each(['', 'page=1', 'pageSize=10', 'page=0&pageSize=10', 'page=1&pageSize=0', 'page=1&pageSize=1001', 'page=1.5&pageSize=10', 'page=x&pageSize=10'])('refuses %j', async (query) =>
    expect((await client.get(`/customers?${query}`)).status).toBe(400))

  it('cuts pages and ends with an empty one', async () => {
    const page = async (number: number): Promise<unknown> => (await client.get(`/customers?page=${number}&pageSize=2&sort=id&fields=customerAccountNumber`)).json
    expect(await page(2)).toEqual([{ customerAccountNumber: 'PRAC-0003' }, { customerAccountNumber: 'in:A,B' }])
    expect(await page(3)).toEqual([{ customerAccountNumber: 'A_1' }])
    expect(await page(4)).toEqual([])
    expect((await client.get('/customers?page=1&pageSize=1000')).status).toBe(200)
  })

  it('sorts by several fields, each up or down', async () => {
    expect(await accounts('sort=customerName:desc')).toEqual(['in:A,B', 'PRAC-0003', 'PRAC-0002', 'PRAC-0001', 'A_1'])
    expect(await accounts('sort=customerType:desc,customerName')).toEqual(['PRAC-0002', 'A_1', 'PRAC-0001', 'PRAC-0003', 'in:A,B'])
    expect(await accounts('sort=id:desc')).toEqual(['A_1', 'in:A,B', 'PRAC-0003', 'PRAC-0002', 'PRAC-0001'])
  })

  it.each(['sort=colour', 'fields=id,colour'])('refuses %s', async (query) => expect((await client.get(`/customers?page=1&pageSize=1&${query}`)).status).toBe(400))
})

describe('existence checks', () => {
  it.each([
    ['/customers?customerAccountNumber=PRAC-0001', 200],
    ['/customers?customerAccountNumber=PRAC-0009', 404],
    ['/customers?customerAccountNumber=PRAC-0001&contractOwnerId=2', 404],
    ['/customers?createdDate=2024-01-01T00:00:00Z', 400],
    ['/customers?page=1', 400],
    ['/sites?siteReference=ALD-1', 200],
    ['/sites?siteReference=ALD-9', 404],
  ])('HEAD %s answers %i without a body', async (path, status) => expect(await client.send('HEAD', path)).toMatchObject({ status, text: '' }))
})

describe('sites', () => {
  it('are found by customer and reference, and by id', async () => {
    const owner = await client.get('/customers?page=1&pageSize=1&customerAccountNumber=PRAC-0001')
    const id = String(at(owner.json, 0, 'id'))
    const got = await client.get(`/sites?page=1&pageSize=10&customerId=${id}&siteReference=ALD-2`)
    expect(got.json).toMatchObject([{ siteReference: 'ALD-2', customerId: Number(id) }])
    expect((await client.get(`/sites/${String(at(got.json, 0, 'id'))}`)).json).toEqual(at(got.json, 0))
    expect((await client.get('/sites?page=1&pageSize=10&customerId=1')).json).toEqual([])
    expect((await client.get('/sites/1')).status).toBe(404)
  })
})

describe('reference lists', () => {
  it.each([
    ['/contract-owners', 'name', 'Tamarside Networks'],
    ['/contract-owner-sub-brands', 'contractOwnerId', '2'],
    ['/billing-cycles', 'name', 'Quarterly'],
    ['/tripwire-plans', 'name', 'High spend alert'],
    ['/commission-agents', 'type', 'INTERNAL'],
    ['/custom-field-definitions', 'entityLevel', 'SITE'],
    ['/invoice-templates', 'name', 'Standard invoice'],
    ['/invoice-summary-templates', 'name', 'Summary by site'],
    ['/electronic-summary-templates', 'name', 'CSV call summary'],
    ['/invoice-summary-template-components', 'name', 'Call charges'],
  ])('%s can be filtered by %s', async (path, filter, value) => {
    const all = await client.get(`${path}?page=1&pageSize=100`)
    const one = await client.get(`${path}?page=1&pageSize=100&sort=id&${filter}=${encodeURIComponent(value)}`)
    expect([all.status, one.status]).toEqual([200, 200])
    expect(one.json).toHaveLength(1)
    expect(at(all.json, 'length')).toBeGreaterThan(1)
  })

  it('does not show the owner of a sub-brand', async () => expect((await client.get('/contract-owner-sub-brands?page=1&pageSize=1')).json).toEqual([expect.not.objectContaining({ contractOwnerId: 1 })]))
})
