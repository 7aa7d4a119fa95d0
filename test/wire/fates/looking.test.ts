// The fate table against the real client over HTTP: what can become of the reads that an import believes.
import { expect, test } from 'vitest'
import { playCombinations } from './play-combinations.ts'

test('every fate of a read, at attempts 1 to 3, is met and ends as its name says, once on the server or said not to be', { timeout: 1_800_000 }, async () => {
  const { wrong, combinations } = await playCombinations(['GET /customers', 'GET /sites', 'GET /customers/{customer_id}', 'GET /contract-owners'])
  expect(wrong).toEqual([])
  expect(combinations).toBeGreaterThan(1000)
})
