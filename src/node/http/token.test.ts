import { expect, test } from 'vitest'
import { createTokenSource, type Login } from './token.ts'

function sourceOf(answer: () => Login) {
  let now = 1_000
  let logins = 0
  const source = createTokenSource(() => {
    logins += 1
    return Promise.resolve(answer())
  }, { now: () => now, after: () => () => undefined })
  return { source, logins: () => logins, pass: (ms: number) => void (now += ms) }
}
const token = (): Login => ({ kind: 'token', token: 't' })

test('all lanes share one login', async () => {
  const { source, logins } = sourceOf(token)
  const tokens = await Promise.all(Array.from({ length: 8 }, () => source.get()))
  expect(logins()).toBe(1)
  expect(new Set(tokens.map((each) => each.kind === 'token' && each.generation))).toEqual(new Set([1]))
})

test('it is renewed with 90 seconds in hand, not before', async () => {
  const { source, logins, pass } = sourceOf(token)
  await source.get()
  pass(809_000)
  await source.get()
  expect(logins()).toBe(1)
  pass(1_001)
  await source.get()
  expect(logins()).toBe(2)
})

test('eight 401 to one token cost one login; a 401 to the next one as well is final', async () => {
  const { source, logins } = sourceOf(token)
  await source.get()
  expect(Array.from({ length: 8 }, () => source.refuse(1))).toEqual(Array.from({ length: 8 }, () => false))
  await Promise.all([source.get(), source.get()])
  expect(logins()).toBe(2)
  expect(source.refuse(2)).toBe(true)
})

test('a success in between forgives', async () => {
  const { source } = sourceOf(token)
  await source.get()
  source.refuse(1)
  await source.get()
  source.prove(2)
  expect(source.refuse(2)).toBe(false)
})

test('a refused password is never sent again, trouble is', async () => {
  let answer: Login = { kind: 'unclear', reason: '500', afterMs: null }
  const { source, logins } = sourceOf(() => answer)
  expect((await source.get()).kind).toBe('unclear')
  answer = { kind: 'refused', reason: 'no' }
  for (let time = 0; time < 3; time += 1) expect((await source.get()).kind).toBe('refused')
  expect(logins()).toBe(2)
})
