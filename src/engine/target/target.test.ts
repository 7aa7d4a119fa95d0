import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ReferenceKind } from '#core/model/field.ts'
import type { ReferenceItem } from '#core/model/reference.ts'
import type { Api, ReadOutcome } from '#core/ports.ts'
import { createPacer, practiceSettings } from '#core/stages/post/index.ts'
import { systemClock } from '#node/clock.ts'
import type { ReferenceCache } from '#node/reference-cache/open-cache.ts'
import { cacheOf } from './cached-reference.ts'
import { refreshTarget, type Target } from './target.ts'

const notAsked = (): never => { throw new Error('not asked') }
const newCache = (): ReferenceCache => cacheOf(mkdtempSync(join(tmpdir(), 'target-')))
const cycle: ReferenceItem = { id: '601', name: 'Monthly 1st' }

/** A server whose billing cycles are these and whose other lists may not be read; pages end with an empty one. */
function targetWith(kind: Target['kind'], cycles: () => ReadOutcome<readonly ReferenceItem[]>): Target {
  const reference = (list: ReferenceKind, { number }: { readonly number: number }): Promise<ReadOutcome<readonly ReferenceItem[]>> => {
    if (list !== 'billing-cycles') return Promise.resolve({ kind: 'refused', reason: 'no', status: 'forbidden' })
    return Promise.resolve(number > 1 ? { kind: 'answer', value: [] } : cycles())
  }
  const api: Api = { baseUrl: 'https://rest.example.com/v1', brand: 'one', username: 'jo', reference, customers: notAsked, sites: notAsked, customer: notAsked, serverTime: () => null, quota: () => null, timing: () => ({ writeDeadlineMs: 1, slowestMs: null }), open: notAsked, close: () => undefined }
  return { kind, label: '', difficult: false, api, pacer: createPacer({ clock: systemClock, pace: { requestsPerSecond: 1_000, lanes: 4 } }), lists: {}, readAt: '2026-01-01T00:00:00.000Z', settings: practiceSettings }
}

test('reading anew replaces the lists and their time, and keeps both', async () => {
  const cache = newCache()
  const target = targetWith('live', () => ({ kind: 'answer', value: [cycle] }))
  expect(await refreshTarget(target, cache)).toEqual({ ok: true, value: null })
  expect(target.lists).toEqual({ 'billing-cycles': [cycle] })
  expect(Date.now() - Date.parse(target.readAt)).toBeLessThan(60_000)
  expect(await cache.read('https://rest.example.com/v1', 'one')).toEqual({ baseUrl: 'https://rest.example.com/v1', brand: 'one', readAt: target.readAt, lists: target.lists })
})

test('when reading fails the old lists stay, and nothing is kept', async () => {
  const cache = newCache()
  const target = targetWith('live', () => ({ kind: 'unauthorised', reason: 'signed out' }))
  target.lists = { 'billing-cycles': [cycle] }
  expect(await refreshTarget(target, cache)).toMatchObject({ ok: false })
  expect([target.lists, target.readAt, await cache.newest()]).toEqual([{ 'billing-cycles': [cycle] }, '2026-01-01T00:00:00.000Z', null])
})

test('the practice server\'s lists are not kept', async () => {
  const cache = newCache()
  await refreshTarget(targetWith('practice', () => ({ kind: 'answer', value: [cycle] })), cache)
  expect(await cache.newest()).toBeNull()
})
