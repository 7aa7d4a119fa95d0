import { Ban, Check, CircleAlert, CircleDot, Minus } from 'lucide-react'
import { formatCount } from '../../app/format.ts'
import type { CustomerRow } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import type { GridRow } from '../../ui/grid/grid-types.ts'

const icons = { ready: Check, held: CircleAlert, existing: CircleDot, excluded: Ban, blank: Minus } as const
const known = new WeakMap<CustomerRow, GridRow>()

export function toCustomerLine(customer: CustomerRow): GridRow {
  const before = known.get(customer)
  if (before !== undefined) return before
  const Icon = icons[customer.bucket]
  const line: GridRow = {
    head: words.buckets[customer.bucket],
    state: { icon: <Icon className="icon" aria-hidden />, label: '', tone: customer.bucket },
    cells: [
      customer.key === '' ? words.customers.noKey : customer.key, customer.name === '' ? words.customers.noName : customer.name,
      formatCount(customer.sites), formatCount(customer.contacts), customer.errors + customer.warnings === 0 ? '' : formatCount(customer.errors + customer.warnings),
    ],
    marks: new Map(),
    edited: new Set(),
    isFaint: customer.bucket === 'excluded',
  }
  known.set(customer, line)
  return line
}
