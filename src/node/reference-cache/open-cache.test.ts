import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCache, type CachedReference } from './open-cache.ts'

const temporary = (): string => join(mkdtempSync(join(tmpdir(), 'reference-')), 'deeper')

const first: CachedReference = {
  baseUrl: 'https://rest.example.com/v1', brand: 'one', readAt: '2026-11-20T10:00:00.000Z',
  lists: { 'billing-cycles': [{ id: '9007199254740993', name: 'Monthly 1st' }], 'commission-agents': [{ id: '1', name: '', kind: 'EXTERNAL', contractOwnerId: '7' }], 'tripwire-plans': [] },
}
const second: CachedReference = { ...first, brand: 'two', readAt: '2026-11-21T10:00:00.000Z', lists: {} }

test('lists come back as they were, ids to the digit; a list that was empty is not one that was not read', async () => {
  const cache = openCache(temporary())
  expect(await cache.write(first)).toEqual({ ok: true, value: null })
  expect(await cache.read(first.baseUrl, 'one')).toEqual(first)
})

test('each address and brand has its own, and the newest is the one that was read last', async () => {
  const cache = openCache(temporary())
  expect([await cache.newest(), await cache.read(first.baseUrl, 'one')]).toEqual([null, null])
  await cache.write(second)
  await cache.write(first)
  expect([await cache.newest(), await cache.read(first.baseUrl, 'one'), await cache.read('https://other.example.com', 'one')]).toEqual([second, first, null])
})

test('reading again replaces', async () => {
  const cache = openCache(temporary())
  await cache.write(first)
  const later = { ...first, readAt: '2026-11-22T10:00:00.000Z', lists: {} }
  await cache.write(later)
  expect(await cache.read(first.baseUrl, 'one')).toEqual(later)
})

test.runIf(process.platform !== 'win32')('the file is for this user alone', async () => {
  const folder = temporary()
  await openCache(folder).write(first)
  const [name = ''] = readdirSync(folder)
  expect(readdirSync(folder)).toHaveLength(1)
  expect((statSync(join(folder, name)).mode & 0o777).toString(8)).toBe('600')
})

test('what is damaged, of another version or of another target was never kept', async () => {
  const folder = temporary()
  const cache = openCache(folder)
  await cache.write(first)
  const [name = ''] = readdirSync(folder)
  const good = { version: 1, ...first }
  for (const text of ['', '{', 'null', JSON.stringify({ ...good, version: 2 }), JSON.stringify({ ...good, readAt: 'yesterday' }), JSON.stringify({ ...good, lists: { 'billing-cycles': [{ id: 'x', name: '' }] } }), JSON.stringify({ ...good, password: 'x' })]) {
    writeFileSync(join(folder, name), text)
    expect([await cache.read(first.baseUrl, 'one'), await cache.newest()]).toEqual([null, null])
  }
  writeFileSync(join(folder, name), JSON.stringify({ ...good, brand: 'two' }))
  expect(await cache.read(first.baseUrl, 'one')).toBeNull()
  writeFileSync(join(folder, name), JSON.stringify(good))
  expect(await cache.read(first.baseUrl, 'one')).toEqual(first)
})

test('a place that cannot be written is said in words', async () => {
  const folder = temporary()
  writeFileSync(folder, '')
  expect(await openCache(join(folder, 'inside')).write(first)).toMatchObject({ ok: false, failure: { code: 'cannot-write' } })
})
