import { expect, test } from 'vitest'
import { indentJson } from './indent-json.ts'

const text = (json: string): string => indentJson(json).map((token) => token.text).join('')

test('a body is indented and nothing but white space is added', () => {
  const body = '{"a":1,"b":[true,null],"c":{},"d":[]}'
  expect(text(body)).toBe('{\n  "a": 1,\n  "b": [\n    true,\n    null\n  ],\n  "c": {},\n  "d": []\n}')
  expect(text(body).replaceAll(/\s/g, '')).toBe(body)
})

test('an id beyond the numbers of JavaScript keeps every digit', () => {
  expect(text('{"id":9223372036854775807}')).toContain('9223372036854775807')
})

test('marks and escaped quotes inside of a text are part of it', () => {
  expect(text('{"a":"x, \\"{y}\\": [1]"}')).toBe('{\n  "a": "x, \\"{y}\\": [1]"\n}')
})

test('keys, texts, numbers and words are told apart', () => {
  const kinds = indentJson('{"k":"v","n":-1.5,"t":true}').filter((token) => token.kind !== 'mark').map((token) => `${token.kind} ${token.text}`)
  expect(kinds).toEqual(['key "k"', 'string "v"', 'key "n"', 'number -1.5', 'key "t"', 'word true'])
})
