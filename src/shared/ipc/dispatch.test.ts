import { expect, test } from 'vitest'
import { z } from 'zod'
import { connect } from './connect.ts'
import { makeDispatch } from './dispatch.ts'
import { call, event } from './kit.ts'

const contract = {
  shop: {
    double: call(z.strictObject({ number: z.int() }), z.strictObject({ answer: z.int() })),
    sold: event(z.strictObject({ item: z.string() })),
  },
} as const

const bugs: string[] = []
const dispatch = makeDispatch(contract, {
  shop: {
    double: ({ number }: { number: number }) => {
      if (number === 13) throw new Error('a customer called Smith')
      return { ok: true, value: number === 14 ? { answer: 'much' } : { answer: number * 2 } }
    },
  },
}, (name, error) => {
  bugs.push(`${name}: ${String(error)}`)
  return 'ref1'
})
const listeners: ((event: { name: string; payload: unknown }) => void)[] = []
const client = connect(contract, {
  call: async (name, input) => structuredClone(await dispatch(name, structuredClone(input))),
  subscribe: (listener) => {
    listeners.push(listener)
    return () => void listeners.splice(listeners.indexOf(listener), 1)
  },
  drop: () => Promise.resolve([]),
})

test('a call goes there and back through structured clone', async () => {
  expect(await client.shop.double({ number: 4 })).toEqual({ ok: true, value: { answer: 8 } })
})

test.each([[{ number: 'four' }], [{ number: 4, more: 1 }], [null], [undefined]])('input that does not fit is refused: %j', async (input) => {
  expect(await dispatch('shop.double', input)).toMatchObject({ ok: false, failure: { code: 'bad-usage' } })
})

test.each(['shop.sold', 'shop.__proto__', '__proto__.double', 'shop', ''])('a name that is no call is refused: %j', async (name) => {
  expect(await dispatch(name, { number: 1 })).toMatchObject({ ok: false, failure: { code: 'bad-usage' } })
})

test('a throw is answered with a reference and nothing of its message', async () => {
  const result = await dispatch('shop.double', { number: 13 })
  expect(result).toMatchObject({ ok: false, failure: { code: 'internal' } })
  expect(JSON.stringify(result)).toContain('ref1')
  expect(JSON.stringify(result)).not.toContain('Smith')
  expect(bugs).toContain('shop.double: Error: a customer called Smith')
})

test('an answer that breaks the contract is a bug of ours, not data for the window', async () => {
  expect(await dispatch('shop.double', { number: 14 })).toMatchObject({ ok: false, failure: { code: 'internal' } })
})

test('an event reaches its listener until it stops listening', () => {
  const heard: unknown[] = []
  const stop = client.shop.sold((payload) => heard.push(payload))
  for (const listener of listeners) listener({ name: 'shop.sold', payload: { item: 'line' } })
  for (const listener of listeners) listener({ name: 'shop.other', payload: { item: 'line' } })
  stop()
  for (const listener of listeners) listener({ name: 'shop.sold', payload: { item: 'line' } })
  expect(heard).toEqual([{ item: 'line' }])
})
