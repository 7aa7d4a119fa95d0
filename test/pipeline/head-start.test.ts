import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noEdits, withEdits } from '#core/model/edits.ts'
import type { SourceRow } from '#core/model/source.ts'
import { findSimilarKeys, newChecker, prepare, type PrepareInput } from '#core/pipeline.ts'
import { matchColumns } from '#core/stages/map/index.ts'
import { checkChunk, chunkCustomers, type CheckedChunk } from '#engine/prepare/check-chunk.ts'
import { chunkAt } from '#engine/prepare/chunks.ts'
import type { Crew, Begun } from '#engine/prepare/crew.ts'
import { newHeadStart } from '#engine/prepare/head-start.ts'
import { indexFile } from '#engine/prepare/index-file.ts'
import { openSession } from '#engine/session/open-session.ts'
import { closeSession, prepareInput, preparedOf } from '#engine/session/session.ts'
import { changed, clean, inputOf, newHash, type Options, type Row } from './kit.ts'

/** Checks at once what it is offered, in this thread. */
const crew: Pick<Crew, 'begin'> = {
  begin(task): Begun {
    const answers: CheckedChunk[] = []
    return {
      offer(chunk, rows) {
        const given = new Map<number, SourceRow>(rows)
        const travelling = { length: Infinity, at: (index: number) => given.get(index), [Symbol.iterator]: () => given.values() }
        const checker = newChecker({ ...task, newHash, source: { ...task.source, tables: task.source.tables.map((table) => ({ ...table, rows: travelling })) } })
        answers.push(checkChunk(checker, chunk, newHash))
        return true
      },
      answers: () => Promise.resolve(answers),
    }
  },
}

const customers = chunkCustomers * 3 + 5
const rows = Array.from({ length: customers * 2 }, (_, at): Row => changed(clean, {
  'customer.customerAccountNumber': `A${Math.floor(at / 2)}`, 'customer.startDate': '13/02/2025', 'site.siteReference': `S${at % 2}`, 'customer.customerName': at % 50 === 7 ? '' : `Customer ${Math.floor(at / 2)}`,
}))

/** The numbers of the first customers of the chunks that are taken over, when `all` is what the file turned out to hold. */
async function claimed(all: readonly Row[], options: Options = {}, change: (input: PrepareInput) => PrepareInput = (input) => input): Promise<readonly number[]> {
  const given = inputOf([all], options)
  const whole = change({ ...given, mapping: matchColumns(given.source.tables) })
  const begun = inputOf([all.slice(0, 100)]).source
  const headStart = newHeadStart(begun, crew)
  for (const row of given.source.tables[0]?.rows ?? []) headStart.add(row)
  const checker = newChecker(whole)
  const index = await indexFile(whole, checker, { isStale: () => false })
  // Owners told while the rows came by are those that reading them again tells; there are none where that is not sure.
  expect(await indexFile(whole, checker, { isStale: () => false, known: headStart.ownersOf(checker) })).toEqual(index)
  const found = findSimilarKeys(index.keys.map((key, number) => ({ key, number })), ({ number }) => ({ table: 0, row: number }), checker.validating)
  const similar = new Map(found.map(({ customer, issue }) => [customer.number, issue]))
  const chunks = await headStart.claim({ checker, index, similar })
  for (const [first, checked] of chunks) expect(checked).toEqual(checkChunk(checker, chunkAt(index, similar, first), newHash))
  return [...chunks.keys()]
}

const with_ = (at: number, change: Row): readonly Row[] => rows.map((row, position) => (position === at ? changed(row, change) : row))

test('what was checked while the file was read is what the whole file says', async () => {
  expect(await claimed(rows)).toEqual([0, 128, 256])
})

test('a customer that comes back is checked again, with all that stood beside it', async () => {
  expect(await claimed([...rows, changed(clean, { 'customer.customerAccountNumber': 'A130', 'customer.startDate': '13/02/2025', 'site.siteReference': 'S9' })])).toEqual([0, 256])
})

test('so is one whose account number looks like a later one', async () => {
  expect(await claimed([...rows, changed(clean, { 'customer.customerAccountNumber': 'a3', 'customer.startDate': '13/02/2025' })])).toEqual([128, 256])
})

test('so is one of whose rows reading has something to say', async () => {
  const ragged = { code: 'ragged-row', severity: 'error', place: { table: 0, row: 2 }, field: null, value: null, customer: null, site: null, params: {}, related: [] } as const
  expect(await claimed(rows, { readingIssues: [ragged] })).toEqual([128, 256])
  expect(await claimed(rows, { readingIssues: [{ ...ragged, place: null }] })).toEqual([])
})

test('nothing stands when later rows change how a column is read', async () => {
  expect(await claimed(with_(700, { 'customer.startDate': '02/13/2025' }))).toEqual([])
})

test('nor when rows without an account number leave doubts', async () => {
  const bare = Object.fromEntries(Object.keys(clean).map((path) => [path, path.startsWith('siteContact') ? clean[path] ?? '' : '']))
  expect(await claimed([...rows, bare])).toEqual([])
})

test('nor when the operator or a target has had a say', async () => {
  expect(await claimed(rows, { edits: withEdits(noEdits, [{ place: { table: 0, row: 600, column: 1 }, text: 'Edited plc' }]) })).toEqual([])
  expect(await claimed(rows, { excluded: new Set(['0:600']) })).toEqual([])
  expect(await claimed(rows, { reference: { lists: {}, existing: new Map() } })).toEqual([])
  expect(await claimed(rows, { options: { skipExisting: true } })).toEqual([])
  expect(await claimed(rows, {}, (input) => ({ ...input, mapping: { ...input.mapping, fixed: { 'customer.customerType': 'BUSINESS' } } }))).toEqual([])
  expect(await claimed(rows, {}, (input) => ({
    ...input, mapping: { ...input.mapping, tables: input.mapping.tables.map((table) => ({ ...table, columns: table.columns.map((match) => (match.column === 2 ? { ...match, accepted: false } : match)) })) },
  }))).toEqual([])
})

test('a file of thousands of rows is prepared as the whole of it is at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onboarder-head-start-'))
  const path = join(folder, 'rows.csv')
  const many = Array.from({ length: 3 }, (_, copy) => rows.map((row) => changed(row, { 'customer.customerAccountNumber': `${copy}-${row['customer.customerAccountNumber'] ?? ''}` }))).flat()
  writeFileSync(path, [Object.keys(clean), ...many.map((row) => Object.values(row))].map((cells) => cells.join(',')).join('\n'))
  const session = await openSession([{ path }], folder)
  if (!session.ok) throw new Error(session.failure.message)
  const prepared = await preparedOf(session.value)
  const { counts, plan: { units: _, ...plan }, customers: all } = prepare(prepareInput(session.value))
  expect({ counts: prepared.counts, plan: prepared.plan, customers: [...prepared.eachCustomer()] }).toEqual({ counts, plan, customers: all })
  await closeSession(session.value)
  rmSync(folder, { recursive: true })
})

test('rows that came by are not read once more', async () => {
  const given = inputOf([rows])
  const whole = { ...given, mapping: matchColumns(given.source.tables) }
  const headStart = newHeadStart(inputOf([rows.slice(0, 100)]).source, crew)
  for (const row of given.source.tables[0]?.rows ?? []) headStart.add(row)
  const checker = newChecker(whole)
  const unread = { ...checker, rowAt: () => { throw new Error('read again') } }
  const known = headStart.ownersOf(checker)
  expect((await indexFile(whole, unread, { isStale: () => false, known })).keys).toHaveLength(customers)
  await expect(indexFile({ ...whole, source: inputOf([rows.slice(1)]).source }, unread, { isStale: () => false, known })).rejects.toThrow('read again')
})
