import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openHistory } from './open-history.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-history-'))
afterAll(() => rmSync(folder, { recursive: true }))
const changes = { cells: [[0, 2, 1, null, 'text']], rows: [[0, 3, true]] } as const

test('steps, the place in them and the way forth are there again after a restart, for their owner alone', () => {
  const path = join(folder, 'one', 'history.sqlite')
  const history = openHistory(path)
  for (const _ of [1, 2, 3]) history.add({ kind: 'edit' }, changes)
  history.moveTo(1)
  history.close()
  const again = openHistory(path)
  expect(again).toMatchObject({ isKept: true })
  expect([again.current(), again.back(), again.ahead()]).toEqual([1, 0, [2, 3]])
  expect(again.changesOf(3)).toEqual(changes)
  expect(again.step(2)).toMatchObject({ id: 2, parent: 1, step: { kind: 'edit' }, cells: 1, rows: 1 })
  again.close()
  expect(statSync(path).mode & 0o077).toBe(0)
})

test('a new step after going back begins a branch, and the other one is still there', () => {
  const history = openHistory(join(folder, 'two.sqlite'))
  history.add({ kind: 'edit' }, changes)
  history.add({ kind: 'edit' }, changes)
  history.moveTo(1)
  history.add({ kind: 'leave-out' }, changes)
  expect([history.current(), history.ahead()]).toEqual([3, []])
  history.moveTo(2)
  history.moveTo(0)
  // Forth leads where one was last.
  expect(history.ahead()).toEqual([1, 2])
  expect([...history.parents()]).toEqual([[1, 0], [2, 1], [3, 1]])
  history.close()
})

test('two windows with the same file keep their own places and see each other\'s steps', () => {
  const path = join(folder, 'three.sqlite')
  const [one, two] = [openHistory(path), openHistory(path)]
  one.add({ kind: 'edit' }, changes)
  two.add({ kind: 'leave-out' }, changes)
  expect([one.current(), two.current()]).toEqual([1, 2])
  expect(one.steps()).toEqual(two.steps())
  one.close()
  two.close()
})

test('a damaged history is set aside, and one that cannot be kept is kept while the file is open', () => {
  const path = join(folder, 'four.sqlite')
  writeFileSync(path, 'no database at all, but long enough to be taken for one'.repeat(100))
  const history = openHistory(path)
  expect(history.isKept).toBe(true)
  expect(history.steps()).toEqual([])
  history.close()
  expect(readdirSync(folder)).toContain('four.sqlite.damaged')
  writeFileSync(join(folder, 'file'), '')
  const nowhere = openHistory(join(folder, 'file', 'five.sqlite'))
  expect(nowhere.isKept).toBe(false)
  nowhere.add({ kind: 'edit' }, changes)
  expect(nowhere.current()).toBe(1)
  nowhere.close()
})
