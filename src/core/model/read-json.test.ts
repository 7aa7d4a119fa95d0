import { expect, test } from 'vitest'
import fc from 'fast-check'
import { writeJson } from './json.ts'
import { readJson, readJsonAs } from './read-json.ts'

const plain = (text: string): unknown =>
  readJsonAs<unknown>(text, { number: Number, other: (value) => value, list: (items) => items, object: (members) => Object.fromEntries(members) })

test('reads what JSON.parse reads', () => {
  fc.assert(fc.property(fc.json({ noUnicodeString: false }), (text) => {
    expect(JSON.stringify(plain(text))).toBe(JSON.stringify(JSON.parse(text)))
  }), { numRuns: 100 })
})

test('refuses what JSON.parse refuses', () => {
  for (const text of ['', '{', '[1,]', '{"a":1,}', '01', '+1', '.5', '1.', 'nul', "'a'", '"\n"', '"\\x"', '1 2', '[1}', '{"a" 1}', '{a:1}', '\u00a01']) {
    expect(() => plain(text)).toThrow(SyntaxError)
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
  }
})

test('keeps numbers exact', () => {
  expect(writeJson(readJson('{"id":9223372036854775807,"b":0.10,"c":-0}'))).toBe('{"id":9223372036854775807,"b":0.10,"c":-0}')
})

test('a doubled property is refused, and __proto__ is an ordinary one', () => {
  expect(() => plain('{"a":1,"a":2}')).toThrow(SyntaxError)
  expect(Object.keys(plain('{"__proto__":{"x":1}}') as object)).toEqual(['__proto__'])
})

test('refuses nesting beyond any answer of the API, without a stack overflow', () => {
  expect(() => plain('['.repeat(100_000))).toThrow(SyntaxError)
  expect(plain('['.repeat(60) + ']'.repeat(60))).toBeDefined()
})
