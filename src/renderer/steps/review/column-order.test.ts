import { expect, test } from 'vitest'
import type { MappingView } from '../../app/views.ts'
import { columnOrder } from './column-order.ts'

type Columns = MappingView['tables'][number]['columns']
const match = (column: number, target: string | null, accepted = true): Columns[number] => ({ column, target, accepted } as Columns[number])

test('the account number stands first and stays in sight; the others keep their order', () => {
  const matches = [match(0, 'site.siteName'), match(1, null), match(2, 'customer.customerAccountNumber')]
  expect(columnOrder(4, matches)).toEqual({ columns: [2, 0, 1, 3], frozen: 1 })
})

test('without an account number nothing is moved', () => {
  expect(columnOrder(2, [match(0, 'customer.customerAccountNumber', false)])).toEqual({ columns: [0, 1], frozen: 0 })
  expect(columnOrder(2, undefined)).toEqual({ columns: [0, 1], frozen: 0 })
})
