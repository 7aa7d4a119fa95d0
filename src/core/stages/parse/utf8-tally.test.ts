import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newUtf8Tally } from './utf8-tally.ts'

function tally(bytes: Uint8Array, chunk = 3) {
  const counter = newUtf8Tally()
  for (let at = 0; at < bytes.length; at += chunk) counter.push(bytes.subarray(at, at + chunk))
  return counter.count(true)
}

test('characters of two, three and four bytes count once each, wherever a chunk ends', () => {
  const bytes = new TextEncoder().encode('aé€😀')
  for (const chunk of [1, 2, 3, 4, 100]) expect(tally(bytes, chunk)).toEqual({ wellFormed: 3, invalid: 0 })
})

test('windows-1252 accents are no characters of UTF-8', () => {
  expect(tally(Buffer.from('caf\xe9 M\xfcnchen', 'latin1'))).toEqual({ wellFormed: 0, invalid: 2 })
})

test('a character cut off at the end of the file is invalid', () => {
  expect(tally(new Uint8Array([0x61, 0xe2, 0x82]))).toEqual({ wellFormed: 0, invalid: 2 })
})

test('a character that may go on in the next piece is not counted yet', () => {
  const counter = newUtf8Tally()
  counter.push(new Uint8Array([0xe2, 0x82]))
  expect(counter.count(false)).toEqual({ wellFormed: 0, invalid: 0 })
  counter.push(new Uint8Array([0xac]))
  expect(counter.count(true)).toEqual({ wellFormed: 1, invalid: 0 })
})

test('over-long forms and surrogates are invalid', () => {
  expect(tally(new Uint8Array([0xc0, 0xaf])).invalid).toBe(2)
  expect(tally(new Uint8Array([0xed, 0xa0, 0x80])).wellFormed).toBe(0)
  expect(tally(new Uint8Array([0xf5, 0x80, 0x80, 0x80])).wellFormed).toBe(0)
})

test('it finds nothing invalid exactly where the platform says the bytes are UTF-8', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 8 }).map((text) => new TextEncoder().encode(text)),
  )
  fc.assert(fc.property(bytes, fc.integer({ min: 1, max: 5 }), (value, chunk) => {
    expect(tally(value, chunk).invalid === 0).toBe(isUtf8(value))
  }), { numRuns: 500 })
})
