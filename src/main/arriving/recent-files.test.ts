import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { openRecentFiles } from './recent-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-recent-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Each change is written behind the others, which takes as long as the disk takes. */
const written = (file: string, now: string): Promise<void> => vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain(now), { timeout: 60_000 })

test('the last eight files, each once, the last one first, and again after a start', async () => {
  const file = join(folder, 'recent.json')
  const recent = await openRecentFiles(file)
  for (let index = 1; index <= 10; index += 1) recent.note([`/data/${index}.csv`])
  recent.note(['/data/5.csv'])
  const names = ['5.csv', '10.csv', '9.csv', '8.csv', '7.csv', '6.csv', '4.csv', '3.csv']
  const listed = await recent.list()
  expect(listed.map(({ name }) => name)).toEqual(names)
  expect(JSON.stringify(listed)).not.toContain('/data')
  await vi.waitFor(async () => expect((await (await openRecentFiles(file)).list()).map(({ name }) => name)).toEqual(names), { timeout: 60_000 })
  expect(statSync(file).mode & 0o077).toBe(0)
  recent.clear()
  await written(file, '[]')
})

test('what is gone says so, and only a listed id is a path', async () => {
  const here = join(folder, 'here.csv')
  writeFileSync(here, 'x')
  const file = join(folder, 'gone.json')
  const recent = await openRecentFiles(file, { patienceMs: 60_000 })
  recent.note([join(folder, 'gone.csv')])
  recent.note([here])
  const [first, second] = await recent.list()
  expect([first, second]).toMatchObject([{ name: 'here.csv', isThere: true }, { name: 'gone.csv', isThere: false }])
  expect([recent.paths(first?.id ?? ''), recent.paths(here), recent.paths('')]).toEqual([[here], [], []])
  await written(file, 'here.csv')
})

test('a drive that does not answer keeps nobody waiting, and its file is shown as there', async () => {
  const file = join(folder, 'away.json')
  const recent = await openRecentFiles(file, { look: () => new Promise(() => undefined) })
  recent.note(['/away/a.csv'])
  expect(await recent.list()).toMatchObject([{ name: 'a.csv', isThere: true }])
  await written(file, 'a.csv')
})

test('files that were opened together are one entry, called as their import is; a list of an earlier version is read', async () => {
  const file = join(folder, 'together.json')
  writeFileSync(file, JSON.stringify([{ path: '/data/old.csv', openedAt: '2026-01-31T10:00:00.000Z' }]))
  const recent = await openRecentFiles(file)
  const together = ['/data/sites.csv', '/other/customers.csv', '/data/contacts.csv']
  recent.note(together)
  recent.note(together.toReversed())
  const listed = await recent.list()
  expect(listed.map(({ name }) => name)).toEqual(['contacts.csv and 2 more', 'old.csv'])
  expect(recent.paths(listed[0]?.id ?? '')).toEqual(together.toReversed())
  await written(file, JSON.stringify(together.toReversed()))
})

test('a damaged list is an empty one', async () => {
  const file = join(folder, 'damaged.json')
  for (const text of ['[', '{}', '[{"path":7}]']) {
    writeFileSync(file, text)
    expect(await (await openRecentFiles(file)).list()).toEqual([])
  }
})
