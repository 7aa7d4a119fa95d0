import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSession } from '../session/open-session.ts'
import { changeRows } from '../session/row-changes.ts'
import { closeSession, preparedOf, type Session } from '../session/session.ts'
import { listedRows, type RowFilter } from './listed-rows.ts'

let folder: string
let session: Session
// For each test anew: one of them changes a row.
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onboarder-lists-'))
  const path = join(folder, 'a.csv')
  writeFileSync(path, [
    'Account number,Customer name,Customer start date,Site reference,Site name,Notes',
    'A9,Éclair Ltd,31/01/2025,S1,Main,10', 'A10,delta plc,01/02/2024,S1,Main,', 'A9,Éclair Ltd,31/01/2025,S2,Branch,9',
    'A11,Echo,15/12/2024,S1,Main,x', 'A12,Alpha,not a date,S1,Main,10',
  ].join('\n'))
  const opened = await openSession([{ path }], folder)
  if (!opened.ok) throw new Error(opened.failure.message)
  session = opened.value
})
afterEach(async () => {
  await closeSession(session)
  rmSync(folder, { recursive: true })
})

/** Numbers of the rows; each row's place is looked up as well. */
async function rowsOf(filter: Partial<RowFilter>): Promise<readonly number[]> {
  const listed = await listedRows(session, await preparedOf(session), { table: 0, filter: { only: 'all', ...filter } })
  const rows = Array.from({ length: listed.length }, (_, index) => listed.at(index)?.row ?? -1)
  const all = [1, 2, 3, 4, 5, 6, 7]
  expect(all.map((row) => listed.indexOf(row))).toEqual(all.map((row) => rows.indexOf(row)))
  return rows
}
const by = (column: number, descending = false, turn = 0): Partial<RowFilter> => ({ order: { column, descending, turn } })

test('texts are sorted without regard to case and accents, numbers by size, dates by what they mean, nothing last', async () => {
  expect(await rowsOf({})).toEqual([2, 3, 4, 5, 6])
  expect(await rowsOf(by(1))).toEqual([6, 3, 5, 2, 4])
  expect(await rowsOf(by(5))).toEqual([4, 2, 6, 5, 3])
  expect(await rowsOf(by(5, true))).toEqual([5, 2, 6, 4, 3])
  expect(await rowsOf(by(2))).toEqual([3, 5, 2, 4, 6])
  expect(await rowsOf(by(2, true))).toEqual([6, 2, 4, 5, 3])
})

test('a list of one customer, and one that is searched, are sorted as well', async () => {
  expect(await rowsOf({ customer: 'A9' })).toEqual([2, 4])
  expect(await rowsOf({ customer: 'A9', ...by(5) })).toEqual([4, 2])
  expect(await rowsOf({ customer: 'nobody' })).toEqual([])
  expect(await rowsOf({ search: 'a1', ...by(1, true) })).toEqual([5, 3, 6])
  expect(await rowsOf({ search: '10', customer: 'A9' })).toEqual([2])
  expect(await rowsOf({ only: 'errors', ...by(1) })).toContain(6)
})

test('a row stays where it is when its text changes, until the order is asked for again', async () => {
  expect(await rowsOf(by(1, false, 1))).toEqual([6, 3, 5, 2, 4])
  await changeRows(session, { kind: 'edit' }, { cells: [{ place: { table: 0, row: 6, column: 1 }, text: 'Zulu' }] })
  expect(await rowsOf(by(1, false, 1))).toEqual([6, 3, 5, 2, 4])
  expect(await rowsOf(by(1, false, 2))).toEqual([3, 5, 2, 4, 6])
})
