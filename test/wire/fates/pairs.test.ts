// Two fates for one customer. CI plays a sample that is always the same; `npm run nightly -- fate-pairs` goes on where it ends.
import { expect, test } from 'vitest'
import { playPairs, samplePairs } from './pairs.ts'

test('two hundred pairs of fates: each customer once on the server or said not to be', { timeout: 1_800_000 }, async () => {
  const { wrong, met } = await playPairs(samplePairs(1, 200))
  expect(wrong).toEqual([])
  // After a clear answer to the first there is nothing left to meet.
  expect(met).toBeGreaterThan(90)
})
