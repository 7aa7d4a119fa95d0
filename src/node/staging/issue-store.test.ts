import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { issue } from '#core/model/issue.ts'
import { openIssueStore } from './issue-store.ts'
import { storeIssue } from './stored-issue.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-issues-'))
afterAll(() => rmSync(folder, { recursive: true }))

const some = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => storeIssue(issue({ code: 'bad-email', severity: 'error', place: { table: 0, row: from + at, column: 3 }, value: `${from + at}` }), from + at))

test('issues that come a few at a time are all there once it is sealed, in file order, and can be replaced', () => {
  const store = openIssueStore(join(folder, 'some.sqlite'))
  let added = 0
  for (const count of [0, 1, 3_998, 2, 0, 4_000, 7_000, 5]) {
    store.add(some(added, count))
    added += count
  }
  store.seal()
  expect(Array.from(store.each(), ({ value }) => Number(value))).toEqual(Array.from({ length: added }, (_, at) => at))
  expect(store.replace([0, 1, 15_005], [])).toEqual({ error: -3, warning: 0, info: 0 })
  expect(store.page({}, 0, 1)).toMatchObject({ total: added - 3, issues: [{ value: '2' }] })
  store.close()
})

test('one that is given up before it is sealed can be closed', () => {
  const store = openIssueStore(join(folder, 'given-up.sqlite'))
  store.add(some(0, 10))
  expect(() => store.close()).not.toThrow()
})
