import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ageText, cacheOf, cachedReference } from './cached-reference.ts'

const now = Date.parse('2026-11-22T12:00:00Z')

test.each([
  ['2026-11-22T11:59:30Z', 'read just now'], ['2026-11-22T12:30:00Z', 'read just now'], ['2026-11-22T11:59:00Z', 'read 1 minute ago'], ['2026-11-22T11:01:00Z', 'read 59 minutes ago'],
  ['2026-11-22T10:00:00Z', 'read 2 hours ago'], ['2026-11-21T12:00:00Z', 'read 1 day ago'], ['2026-11-19T11:00:00Z', 'read 3 days ago'],
])('%s is %s', (readAt, text) => expect(ageText(readAt, now)).toBe(text))

test('the target that is named is meant, or else the last one', async () => {
  const cache = cacheOf(mkdtempSync(join(tmpdir(), 'cached-')))
  const [one, two] = ['one', 'two'].map((brand, index) => ({ baseUrl: 'https://rest.example.com', brand, readAt: `2026-11-2${index}T00:00:00Z`, lists: {} }))
  if (one === undefined || two === undefined) throw new Error('two')
  await cache.write(two)
  await cache.write(one)
  expect(await cachedReference(cache)).toEqual(two)
  expect(await cachedReference(cache, one)).toEqual(one)
  expect(await cachedReference(cache, { baseUrl: 'https://rest.example.com', brand: 'three' })).toBeNull()
})
