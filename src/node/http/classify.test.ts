// The table of outcome classes, a line each.
import { z } from 'zod'
import { expect, test } from 'vitest'
import { classifyCreate } from './classify-create.ts'
import { classifyRead } from './classify-read.ts'
import type { HttpAnswer } from './exchange.ts'
import { classifyLogin } from './log-in.ts'

const answer = (status: number, body = '', headers: Record<string, string> = {}): HttpAnswer => ({ kind: 'answer', status, headers, body })
const said = '{"error":"Bad Request","message":"customerName: too long"}'
const html = '<!DOCTYPE html><title>Login</title>'
const expectCustomer = { kind: 'customer', key: { customer: 'A1', contractOwnerId: '1' } } as const
const expectSite = { kind: 'site', reference: 'S', customerId: '9007199254740993' } as const
const create = (given: HttpAnswer | { kind: 'failed'; connected: boolean; reason: string }) => classifyCreate(given, expectCustomer, 0)
const kindOf = (outcome: string | { readonly kind: string }): string => (typeof outcome === 'string' ? outcome : outcome.kind)

test('created only with a body that speaks of the same customer', () => {
  const body = '{"id":9007199254740993,"customerAccountNumber":"A1","contractOwnerId":1,"sites":[{"id":5,"siteReference":"S"},{"id":6}]}'
  for (const status of [200, 201]) expect(create(answer(status, body))).toEqual({ kind: 'accepted', id: '9007199254740993', siteIds: { S: '5' } })
  const odd = ['', '{}', '[]', 'null', '{"id":1}', '{"customerAccountNumber":"A1"}', html, body.slice(0, -3)]
  expect(odd.filter((text) => kindOf(create(answer(201, text))) !== 'unclear')).toEqual([])
  expect(kindOf(create(answer(202, body)))).toBe('unclear')
  expect(kindOf(create(answer(204)))).toBe('unclear')
})

test('another customer in the answer is critical, also one that differs in a space only, or in its owner', () => {
  const others = ['{"id":1,"customerAccountNumber":"B7"}', '{"id":1,"customerAccountNumber":"A1 "}', '{"id":1,"customerAccountNumber":"A1","contractOwnerId":2}']
  expect(others.filter((body) => kindOf(create(answer(201, body))) !== 'critical')).toEqual([])
})

test('a site is accepted under its own reference and customer only', () => {
  const site = (body: string) => classifyCreate(answer(201, body), expectSite, 0)
  expect(site('{"id":5,"siteReference":"S","customerId":9007199254740993}')).toEqual({ kind: 'accepted', id: '5', siteIds: {} })
  expect(kindOf(site('{"id":5,"siteReference":"T"}'))).toBe('critical')
  expect(kindOf(site('{"id":5,"siteReference":"S","customerId":9007199254740992}'))).toBe('critical')
  expect(kindOf(site('{"id":5}'))).toBe('unclear')
})

test('a no is believed when the API says why', () => {
  for (const status of [400, 404, 422]) expect(create(answer(status, said))).toEqual({ kind: 'rejected', reason: 'customerName: too long', forbidden: false })
  for (const body of [said, '{}', '{"detail":"no"}']) expect(create(answer(403, body))).toMatchObject({ kind: 'rejected', forbidden: true })
  expect([405, 406, 411, 413, 414, 415, 422, 431, 501].filter((status) => kindOf(create(answer(status))) !== 'rejected')).toEqual([])
})

test('a 400 without a message, or about a server error, is unclear', () => {
  const silent = ['', '{}', html, '{"message":""}', '{"error":"Internal Server Error"}']
  expect(silent.filter((body) => kindOf(create(answer(400, body))) !== 'unclear')).toEqual([])
})

test('whatever may have been applied is unclear', () => {
  expect([408, 409, 418, 421, 500, 502, 503, 504, 599].filter((status) => kindOf(create(answer(status, said))) !== 'unclear')).toEqual([])
  expect(create({ kind: 'failed', connected: true, reason: 'reset' })).toMatchObject({ kind: 'unclear', reason: 'reset' })
  expect(create(answer(409, said))).toMatchObject({ lookNow: true })
  expect(create(answer(503, said, { 'retry-after': '3' }))).toMatchObject({ overloaded: true, afterMs: 3_000 })
})

test('what looks like another server is suspect as well', () => {
  for (const given of [answer(301), answer(307), answer(404, html), answer(410), answer(200, html), answer(202, html)]) expect(create(given)).toMatchObject({ kind: 'unclear', suspectAddress: true })
  expect(create(answer(201, '{}'))).toMatchObject({ suspectAddress: false })
})

test('H10: a strange number in the answer is told on one line and cut', () => {
  const outcome = create(answer(201, JSON.stringify({ id: 1, customerAccountNumber: `B\n\u001b[2J${'x'.repeat(5_000)}` })))
  expect(outcome).toMatchObject({ kind: 'critical', reason: expect.stringMatching(/^\P{Cc}{100,900}$/u) as unknown })
})

test('surely not applied', () => {
  expect(create(answer(429, said, { 'retry-after': '2' }))).toEqual({ kind: 'throttled', afterMs: 2_000 })
  for (const body of ['', html, 'Forbidden', '[]', '"no"']) expect(create(answer(403, body))).toEqual({ kind: 'throttled', afterMs: null })
  for (const status of [407, 425]) expect(kindOf(create(answer(status)))).toBe('not-applied')
  expect(create(answer(401))).toBe('unauthorised')
})

test('what the server says is fit to be shown: one line, no control characters, not endless', () => {
  const outcome = create(answer(422, JSON.stringify({ message: `bad\u001b[31m\n\tthing ${'x'.repeat(900)}` })))
  expect(outcome).toMatchObject({ reason: expect.stringMatching(/^bad \[31m thing x{300,}…$/) as unknown })
})

const read = (given: Parameters<typeof classifyRead>[0]) => classifyRead(given, z.array(z.looseObject({ id: z.union([z.number(), z.string()]) })), 0)

test('reads: an answer is a list, ids exact', () => {
  expect(read(answer(200, '[{"id":9223372036854775807},{"id":12}]'))).toEqual({ kind: 'answer', value: [{ id: '9223372036854775807' }, { id: 12 }] })
})

test('reads: each trouble has its class', () => {
  const table: readonly (readonly [Parameters<typeof classifyRead>[0], string])[] = [
    [answer(200, html), 'unusable'], [answer(200, '{}'), 'unusable'], [answer(204), 'unusable'], [answer(302), 'unusable'],
    [answer(429), 'throttled'], [answer(403, html), 'throttled'], [answer(403, said), 'refused'], [answer(403, '{}'), 'refused'], [answer(404, said), 'refused'], [answer(400, said), 'refused'],
    [answer(400), 'unclear'], [answer(500, said), 'unclear'], [answer(503), 'unclear'], [answer(408), 'unclear'], [answer(401), 'unauthorised'],
    [{ kind: 'failed', connected: true, reason: '' }, 'unclear'], [{ kind: 'failed', connected: false, reason: '' }, 'unreachable'],
  ]
  expect(table.map(([given]) => kindOf(read(given)))).toEqual(table.map(([, kind]) => kind))
})

test('logins: a refusal is final, trouble is not, and another server is told apart', () => {
  const table: readonly (readonly [Parameters<typeof classifyLogin>[0], string])[] = [
    [answer(200, '{"token":"abc.def"}'), 'token'], [answer(200, '{"token":"a\\r\\nX: y"}'), 'unclear'], [answer(200, '{}'), 'unclear'], [answer(200, html), 'wrong-address'],
    [answer(401), 'refused'], [answer(403, said), 'refused'], [answer(403, '{}'), 'refused'], [answer(404, '{"message":"unknown brand"}'), 'refused'], [answer(404, html), 'wrong-address'],
    [answer(404, '{"message":"no such path"}'), 'wrong-address'], [answer(301), 'wrong-address'], [answer(429), 'throttled'], [answer(403, html), 'throttled'],
    [answer(500, said), 'unclear'], [answer(408), 'unclear'], [{ kind: 'failed', connected: false, reason: '' }, 'unreachable'], [{ kind: 'failed', connected: true, reason: '' }, 'unclear'],
  ]
  expect(table.map(([given]) => kindOf(classifyLogin(given, 0)))).toEqual(table.map(([, kind]) => kind))
})
