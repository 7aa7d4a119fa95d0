import { expect, test } from 'vitest'
import { createTokenSource, type Login } from './token.ts'

function sourceOf(answer: () => Login) {
  let now = 1_000
  let wall = 1_700_000_000_000
  let logins = 0
  const source = createTokenSource(() => {
    logins += 1
    return Promise.resolve(answer())
  }, { now: () => now, after: () => () => undefined }, () => wall)
  const setWall = (ms: number): void => void (wall += ms)
  const pass = (ms: number): void => {
    now += ms
    wall += ms
  }
  return { source, logins: () => logins, pass, setWall }
}
const token = (): Login => ({ kind: 'token', token: 't' })

test('T02: all lanes share one login', async () => {
  const { source, logins } = sourceOf(token)
  const tokens = await Promise.all(Array.from({ length: 8 }, () => source.get()))
  expect(logins()).toBe(1)
  expect(new Set(tokens.map((each) => each.kind === 'token' && each.generation))).toEqual(new Set([1]))
})

test('T09: it is renewed with 90 seconds in hand, not before', async () => {
  const { source, logins, pass } = sourceOf(token)
  await source.get()
  pass(809_000)
  await source.get()
  expect(logins()).toBe(1)
  pass(1_001)
  await source.get()
  expect(logins()).toBe(2)
})

test('T02, T03: eight 401 to one token cost one login; a 401 to the next one as well is final', async () => {
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

test('T03, X09: a refused password is never sent again, trouble is', async () => {
  let answer: Login = { kind: 'unclear', reason: '500', afterMs: null }
  const { source, logins } = sourceOf(() => answer)
  expect((await source.get()).kind).toBe('unclear')
  answer = { kind: 'refused', reason: 'no' }
  for (let time = 0; time < 3; time += 1) expect((await source.get()).kind).toBe('refused')
  expect(logins()).toBe(2)
})

test('T06: after a sleep of the computer the token is renewed before the next request, once', async () => {
  const { source, logins, pass, setWall } = sourceOf(token)
  await source.get()
  pass(60_000)
  setWall(3 * 3_600_000)
  await Promise.all([source.get(), source.get()])
  await source.get()
  expect(logins()).toBe(2)
})

test('T05: a clock that is corrected a little, or set back by a day, changes nothing; one set forward costs one login', async () => {
  const { source, logins, pass, setWall } = sourceOf(token)
  await source.get()
  for (const jump of [25_000, -25_000, -86_400_000]) {
    setWall(jump)
    await source.get()
  }
  expect(logins()).toBe(1)
  setWall(2 * 86_400_000)
  await source.get()
  await source.get()
  expect(logins()).toBe(2)
  pass(811_000)
  await source.get()
  expect(logins()).toBe(3)
})

test('T04: trouble with the login gives no token, and the next one asked for tries again', async () => {
  let answer: Login = { kind: 'throttled', afterMs: 5_000 }
  const { source } = sourceOf(() => answer)
  expect(await source.get()).toEqual({ kind: 'throttled', afterMs: 5_000 })
  answer = { kind: 'unclear', reason: 'the server gave no usable token', afterMs: null }
  expect((await source.get()).kind).toBe('unclear')
  answer = token()
  expect((await source.get()).kind).toBe('token')
})
