import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldKey, foldShapes } from './fold-key.ts'
import { keysLike } from './similar-keys.ts'

const key = fc.string({ unit: fc.constantFrom('a', 'A', 'I', 'i', 'l', 'L', '1', 'o', 'O', '0', ' ', '\u0430', '-', '\u2013'), maxLength: 4 })

test('at a glance no key is passed by that looks like a given one in either fold', () => {
  fc.assert(fc.property(fc.array(key), fc.array(key, { maxLength: 2 }), (keys, given) => {
    const looks = new Set(given.flatMap((one) => [foldKey(one), foldShapes(one)]))
    expect(keysLike(keys, given)).toEqual(keys.flatMap((one, at) => (one !== '' && (looks.has(foldKey(one)) || looks.has(foldShapes(one))) ? [at] : [])))
  }), { numRuns: 500 })
})
