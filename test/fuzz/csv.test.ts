import { expect, test } from 'vitest'
import { compare } from './csv/compare.ts'
import { makeText } from './csv/make-text.ts'
import { readBytesInPieces, readInPieces } from './csv/read-text.ts'

// A million of them run every night: scripts/nightly/fuzz-csv.ts.
const sample = 1500

test('delimited texts, also damaged ones, are cut as a second parser cuts them, or refused with a reason', () => {
  const seen = { same: 0, refused: 0, unjudged: 0 }
  for (let seed = 1; seed <= sample; seed += 1) seen[compare(makeText(seed))] += 1
  // Both happen, and refusing is the exception.
  expect(seen.same).toBeGreaterThan(sample * 0.75)
  expect(seen.refused).toBeGreaterThan(sample * 0.05)
  expect(seen.unjudged).toBeLessThan(sample * 0.005)
})

test.each([['utf-8', 'utf8'], ['utf-16le', 'utf16le']] as const)('bytes of %s that are cut inside a character give the same cells', (encoding, node) => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const made = makeText(seed)
    // Without a mark of its own at the start, and without halves of characters, which no bytes can hold.
    const text = Buffer.from(made.text).toString().replaceAll('\ufeff', '')
    const whole = readInPieces(text, made, 65_536)
    for (const size of [1, 7, 10_007]) expect(readBytesInPieces(Buffer.from(text, node), { encoding, size }, made)).toEqual(whole)
  }
})
