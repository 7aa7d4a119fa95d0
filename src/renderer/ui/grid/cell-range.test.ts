import { expect, test } from 'vitest'
import { oneCell, rangeOf, selectByKey, sizeOf } from './cell-range.ts'

const shape = { rows: 100, columns: 10 }
const cursor = { row: 5, column: 3 }

test('a range lies between the cursor and its far corner, whichever is first', () => {
  expect(rangeOf(cursor, oneCell, shape)).toEqual({ firstRow: 5, lastRow: 5, firstColumn: 3, lastColumn: 3 })
  expect(rangeOf(cursor, { far: { row: 2, column: 7 }, whole: 'cells' }, shape)).toEqual({ firstRow: 2, lastRow: 5, firstColumn: 3, lastColumn: 7 })
  expect(sizeOf(rangeOf(cursor, { far: { row: 2, column: 7 }, whole: 'cells' }, shape))).toEqual({ rows: 4, columns: 5, cells: 20 })
})

test('whole columns, rows and everything go from end to end, as many as are selected', () => {
  const far = { row: 7, column: 4 }
  expect(rangeOf(cursor, { far, whole: 'columns' }, shape)).toEqual({ firstRow: 0, lastRow: 99, firstColumn: 3, lastColumn: 4 })
  expect(rangeOf(cursor, { far, whole: 'rows' }, shape)).toEqual({ firstRow: 5, lastRow: 7, firstColumn: 0, lastColumn: 9 })
  expect(sizeOf(rangeOf(cursor, { far, whole: 'all' }, shape)).cells).toBe(1000)
})

test('a list that has become shorter, or empty, holds no more cells than it has', () => {
  expect(rangeOf(cursor, { far: { row: 50, column: 3 }, whole: 'cells' }, { rows: 10, columns: 10 })).toMatchObject({ firstRow: 5, lastRow: 9 })
  expect(sizeOf(rangeOf({ row: 0, column: 0 }, oneCell, { rows: 0, columns: 10 })).cells).toBe(0)
})

test('Ctrl+Space takes columns, Shift+Space rows, Ctrl+A everything', () => {
  const press = (key: string, ctrl: boolean, shift: boolean) => selectByKey({ key, ctrl, shift }, oneCell)?.whole ?? null
  expect([press(' ', true, false), press(' ', false, true), press(' ', true, true), press('a', true, false), press(' ', false, false), press('a', false, false)]).toEqual(['columns', 'rows', 'all', 'all', null, null])
})
