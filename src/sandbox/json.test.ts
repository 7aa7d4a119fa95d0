import { expect, it } from 'vitest'
import { parseWireJson, writeWireJson } from './json.ts'

it.each(['{"id":9007199254740993}', '[-9223372036854775808,1.5,1e3,"9007199254740993"]', '{"a":"quote \\" 9007199254740993 \\\\","b":100000000000000001}'])(
  'writes back what it read: %s',
  (text) => expect(writeWireJson(parseWireJson(text))).toBe(text.replace('1e3', '1000')),
)

it('keeps safe integers numbers and long ones exact', () =>
  expect(parseWireJson('[9007199254740991,9007199254740993,5.0]')).toEqual([9_007_199_254_740_991, 9_007_199_254_740_993n, 5]))

it.each(['', '{', '[01]', '[09007199254740993]', '{"a":1,}', 'nonsense'])('throws on %j', (text) => expect(() => parseWireJson(text)).toThrow(SyntaxError))
