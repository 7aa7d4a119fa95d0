import { expect, test } from 'vitest'
import { newTextPool } from './text-pool.ts'

test('a text comes back the same, whatever its characters and length', () => {
  const pool = newTextPool()
  for (const text of ['', 'short', 'exactly 13 ch', 'Ó Súilleabháin & Sons – €😀', 'x'.repeat(50_000)]) {
    expect(pool(text)).toBe(text)
    expect(pool(text)).toBe(text)
  }
})

test('more texts than it remembers pass through it too', () => {
  const pool = newTextPool()
  const texts = Array.from({ length: 120_000 }, (_, index) => `a text to remember ${index}`)
  expect(texts.map(pool)).toEqual(texts)
})
