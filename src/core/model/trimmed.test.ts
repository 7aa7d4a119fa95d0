import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trimmed } from './trimmed.ts'

test('it trims as the language does, whatever stands at both ends', () => {
  const piece = fc.constantFrom('', ' ', '\t', '\n', '\u00a0', '\ufeff', '\u2003', '\u200b', '\x7f', '\0', 'a', 'é', '~', '!', '0', '🙂', 'two words')
  fc.assert(fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
    const text = pieces.join('')
    expect(trimmed(text)).toBe(text.trim())
  }))
})
