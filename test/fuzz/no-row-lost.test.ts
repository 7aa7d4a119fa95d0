// Files with whatever operators do to them: every row that stands in the file is somewhere in the end, once.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, expect, test } from 'vitest'
import { noEdits } from '#core/model/edits.ts'
import { noReference } from '#core/model/reference.ts'
import { prepare } from '#core/pipeline.ts'
import { matchColumns } from '#core/stages/map/index.ts'
import { newHash } from '#node/hash.ts'
import { readSource } from '#node/read-source.ts'
import { makeCustomers } from '../../scripts/examples/customers.ts'
import { seedRandom, type Random } from '../../scripts/examples/random.ts'
import { columns } from '../../scripts/examples/table.ts'

const folder = mkdtempSync(join(tmpdir(), 'no-row-lost-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'messy.csv')

/** Some customers, their rows mixed up, cells emptied, spoilt or doubled, rows blank, short, long, repeated or without a key. */
function makeMessy(seed: number): string {
  const random = seedRandom(seed)
  const kept = columns.filter((column) => column === 'Account number' || !random.chance(0.1))
  const rows = makeCustomers(random, 1 + random.below(8)).map((row) => kept.map((column) => row[column] ?? ''))
  const messy = rows.flatMap((cells): readonly (readonly string[])[] => {
    if (random.chance(0.08)) return [cells, cells]
    if (random.chance(0.08)) return [[''], cells]
    if (random.chance(0.08)) return [cells.map((cell) => (random.chance(0.3) ? '' : cell))]
    if (random.chance(0.08)) return [cells.map((cell) => (random.chance(0.2) ? spoil(cell, random) : cell))]
    if (random.chance(0.05)) return [cells.slice(0, 1 + random.below(cells.length))]
    if (random.chance(0.05)) return [[...cells, 'one too many']]
    if (random.chance(0.05)) return [['', ...cells.slice(1)]]
    return [cells]
  })
  const ordered = random.chance(0.3) ? messy.toSorted(() => (random.chance(0.5) ? 1 : -1)) : messy
  return [kept, ...ordered].map((cells) => `${cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`).join('')
}

function spoil(cell: string, random: Random): string {
  return random.pick(['x', '#REF!', '31/02/2024', `${cell} `, cell.toUpperCase(), `${cell}${cell}`, '-', '0', '1.5e3', 'ü"', 'a\nb', '\u200b'])
}

test('the rows of a messy file are all read, and each ends in one bucket with a reason', async () => {
  let judged = 0
  for (let seed = 1; seed <= 120; seed += 1) {
    const text = makeMessy(seed)
    writeFileSync(file, text)
    const read = await readSource(file)
    if (!read.ok) throw new Error(`Seed ${seed}: ${read.failure.message}`)
    const source = read.value
    const [table] = source.tables
    // What is not certain is a question, and nothing is prepared then.
    if (table === undefined || source.questions.length > 0) continue
    judged += 1
    const lines: unknown = parse(text, { relax_column_count: true })
    const inFile = (lines as readonly (readonly string[])[]).map((cells, index) => ({ row: index + 1, cells }))
    const said = [...(table.preamble ?? []), { row: table.headerRow, cells: inFile[table.headerRow - 1]?.cells ?? [] }, ...table.rows, ...(table.footer ?? [])].map(({ row, cells }) => ({ row, cells }))
    expect({ seed, said }).toEqual({ seed, said: inFile })

    const prepared = prepare({ source, mapping: matchColumns(source.tables), edits: noEdits, excluded: new Set(), reference: noReference, options: { skipExisting: false }, newHash })
    const { rows, rowsByBucket, customersReady } = prepared.counts
    expect({ seed, sum: Object.values(rowsByBucket).reduce((sum, count) => sum + count, 0) }).toEqual({ seed, sum: rows })
    expect({ seed, rows: prepared.ledger.map(({ row }) => row) }).toEqual({ seed, rows: Array.from(table.rows, ({ row }) => row) })
    expect({ seed, units: prepared.plan.units.length }).toEqual({ seed, units: customersReady })
    // Nothing is held back without an error that names its customer or one of its rows.
    const errors = prepared.issues.filter(({ severity }) => severity === 'error')
    const rowsWithErrors = new Set(errors.flatMap(({ place, related }) => [place, ...related].map((each) => each?.row)))
    const customersWithErrors = new Set(errors.map(({ customer }) => customer))
    const unexplained = prepared.customers.filter(({ bucket, key, rows: ofCustomer }) => bucket === 'held' && !customersWithErrors.has(key) && !ofCustomer.some(({ row }) => rowsWithErrors.has(row)))
    expect({ seed, unexplained }).toEqual({ seed, unexplained: [] })
  }
  expect(judged).toBeGreaterThan(80)
})
