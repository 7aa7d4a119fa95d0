import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Prepared } from '#core/model/prepared.ts'
import { prepareTables } from './kit.ts'
import type { Options, Row } from './kit.ts'
import { anyCustomers, firstRows, mixed, mixedFirstRows, repeated, reordered, sheets, wide } from './layouts.ts'

/** What must not depend on the layout. */
const essence = ({ plan: { hash }, counts }: Prepared): unknown => ({
  hash, customers: counts.customers, ready: counts.customersReady, held: counts.customersHeld, sites: counts.sites, contacts: counts.contacts,
})

function check(tables: readonly (readonly Row[])[], options: Options = {}): unknown {
  const given = tables.filter((rows) => rows.length > 0)
  const prepared = prepareTables(given, options)
  const rows = given.reduce((sum, table) => sum + table.length, 0)
  expect(Object.values(prepared.counts.rowsByBucket).reduce((sum, count) => sum + count, 0)).toBe(rows)
  const unsure = prepared.issues.filter(({ code, customer }) => code === 'fill-down-unsure' && customer === null)
  if (unsure.length === 0) return essence(prepared)
  // Where only the last customer has rows below it, the table may have been sorted: then the operator has to say.
  expect(['sorted', 'last-row']).toContain(unsure[0]?.params['doubt'])
  return check(given, { ...options, fillDown: true })
}

const shuffled = (rows: readonly Row[], seed: number): readonly Row[] =>
  rows.map((row, at) => ({ row, rank: Math.imul(at + 7, seed | 1) >>> 5 })).toSorted((a, b) => a.rank - b.rank).map(({ row }) => row)

test('every layout of the same customers gives the same requests and the same sums', () => {
  fc.assert(fc.property(anyCustomers, (customers) => {
    const wanted = check([repeated(customers)])
    expect(check([firstRows(customers)])).toEqual(wanted)
    expect(check([wide(customers)])).toEqual(wanted)
    expect(check(sheets(customers))).toEqual(wanted)
    expect(check(mixed(customers))).toEqual(wanted)
    expect(check(mixedFirstRows(customers))).toEqual(wanted)
  }), { numRuns: 20 })
})

test('the order of rows, columns and sheets does not count where the layout does not need it', () => {
  fc.assert(fc.property(anyCustomers, fc.integer({ min: 1 }), (customers, seed) => {
    const wanted = check([repeated(customers)])
    expect(check([reordered(shuffled(repeated(customers), seed), seed)])).toEqual(wanted)
    expect(check([reordered(shuffled(wide(customers), seed), seed)])).toEqual(wanted)
    expect(check([reordered(firstRows(customers), seed)])).toEqual(wanted)
    expect(check(sheets(customers).map((rows) => reordered(shuffled(rows, seed), seed)).toReversed())).toEqual(wanted)
  }), { numRuns: 12 })
})

test('rows split over two files, with columns in another order there, give what one file gives', () => {
  fc.assert(fc.property(anyCustomers, fc.integer({ min: 1 }), (customers, seed) => {
    const wanted = check([repeated(customers)])
    const rows = repeated(customers)
    const isSecond = (at: number): boolean => (Math.imul(at + 3, seed | 1) >>> 9) % 2 === 1
    const [one, two] = [rows.filter((_, at) => !isSecond(at)), rows.filter((_, at) => isSecond(at))]
    expect(check([one, reordered(two, seed)])).toEqual(wanted)
    expect(check([reordered(two, seed), one])).toEqual(wanted)
    // All of it twice: the same customer in two files merges.
    expect(check([rows, reordered(rows, seed)])).toEqual(wanted)
    // One half of the customers in each layout.
    const half = Math.ceil(customers.length / 2)
    expect(check([firstRows(customers.slice(0, half)), repeated(customers.slice(half))])).toEqual(wanted)
  }), { numRuns: 12 })
})
