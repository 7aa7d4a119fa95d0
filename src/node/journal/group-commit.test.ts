import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { groupCommits } from './group-commit.ts'

let folder: string
const opened: DatabaseSyncInstance[] = []
const open = (): DatabaseSyncInstance => {
  const database = new DatabaseSync(join(folder, 'a.sqlite'))
  opened.push(database)
  return database
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'group-commit-'))
})
afterEach(() => {
  vi.useRealTimers()
  for (const each of opened.splice(0)) each.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A table of words that must not be there twice, written by one and read by another. */
function writeAndLook() {
  const database = open()
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE words (word TEXT PRIMARY KEY)')
  const other = open()
  const insert = database.prepare('INSERT INTO words VALUES (?)')
  const commits = groupCommits(database)
  return {
    database, commits,
    say: (word: string) => () => void insert.run(word),
    seen: () => (other.prepare('SELECT word FROM words ORDER BY rowid').all() as { readonly word: string }[]).map(({ word }) => word),
  }
}

test('what waits is written with the next write, before it, in one commit', () => {
  const { database, commits, say, seen } = writeAndLook()
  const exec = vi.spyOn(database, 'exec')
  commits.later(0, say('one'))
  commits.later(1, say('two'))
  expect([seen(), commits.isWaitingFor(1), commits.isWaitingFor(2)]).toEqual([[], true, false])
  expect(commits.now(say('three'))).toMatchObject({ ok: true })
  expect([seen(), commits.isWaitingFor(1)]).toEqual([['one', 'two', 'three'], false])
  expect(exec.mock.calls).toEqual([['BEGIN IMMEDIATE'], ['COMMIT']])
})

test('what is read has all that waits in it; with nothing waiting, nothing is written', () => {
  const { database, commits, say, seen } = writeAndLook()
  const exec = vi.spyOn(database, 'exec')
  expect(commits.read(() => 1)).toEqual({ ok: true, value: 1 })
  expect(exec).not.toHaveBeenCalled()
  commits.later(0, say('one'))
  expect(commits.read(seen)).toMatchObject({ ok: true })
  expect(seen()).toEqual(['one'])
})

test('nothing waits longer than a tenth of a second, counted from the first', () => {
  vi.useFakeTimers()
  const { commits, say, seen } = writeAndLook()
  commits.later(0, say('one'))
  vi.advanceTimersByTime(60)
  commits.later(0, say('two'))
  expect(seen()).toEqual([])
  vi.advanceTimersByTime(40)
  expect(seen()).toEqual(['one', 'two'])
  expect(vi.getTimerCount()).toBe(0)
})

test('what waits is written at the end, and nobody writes after it', () => {
  vi.useFakeTimers()
  const { commits, say, seen } = writeAndLook()
  commits.later(0, say('one'))
  commits.end()
  expect([seen(), vi.getTimerCount()]).toEqual([['one'], 0])
})

test('what could not be written in the meantime is said by the next call, and nothing more is written', () => {
  vi.useFakeTimers()
  const { database, commits, say, seen } = writeAndLook()
  const lost = { ok: false, failure: { code: 'disk-full' } }
  const full = vi.spyOn(database, 'exec').mockImplementation(() => {
    throw Object.assign(new Error('full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 })
  })
  commits.later(0, say('one'))
  vi.advanceTimersByTime(100)
  full.mockRestore()
  expect([commits.later(0, say('two')), commits.now(say('three')), commits.read(seen)]).toMatchObject([lost, lost, lost])
  commits.end()
  expect(seen()).toEqual([])
})

test('a write that fails takes with it what waited, and all that follows', () => {
  const { commits, say, seen } = writeAndLook()
  expect(commits.now(say('one'))).toMatchObject({ ok: true })
  commits.later(0, say('two'))
  expect(commits.now(say('one'))).toMatchObject({ ok: false })
  expect(commits.now(say('three'))).toMatchObject({ ok: false })
  expect(seen()).toEqual(['one'])
})

test('a fault of the program in what waited is thrown by the next call', () => {
  vi.useFakeTimers()
  const { commits, say, seen } = writeAndLook()
  commits.later(0, () => {
    throw new Error('a fault')
  })
  vi.advanceTimersByTime(100)
  expect(() => commits.now(say('one'))).toThrow('a fault')
  expect(() => commits.later(0, say('one'))).toThrow('a fault')
  expect(seen()).toEqual([])
})
