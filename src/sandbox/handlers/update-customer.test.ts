import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JsonObject } from '../json.ts'
import { type TestClient, at, contact, customer, startTestClient } from '../test-client.ts'

let client: TestClient
let path: string
let before: unknown
beforeAll(async () => {
  client = await startTestClient()
})
afterAll(() => client.close())
beforeEach(async () => {
  await client.control('POST', '/reset')
  await client.login()
  before = (await client.post('/customers', { ...customer, customerContacts: [contact, { contactName: 'Second' }] })).json
  path = `/customers/${String(at(before, 'id'))}`
  await client.control('POST', '/clock', { advanceMs: 5000 })
})

const patch = (...operations: readonly JsonObject[]) => client.patch(path, operations)

describe('PATCH /customers/{id}', () => {
  it('does all six operations, in order', async () => {
    const got = await patch(
      { op: 'test', path: '/customerName', value: 'Mill & Co' },
      { op: 'replace', path: '/customerName', value: 'Mill & Sons' },
      { op: 'add', path: '/endDate', value: '2026-01-31' },
      { op: 'add', path: '/customerContacts/-', value: { contactName: 'Third' } },
      { op: 'copy', from: '/customerContacts/2/contactName', path: '/customerContacts/2/contactRole' },
      { op: 'move', from: '/customerContacts/1', path: '/customerContacts/0' },
      { op: 'remove', path: '/tripwireId' },
    )
    expect(got).toMatchObject({
      status: 200,
      json: { customerName: 'Mill & Sons', endDate: '2026-01-31', customerContacts: [{ contactName: 'Second' }, { contactName: 'Ann Example' }, { contactName: 'Third', contactRole: 'Third' }] },
    })
    expect(at(got.json, 'tripwireId')).toBeUndefined()
    expect(at(got.json, 'customerContacts', 0, 'id')).toBe(at(before, 'customerContacts', 1, 'id'))
    expect(at(got.json, 'customerContacts', 2, 'id')).toEqual(expect.any(Number))
    expect(at(got.json, 'updatedDate')).not.toBe(at(before, 'updatedDate'))
    expect((await client.get(path)).json).toEqual(got.json)
  })

  it.each<[string, JsonObject]>([
    ['a test that fails', { op: 'test', path: '/customerName', value: 'Other' }],
    ['a property that is not there', { op: 'replace', path: '/name', value: 'x' }],
    ['removing what is not there', { op: 'remove', path: '/endDate' }],
    ['removing what is required', { op: 'remove', path: '/customerName' }],
    ['an unknown property', { op: 'add', path: '/colour', value: 'red' }],
    ['the prototype', { op: 'add', path: '/__proto__', value: { polluted: true } }],
    ['a value of the wrong type', { op: 'replace', path: '/customerMarker', value: 'yes' }],
    ['a broken rule across fields', { op: 'add', path: '/contractTerm', value: 12 }],
    ['an id', { op: 'replace', path: '/id', value: 1 }],
    ['sites', { op: 'remove', path: '/sites/0' }],
    ['an index beyond the end', { op: 'add', path: '/customerContacts/9', value: {} }],
    ['moving a value into itself', { op: 'move', from: '/customerContacts', path: '/customerContacts/0' }],
  ])('refuses %s, and changes nothing', async (_, operation) => {
    const got = await patch({ op: 'replace', path: '/customerName', value: 'Half done' }, operation)
    expect(got).toMatchObject({ status: 400, json: { error: 'Bad Request' } })
    expect((await client.get(path)).json).toEqual(before)
  })

  it('refuses a single object, and a pointer without a slash', async () => {
    expect((await client.patch(path, { op: 'remove', path: '/tripwireId' })).status).toBe(400)
    expect((await patch({ op: 'remove', path: 'tripwireId' })).status).toBe(400)
  })

  it('answers 404 for a missing customer or reference, 409 for an account number that is taken', async () => {
    expect((await client.patch('/customers/1', [])).status).toBe(404)
    expect((await patch({ op: 'replace', path: '/billingCycleId', value: 1 })).status).toBe(404)
    expect((await patch({ op: 'replace', path: '/customerAccountNumber', value: 'PRAC-0001' })).status).toBe(409)
  })

  it('finds a customer under its new account number only', async () => {
    await patch({ op: 'replace', path: '/customerAccountNumber', value: 'A-2' })
    expect((await client.send('HEAD', '/customers?customerAccountNumber=A-1')).status).toBe(404)
    expect((await client.send('HEAD', '/customers?customerAccountNumber=A-2')).status).toBe(200)
  })

  it.each([
    ['true', 200],
    ['false', 200],
    ['yes', 400],
  ])('takes cascade_end_date: %s with %i', async (value, status) => {
    const got = await client.patch(path, [{ op: 'add', path: '/endDate', value: '2026-01-31' }], { cascade_end_date: value })
    expect(got.status).toBe(status)
  })
})
