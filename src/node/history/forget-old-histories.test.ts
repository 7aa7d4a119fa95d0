import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { forgetOldHistories } from './forget-old-histories.ts'
import { openHistory } from './open-history.ts'

const root = mkdtempSync(join(tmpdir(), 'onboarder-old-histories-'))
afterAll(() => rmSync(root, { recursive: true }))

const now = Date.UTC(2026, 6, 1)
const daysAgo = (path: string, days: number): void => utimesSync(path, new Date(now - days * 86_400_000), new Date(now - days * 86_400_000))
const name = (letter: string, rest = ''): string => `${letter.repeat(40)}.sqlite${rest}`

test('only what was not opened for ninety days goes, with all of its parts', () => {
  const folder = mkdtempSync(join(root, 'days-'))
  const put = (file: string, days: number): void => {
    writeFileSync(join(folder, file), 'x')
    daysAgo(join(folder, file), days)
  }
  put(name('a'), 91)
  put(name('a', '-wal'), 91)
  put(name('a', '-shm'), 91)
  put(name('a', '.damaged'), 200)
  put(name('b'), 89)
  put(name('b', '.damaged'), 200)
  put(name('c'), 200)
  put(name('c', '-wal'), 1) // Written to yesterday, though its file is as it was.
  put('notes.txt', 400)
  expect(forgetOldHistories(folder, now)).toBe(1)
  expect(readdirSync(folder)).toEqual([name('b'), name('b', '.damaged'), name('c'), name('c', '-wal'), 'notes.txt'])
  expect(forgetOldHistories(folder, now)).toBe(0)
})

test('opening a history counts as using it, without a change to it', () => {
  const folder = mkdtempSync(join(root, 'opened-'))
  const path = join(folder, name('d'))
  openHistory(path).close()
  daysAgo(path, 300)
  expect(forgetOldHistories(join(folder, 'none'), Date.now())).toBe(0)
  openHistory(path).close()
  expect([forgetOldHistories(folder, Date.now()), existsSync(path)]).toEqual([0, true])
  expect([forgetOldHistories(folder, Date.now() + 91 * 86_400_000), existsSync(path)]).toEqual([1, false])
})
