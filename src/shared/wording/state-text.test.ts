import { expect, test } from 'vitest'
import { bucketText, outcomeText } from './state-text.ts'

test('every bucket and every outcome has its own sentence', () => {
  const buckets = (['ready', 'held', 'existing', 'excluded', 'blank'] as const).map(bucketText)
  const outcomes = (['created', 'existing', 'rejected', 'incomplete', 'unknown', 'not-sent'] as const).map(outcomeText)
  const all = [...buckets, ...outcomes]
  expect(new Set(all).size).toBe(11)
  expect(all.every((text) => /^[A-Z].*\.$/.test(text))).toBe(true)
})
