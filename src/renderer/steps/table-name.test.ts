import { expect, test } from 'vitest'
import { tableName } from './table-name.ts'

const sheet = { file: 'book.xlsx', sheet: 'Sites' }

test.each([
  [sheet, [sheet, { ...sheet, sheet: 'Customers' }], 'Sites'],
  [sheet, [sheet, { file: 'more.csv', sheet: null }], 'book.xlsx, Sites'],
  [{ file: 'more.csv', sheet: null }, [sheet], 'more.csv'],
])('a table is named by what tells it apart: %j', (table, all, name) => {
  expect(tableName(table, all)).toBe(name)
})
