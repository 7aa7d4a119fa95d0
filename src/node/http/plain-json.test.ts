import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJsonAs } from '#core/model/read-json.ts'
import { readJsonBody } from './answer-body.ts'
import { readPlainJson } from './plain-json.ts'

/** The reader that is right about everything, and slow. */
function readExactly(text: string): unknown {
  try {
    return readJsonAs<unknown>(text, {
      number: (digits) => (/^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits)) ? digits : Number(digits)),
      other: (value) => value, list: (items) => items, object: (members) => Object.fromEntries(members),
    })
  } catch {
    return undefined
  }
}

const pieces = ['{', '}', '[', ']', ',', ':', '"', '"a":', '"a" :', '"b":1', '":x"', '"a"', '"__proto__":{}', '\\', '\\"', '\\u0061', ' ', '\n', '\u00a0', '0', '-0', '01', '1.50', '1e400', '9007199254740992', '9007199254740993', '123456789012345', 'true', 'null', 'nul', 'ä', '\ufeff']

test.each([
  ['{"id":7,"name":"A: b","sites":[{"id":1}]}', { id: 7, name: 'A: b', sites: [{ id: 1 }] }],
  ['[]', []],
  ['{"__proto__":1}', JSON.parse('{"__proto__":1}')],
])('%s is read at once', (text, value) => {
  expect(readPlainJson(text)).toStrictEqual(value)
})

test.each([
  '{"id":7,"id":8}', '{"a":{"id":7,"b":1,"id":7}}', '{"id":9007199254740993}', '{"name":":x"}', '{"a\\"":1}', 'NaN', '', '{"a":1', `${'['.repeat(100)}${']'.repeat(100)}`,
])('%s is left to the exact reader', (text) => {
  expect(readPlainJson(text)).toBeUndefined()
})

test('any text made of pieces of JSON is read as the exact reader reads it', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
    const text = parts.join('')
    expect(readJsonBody(text)).toStrictEqual(readExactly(text))
  }), { numRuns: 20_000 })
})

test('any JSON, with a name doubled somewhere or not, is read as the exact reader reads it', () => {
  const names = fc.constantFrom('a', 'b', 'c', 'a"', ':', '__proto__')
  const doubled = fc.letrec<{ readonly value: string }>((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.json({ maxDepth: 1 }), fc.constantFrom('7', '12345678901234567890', '":"'),
      fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join()}]`),
      fc.array(fc.tuple(names, tie('value')), { maxLength: 3 }).map((members) => `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join()}}`)),
  })).value
  fc.assert(fc.property(doubled, (text) => {
    expect(readJsonBody(text)).toStrictEqual(readExactly(text))
  }), { numRuns: 5_000 })
})
