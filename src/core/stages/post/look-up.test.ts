import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Api, CustomerSeen } from '../../ports.ts'
import { coarseKey, isPlainFilterValue, lookUpCustomer, lookUpSites } from './look-up.ts'
import type { Reader } from './reader.ts'

function readerOver(api: Partial<Api>): Reader {
  const nothing = (): void => undefined
  return {
    api: api as Api, oracle: { findsByKey: true }, clock: { now: () => 0, after: () => nothing }, random: () => 0.5, halted: () => false, onWait: nothing, settleMs: () => 120_000,
    pacer: { turn: () => Promise.resolve({ leaves: nothing, done: nothing }), setPace: nothing, lanes: () => 1, hold: nothing, pause: nothing, resume: nothing, letGo: nothing, ratePerSecond: () => 0, slowedTo: () => null },
    patience: { noteContact: nothing, noteProgress: nothing, noteUnreachable: () => null, noteTrouble: () => null },
  }
}

const seen = (customer: string, more: Partial<CustomerSeen> = {}): CustomerSeen => ({ id: '1', customer, contractOwnerId: '1', name: 'Name', ...more })
const sought = (customer: string) => ({ customer, contractOwnerId: '1', customerName: 'Name' })

function lookUp(customer: string, list: readonly CustomerSeen[]) {
  const queries: unknown[] = []
  const reader = readerOver({
    customers: (query, { number, size }) => {
      queries.push(query)
      return Promise.resolve({ kind: 'answer', value: list.slice((number - 1) * size, number * size) })
    },
  })
  return lookUpCustomer(reader, sought(customer)).then((result) => ({ result, queries }))
}

test('account numbers that a filter would read as grammar never go into one', () => {
  const hostile = ['like:%', 'in:A,B', 'IN:A', ' in:A', 'lt:2020', 'A,B', 'A|B', '50%', 'A*', '', ' A', 'A ', 'A\u0000']
  expect(hostile.filter((key) => isPlainFilterValue(key))).toEqual([])
  const plain = ['ACC1', 'A_B', '00012', 'A/B-3', 'Zoë 1', '12:30', "O'Neil"]
  expect(plain.filter((key) => isPlainFilterValue(key))).toEqual(plain)
})

test('until the server has found a customer by its account number, what it does not find is sought in the whole list', async () => {
  const asked: unknown[] = []
  const reader = { ...readerOver({
    customers: (query, { number }) => {
      asked.push(query)
      return Promise.resolve({ kind: 'answer', value: number > 1 || query.accountNumbers?.includes('A1') === true ? [] : [seen('A1'), seen('B2', { id: '2' })].filter(({ customer }) => query.accountNumbers?.includes(customer) ?? true) })
    },
  }), oracle: { findsByKey: false } }
  expect(await lookUpCustomer(reader, sought('A1'))).toMatchObject({ ok: false, failure: { code: 'server-unusable' } })
  expect(await lookUpCustomer(reader, sought('C3'))).toEqual({ ok: true, value: { kind: 'customer-absent' } })
  expect(await lookUpCustomer(reader, sought('B2'))).toMatchObject({ ok: true, value: { kind: 'customer-found' } })
  expect(reader.oracle.findsByKey).toBe(true)
  asked.length = 0
  await lookUpCustomer(reader, sought('C3'))
  expect(asked).toEqual([{ accountNumbers: ['C3'], contractOwnerId: '1' }])
})

test('whatever the key, an answer about others is never taken for it', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), async (key, other) => {
    fc.pre(key !== other)
    const { result, queries } = await lookUp(key, [seen(other)])
    expect(result.ok && result.value.kind).not.toBe('customer-found')
    const filters = (queries as { accountNumbers?: readonly string[] }[]).flatMap(({ accountNumbers = [] }) => accountNumbers)
    expect(filters.every((value) => value === key)).toBe(true)
  }), { numRuns: 200 })
})

test('found, absent, found twice, found under another owner', async () => {
  expect((await lookUp('A1', [seen('A1')])).result).toMatchObject({ value: { kind: 'customer-found', customerId: '1', same: true, times: 1 } })
  expect((await lookUp('A1', [])).result).toMatchObject({ value: { kind: 'customer-absent' } })
  expect((await lookUp('A1', [seen('A1'), seen('A1', { id: '2' })])).result).toMatchObject({ value: { times: 2 } })
  expect((await lookUp('A1', [seen('A1', { contractOwnerId: '2' })])).result).toMatchObject({ value: { kind: 'customer-doubtful' } })
  expect((await lookUp('A1', [seen('A1', { contractOwnerId: null })])).result).toMatchObject({ value: { kind: 'customer-found' } })
})

test('another name is not the same customer; white space and case in it do not count', async () => {
  expect((await lookUp('A1', [seen('A1', { name: 'Other' })])).result).toMatchObject({ value: { same: false } })
  expect((await lookUp('A1', [seen('A1', { name: ' NAME ' })])).result).toMatchObject({ value: { same: true } })
})

test('nearly the same account number is doubtful', async () => {
  const looked = await Promise.all(['a1', 'A 1', '00A1'].map((near) => lookUp('A1', [seen(near)])))
  expect(looked.map(({ result }) => result.ok && result.value.kind)).toEqual(looked.map(() => 'customer-doubtful'))
  expect(coarseKey('00123')).toBe(coarseKey('123'))
  expect(coarseKey('0')).toBe('0')
})

test('a filter that answers with others is no filter: the run must stop', async () => {
  expect((await lookUp('A1', [seen('B7')])).result).toMatchObject({ ok: false, failure: { code: 'server-unusable' } })
  expect((await lookUp('A1', [seen('A10')])).result).toMatchObject({ value: { kind: 'customer-absent' } })
})

test('a key of filter grammar is found by reading all, beyond the first page', async () => {
  const many = [...Array.from({ length: 2_500 }, (_, index) => seen(`B${index}`)), seen('like:%')]
  const { result, queries } = await lookUp('like:%', many)
  expect(result).toMatchObject({ value: { kind: 'customer-found' } })
  expect(queries).toEqual(Array.from({ length: 4 }, () => ({ contractOwnerId: '1' })))
})

test('sites: read to the empty page, matched by reference, doubles told, foreign ones refused', async () => {
  const site = (id: string, reference: string | null, customerId: string | null = '7') => ({ id, reference, customerId })
  const read = (list: readonly ReturnType<typeof site>[]) => lookUpSites(readerOver({ sites: (_id, { number }) => Promise.resolve({ kind: 'answer', value: number === 1 ? list : [] }) }), '7')
  expect(await read([site('1', 'A'), site('2', null), site('3', 'B', null)])).toMatchObject({ value: { siteIds: { A: '1', B: '3' }, doubled: [] } })
  expect(await read([site('1', 'A'), site('2', 'A')])).toMatchObject({ value: { doubled: ['A'] } })
  expect(await read([site('1', 'A', '8')])).toMatchObject({ ok: false, failure: { code: 'server-unusable' } })
})
