import { expect, test } from 'vitest'
import type { ColumnView } from '../../app/views.ts'
import { orderColumns, statusOf } from './column-status.ts'

const column = (index: number, target: string | null, accepted: boolean): ColumnView => ({
  column: index, letters: 'A', header: '', target, confidence: 1, accepted, reason: '', dateOrder: null, decimalSign: null, question: null, values: null, samples: [],
})

test('a proposal is a question until it is accepted; no target is unmatched until it is left out', () => {
  expect(statusOf(column(0, 'site.siteName', false))).toBe('question')
  expect(statusOf(column(0, 'site.siteName', true))).toBe('matched')
  expect(statusOf(column(0, null, false))).toBe('unmatched')
  expect(statusOf(column(0, null, true))).toBe('left-out')
})

test('questions come first, otherwise the order of the file', () => {
  const tables = [{ columns: [column(0, 'a.b', true), column(1, null, true), column(2, 'a.c', false)] }, { columns: [column(0, 'a.d', false), column(1, null, false)] }]
  expect(orderColumns(tables).map((place) => `${place.table}:${place.column}`)).toEqual(['0:2', '1:0', '1:1', '0:0', '0:1'])
})
