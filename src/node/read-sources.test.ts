import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TableStarted } from '#core/model/source.ts'
import { buildXlsx, textRow } from '../../test/support/xlsx-builder.ts'
import { readSources, type FileToRead } from './read-sources.ts'
import type { ReadOptions } from './read-source.ts'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'read-sources-')) })
afterAll(() => rm(folder, { recursive: true }))

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
  return path
}
async function good(files: readonly FileToRead[], shared?: ReadOptions) {
  const read = await readSources(files, shared)
  if (!read.ok) throw new Error(read.failure.message)
  return read.value
}
const failureOf = async (files: readonly FileToRead[]) => {
  const read = await readSources(files)
  return read.ok ? null : read.failure
}

test('tables of all files stand one after another, whatever the order the files were given in', async () => {
  const paths = [
    await put('b.csv', 'Account,Name\nB1,Bee Ltd\n'),
    await put('a.xlsx', buildXlsx({ sheets: [{ name: 'One', xml: textRow(1, ['Account', 'Name']) + textRow(2, ['A1', 'x']) }, { name: 'Two', xml: textRow(1, ['Account', 'Site']) + textRow(2, ['A1', 'y']) }] })),
    await put('c.csv', 'Account,Name\nC1,Cee Ltd,too many\n'),
  ]
  const given = paths.map((path) => ({ path, options: path.endsWith('.xlsx') ? { sheets: 'all' as const } : {} }))
  const source = await good(given)
  expect(source.tables.map(({ file, sheet }) => [file, sheet])).toEqual([['a.xlsx', 'One'], ['a.xlsx', 'Two'], ['b.csv', null], ['c.csv', null]])
  expect(source).toMatchObject({ file: 'a.xlsx and 2 more', files: [{ name: 'b.csv' }, { name: 'a.xlsx' }, { name: 'c.csv' }] })
  expect(source.sizeBytes).toBe(source.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0))
  // The row with a cell too many stands in the fourth table.
  expect(source.issues.filter(({ code }) => code === 'ragged-row')).toMatchObject([{ place: { table: 3, row: 2 } }])
  const again = await good(given.toReversed())
  expect(again).toMatchObject({ sha256: source.sha256, file: source.file, files: [{ name: 'c.csv' }, { name: 'a.xlsx' }, { name: 'b.csv' }] })
  expect(again.tables.map(({ headers }) => headers)).toEqual(source.tables.map(({ headers }) => headers))
})

test('one file keeps its own name and sum', async () => {
  const path = await put('one.csv', 'Account,Name\nA1,x\n')
  const source = await good([{ path }])
  expect(source.file).toBe('one.csv')
  expect(source.sha256).toBe(source.files[0]?.sha256)
  expect((await good([{ path }, { path: await put('two.csv', 'Account,Name\nA2,x\n') }])).sha256).not.toBe(source.sha256)
})

test('the same file twice is refused, under another name too', async () => {
  const path = await put('same.csv', 'Account,Name\nA1,x\n')
  expect(await failureOf([{ path }, { path }])).toMatchObject({ code: 'bad-usage', message: expect.stringContaining('same.csv and same.csv (2) are the same file') })
  expect(await failureOf([{ path: await put('copy.csv', 'Account,Name\nA1,x\n') }, { path }])).toMatchObject({ code: 'bad-usage', message: expect.stringContaining('copy.csv and same.csv') })
  expect(await failureOf([])).toMatchObject({ code: 'bad-usage' })
})

test('two files of one name are told apart, in an order that their content decides', async () => {
  const here = await put('x/data.csv', 'Account,Name\nA1,x\n')
  const there = await put('y/data.csv', 'Account,Name\nA2,y\n')
  const begun: TableStarted[] = []
  const source = await good([{ path: here }, { path: there }], { onTable: (table) => begun.push(table) })
  expect(source.tables.map(({ file }) => file)).toEqual(['data.csv', 'data.csv (2)'])
  expect(source.files.map(({ name }) => name).toSorted()).toEqual(['data.csv', 'data.csv (2)'])
  expect(begun.map(({ file }) => file)).toEqual(['data.csv', 'data.csv (2)'])
  expect((await good([{ path: there }, { path: here }])).tables.map(({ rows }) => rows.at(0)?.cells)).toEqual(source.tables.map(({ rows }) => rows.at(0)?.cells))
})

test('what is wrong with one file is said of it, and nothing is read in part', async () => {
  const path = await put('fine.csv', 'Account,Name\nA1,x\n')
  expect(await failureOf([{ path }, { path: join(folder, 'none.csv') }])).toMatchObject({ code: 'file-missing', message: expect.stringContaining('none.csv') })
  expect(await failureOf([{ path }, { path: await put('gone/none.csv', '') }, { path: join(folder, 'none.csv') }])).toMatchObject({ code: expect.stringMatching(/^file-(missing|empty)$/) })
})

test('a question names the file by its place among those given', async () => {
  // Semicolons or commas: two readings are likely.
  const open = await put('a-open.csv', 'a;b,c\n1;2,3\n4;5,6\n')
  const files = [{ path: await put('z.csv', 'Account,Name\nA1,x\n') }, { path: open }]
  const { questions } = await good([{ path: open }])
  expect((await good(files)).questions).toEqual(questions.map((question) => ({ ...question, file: 1 })))
  expect(questions.length).toBeGreaterThan(0)
})

test('a decision about one file leaves the others as they are, and progress runs over all', async () => {
  const shares: number[] = []
  const files = [{ path: await put('p.csv', 'Total\nAccount,Name\nA1,x\n'), options: { headerRow: 2 } }, { path: await put('q.csv', 'Account,Name\nA2,y\n') }]
  const source = await good(files, { onProgress: (_, share) => shares.push(share) })
  expect(source.tables.map(({ headerRow, headers }) => [headerRow, headers])).toEqual([[2, ['Account', 'Name']], [1, ['Account', 'Name']]])
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
})
