import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { openRecentFiles } from './recent-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-recent-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the last eight files, each once, the last one first, and again after a start', async () => {
  const file = join(folder, 'recent.json')
  const recent = await openRecentFiles(file)
  for (let index = 1; index <= 10; index += 1) recent.note([`/data/${index}.csv`])
  recent.note(['/data/5.csv'])
  const names = ['5.csv', '10.csv', '9.csv', '8.csv', '7.csv', '6.csv', '4.csv', '3.csv']
  const listed = await recent.list()
  expect(listed.map(({ name }) => name)).toEqual(names)
  expect(JSON.stringify(listed)).not.toContain('/data')
  await vi.waitFor(async () => expect((await (await openRecentFiles(file)).list()).map(({ name }) => name)).toEqual(names))
  expect(statSync(file).mode & 0o077).toBe(0)
  recent.clear()
  await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toBe('[]'))
})

test('what is gone says so, and only a listed id is a path', async () => {
  const here = join(folder, 'here.csv')
  writeFileSync(here, 'x')
  const recent = await openRecentFiles(join(folder, 'gone.json'))
  recent.note([join(folder, 'gone.csv')])
  recent.note([here])
  const [first, second] = await recent.list()
  expect([first, second]).toMatchObject([{ name: 'here.csv', isThere: true }, { name: 'gone.csv', isThere: false }])
  expect([recent.paths(first?.id ?? ''), recent.paths(here), recent.paths('')]).toEqual([[here], [], []])
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
})

test('a damaged list is an empty one', async () => {
  const file = join(folder, 'damaged.json')
  for (const text of ['[', '{}', '[{"path":7}]']) {
    writeFileSync(file, text)
    expect(await (await openRecentFiles(file)).list()).toEqual([])
  }
})
