import { expect, test } from 'vitest'
import { blocksOf, makePageCache } from './page-cache.ts'

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 5))

/** A list of a million rows that notes which pages are asked for. */
function list(total = 1_000_000) {
  const asked: number[] = []
  const state = { suffix: '' }
  const read = async (from: number, count: number) => {
    asked.push(from)
    await Promise.resolve()
    return { total, rows: Array.from({ length: Math.min(count, total - from) }, (_, index) => `row ${from + index}${state.suffix}`) }
  }
  return { asked, read, state }
}

test('blocks are those that the rows lie in', () => {
  expect(blocksOf(0, 0)).toEqual([0])
  expect(blocksOf(99, 100)).toEqual([0, 1])
  expect(blocksOf(250, 260)).toEqual([2])
})

test('only the wanted blocks are read, each once', async () => {
  const { asked, read } = list()
  const cache = makePageCache(read)
  cache.want(999_950, 999_970)
  await settle()
  cache.want(999_940, 999_960)
  await settle()
  expect(asked).toEqual([999_900])
  expect(cache.row(999_950)).toBe('row 999950')
  expect(cache.row(0)).toBeUndefined()
  expect(cache.total()).toBe(1_000_000)
})

test('blocks that are scrolled past before their turn are skipped', async () => {
  const { asked, read } = list()
  const cache = makePageCache(read)
  for (const first of [0, 1000, 2000, 3000, 4000]) cache.want(first, first + 20)
  await settle()
  expect(asked).toEqual([0, 4000])
})

test('while rows are read again the old ones stay', async () => {
  const { read, state } = list()
  const cache = makePageCache(read)
  cache.want(0, 10)
  await settle()
  state.suffix = ' new'
  cache.refresh()
  expect(cache.row(3)).toBe('row 3')
  await settle()
  expect(cache.row(3)).toBe('row 3 new')
})

test('no more than sixty blocks are kept', async () => {
  const { read } = list()
  const cache = makePageCache(read)
  cache.want(0, 0)
  await settle()
  for (let block = 1; block <= 60; block += 1) {
    cache.want(block * 100, block * 100)
    await settle()
  }
  expect(cache.row(0)).toBeUndefined()
  expect(cache.row(100)).toBe('row 100')
})

test('a page that cannot be read is not asked for without end', async () => {
  let asked = 0
  const cache = makePageCache<string>(() => {
    asked += 1
    return Promise.resolve(null)
  })
  cache.want(0, 10)
  await settle()
  expect(asked).toBe(1)
  expect(cache.total()).toBeNull()
})

test('listeners hear of new rows until they stop', async () => {
  const cache = makePageCache(list().read)
  let heard = 0
  const stop = cache.subscribe(() => { heard += 1 })
  cache.want(0, 0)
  await settle()
  stop()
  cache.want(500, 500)
  await settle()
  expect(heard).toBe(1)
  expect(cache.snapshot()).toBe(2)
})

test('a list that becomes longer reads only its cut-short end again', async () => {
  const asked: number[] = []
  let total = 150
  const cache = makePageCache(async (from, count) => {
    asked.push(from)
    await Promise.resolve()
    return { total, rows: Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, index) => from + index) }
  })
  cache.want(50, 149)
  await settle()
  expect(cache.row(149)).toBe(149)
  total = 1000
  cache.grow(1000)
  expect(cache.total()).toBe(1000)
  await settle()
  expect(asked).toEqual([0, 100, 100])
  expect(cache.row(199)).toBe(199)
  cache.grow(900)
  expect(cache.total()).toBe(1000)
})
