import { expect, test } from 'vitest'
import { differingCells } from './differing-cells.ts'

test('the cells that two readings of one shape disagree about are marked', () => {
  expect([...differingCells([[['Name', 'Town'], ['Café', 'Leeds']], [['Name', 'Town'], ['CafŽ', 'Leeds']]])]).toEqual(['1:0'])
})

test('readings with other columns or rows differ everywhere: nothing is marked', () => {
  expect(differingCells([[['a', 'b']], [['a,b']]]).size).toBe(0)
  expect(differingCells([[['a']], [['a'], ['b']]]).size).toBe(0)
  expect(differingCells([[['a;b', 'c']], [['a', 'b,c']]]).size).toBe(0)
})

test('no readings, no marks', () => {
  expect(differingCells([]).size).toBe(0)
})
