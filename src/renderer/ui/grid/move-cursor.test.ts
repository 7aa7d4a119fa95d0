import { expect, test } from 'vitest'
import { moveCursor } from './move-cursor.ts'

const shape = { rows: 1000, columns: 10, rowsPerPage: 20 }
const from = { row: 100, column: 5 }
const press = (key: string, ctrl = false) => moveCursor(from, { key, ctrl }, shape)

test('arrows move by one cell, with Ctrl to the edge', () => {
  expect(press('ArrowDown')).toEqual({ row: 101, column: 5 })
  expect(press('ArrowUp')).toEqual({ row: 99, column: 5 })
  expect(press('ArrowLeft')).toEqual({ row: 100, column: 4 })
  expect(press('ArrowRight')).toEqual({ row: 100, column: 6 })
  expect(press('ArrowDown', true)).toEqual({ row: 999, column: 5 })
  expect(press('ArrowUp', true)).toEqual({ row: 0, column: 5 })
  expect(press('ArrowLeft', true)).toEqual({ row: 100, column: 0 })
  expect(press('ArrowRight', true)).toEqual({ row: 100, column: 9 })
})

test('Home and End stay in the row, with Ctrl they go to the corners', () => {
  expect(press('Home')).toEqual({ row: 100, column: 0 })
  expect(press('End')).toEqual({ row: 100, column: 9 })
  expect(press('Home', true)).toEqual({ row: 0, column: 0 })
  expect(press('End', true)).toEqual({ row: 999, column: 9 })
})

test('pages move by what is on the screen', () => {
  expect(press('PageDown')).toEqual({ row: 120, column: 5 })
  expect(press('PageUp')).toEqual({ row: 80, column: 5 })
})

test('the edges hold', () => {
  expect(moveCursor({ row: 0, column: 0 }, { key: 'ArrowUp', ctrl: false }, shape)).toEqual({ row: 0, column: 0 })
  expect(moveCursor({ row: 995, column: 0 }, { key: 'PageDown', ctrl: false }, shape)).toEqual({ row: 999, column: 0 })
})

test('other keys, and any key in an empty grid, lead nowhere', () => {
  expect(press('a')).toBeNull()
  expect(moveCursor(from, { key: 'ArrowDown', ctrl: false }, { ...shape, rows: 0 })).toBeNull()
})
