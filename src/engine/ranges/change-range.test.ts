import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHistory } from '#node/history/open-history.ts'
import { mostRangeCells } from '#shared/ipc/source-schemas.ts'
import { stepText } from '#shared/wording/fixes.ts'
import { openSession } from '../session/open-session.ts'
import { changeRows, goTo } from '../session/row-changes.ts'
import { closeSession, preparedOf, touch, type Session } from '../session/session.ts'
import { changeRange } from './change-range.ts'
import { copyRange } from './copy-range.ts'
import type { CellRange } from './find-range.ts'

let folder: string
let session: Session
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onboarder-ranges-'))
  const path = join(folder, 'a.csv')
  writeFileSync(path, ['Account number,Customer name,Site reference,Site name,Notes', ...Array.from({ length: 6 }, (_, at) => `A${at},Name ${at},S1,Main,00${at}`)].join('\n'))
  const opened = await openSession([{ path }], folder)
  if (!opened.ok) throw new Error(opened.failure.message)
  session = opened.value
  session.history = openHistory(join(folder, 'history.sqlite'))
})
afterEach(async () => {
  await closeSession(session)
  rmSync(folder, { recursive: true })
})

/** Rows 3 and 4, name and site reference; the other columns stand to the right. */
const some: CellRange = { table: 0, filter: { only: 'all' }, firstRow: 3, lastRow: 4, rows: 2, columns: [1, 2, 3, 4], width: 2 }

async function textOf(range: Partial<CellRange>): Promise<string> {
  const copied = await copyRange(session, { ...some, firstRow: 2, lastRow: 7, rows: 6, columns: [1, 2], ...range })
  return copied.ok ? copied.value.text : copied.failure.message
}
const names = (): Promise<string> => textOf({ columns: [1], width: 1 })

test('a range is copied as it stands, with what was edited, in the order in which its columns are shown', async () => {
  expect(await textOf({ ...some })).toBe('Name 1\tS1\r\nName 2\tS1\r\n')
  await changeRows(session, { kind: 'edit' }, { cells: [{ place: { table: 0, row: 3, column: 1 }, text: 'two\nlines' }] })
  expect(await textOf({ ...some, columns: [4, 1], width: 2 })).toBe('001\t"two\nlines"\r\n002\tName 2\r\n')
})

test('one text fills a range, and is one step that is taken back as one', async () => {
  const before = (await preparedOf(session)).plan.hash
  expect(await changeRange(session, some, { kind: 'fill', text: '007' })).toEqual({ ok: true, value: { cells: 4, lost: { rows: 0, columns: 0 } } })
  expect(await textOf({ ...some })).toBe('007\t007\r\n007\t007\r\n')
  const [step] = session.history?.steps() ?? []
  expect(step === undefined ? null : stepText(step).label).toBe('Wrote "007" in 4 cells')
  await goTo(session, 0)
  expect((await preparedOf(session)).plan.hash).toBe(before)
  expect(await changeRange(session, some, { kind: 'empty' })).toMatchObject({ value: { cells: 4 } })
  expect(await textOf({ ...some })).toBe('\t\r\n\t\r\n')
})

test('what a change touches is checked as if the whole file were', async () => {
  await preparedOf(session)
  await changeRange(session, { ...some, columns: [0], width: 1 }, { kind: 'fill', text: 'A0' })
  const revised = await preparedOf(session)
  const answer = [revised.plan.hash, revised.counts]
  touch(session)
  const anew = await preparedOf(session)
  expect(anew === revised).toBe(false)
  expect([anew.plan.hash, anew.counts]).toEqual(answer)
})

test('a block is pasted from the first cell on, one cell fills the range, and a block that fits several times is repeated', async () => {
  expect(await changeRange(session, { ...some, rows: 1, lastRow: 3, width: 1 }, { kind: 'paste', text: '00a\t00b\t00c\r\n1e5\r\n' })).toMatchObject({ value: { cells: 4, lost: { rows: 0, columns: 0 } } })
  expect(await textOf({ firstRow: 3, rows: 2, lastRow: 4, columns: [1, 2, 3], width: 3 })).toBe('00a\t00b\t00c\r\n1e5\tS1\tMain\r\n')
  await changeRange(session, some, { kind: 'paste', text: 'x' })
  expect(await textOf({ ...some })).toBe('x\tx\r\nx\tx\r\n')
  await changeRange(session, { ...some, lastRow: 6, rows: 4, width: 1 }, { kind: 'paste', text: 'p\r\nq\r\n' })
  expect(await names()).toBe('Name 0\r\np\r\nq\r\np\r\nq\r\nName 5\r\n')
})

test('cells are those of the list as it is shown: filtered, sorted, rows from end to end', async () => {
  const filter = { only: 'all', search: 'name', order: { column: 0, descending: true, turn: 0 } } as const
  await changeRange(session, { ...some, filter, firstRow: 6, lastRow: 5, rows: 2, columns: [1], width: 1 }, { kind: 'paste', text: 'first\r\nsecond\r\n' })
  expect(await names()).toBe('Name 0\r\nName 1\r\nName 2\r\nsecond\r\nfirst\r\nName 5\r\n')
})

test('what has no place is said, and left out', async () => {
  const end = { ...some, firstRow: 7, lastRow: 7, rows: 1, columns: [3, 4], width: 1 }
  expect(await changeRange(session, end, { kind: 'paste', text: 'a\tb\tc\r\nd\te\tf\r\n' })).toEqual({ ok: true, value: { cells: 2, lost: { rows: 1, columns: 1 } } })
})

test('a list that has changed since, too many cells and texts that no cell holds are refused, and nothing is done', async () => {
  const refused = async (range: CellRange, change: Parameters<typeof changeRange>[2]): Promise<string> => {
    const answer = await changeRange(session, range, change)
    return answer.ok ? 'done' : answer.failure.message
  }
  expect(await refused({ ...some, lastRow: 5 }, { kind: 'empty' })).toContain('list has changed')
  expect(await refused({ ...some, filter: { only: 'all', search: 'Name 5' } }, { kind: 'empty' })).toContain('list has changed')
  expect(await refused({ ...some, rows: mostRangeCells, lastRow: 7 }, { kind: 'empty' })).toContain('200,000 cells')
  expect(await refused(some, { kind: 'paste', text: 'x\r\n'.repeat(mostRangeCells + 1) })).toContain('100,001 cells')
  expect(await refused(some, { kind: 'paste', text: 'x'.repeat(40_000) })).toContain('32,767 characters')
  expect(await textOf({ rows: mostRangeCells })).toContain('select fewer')
  expect([session.edits.size, session.history?.steps().length]).toEqual([0, 0])
})
