import { expect, test } from 'vitest'
import { orderedBy } from './list-order.ts'

test('ascending, then descending, then as in the file; the filter stays', () => {
  const ascending = orderedBy({ only: 'errors', search: 'x' }, { column: 2, descending: false }, 1)
  expect(ascending).toEqual({ only: 'errors', search: 'x', order: { column: 2, descending: false, turn: 1 } })
  const descending = orderedBy(ascending, { column: 2, descending: true }, 2)
  expect(descending.order).toEqual({ column: 2, descending: true, turn: 2 })
  expect(orderedBy(descending, { column: 2, descending: true }, 3)).toEqual({ only: 'errors', search: 'x' })
  expect(orderedBy(descending, { column: 1, descending: true }, 3).order?.column).toBe(1)
})
