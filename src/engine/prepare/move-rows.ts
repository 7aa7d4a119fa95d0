// One edited cell sends this through all customers of a file: plain loops, for what iterates or calls back takes ten times as long.
import { isBlankRow, type SourceRow } from '#core/model/source.ts'
import { describeFills, kindOfRow, type Checker, type PrepareInput } from '#core/pipeline.ts'
import { sortByCustomer, type FileIndex } from './index-file.ts'

/** A row that was changed. */
export interface TouchedRow {
  readonly table: number
  /** Position in its table. */
  readonly index: number
  /** Counted through all tables. */
  readonly at: number
  /** As it stands now. */
  readonly row: SourceRow
}

export interface Moved {
  readonly index: FileIndex
  /** By number as it is now, the number before; -1 for a customer that was not there. The same array object when nobody moved. */
  readonly before: Int32Array
}

/**
 * Whose row is which after some rows were changed. Null when rows without an account number have a part in it: what they belong to
 * depends on the rows around them, and what the table is said to be depends on all of them.
 */
export function moveRows(index: FileIndex, { input, checker }: { readonly input: PrepareInput; readonly checker: Checker }, touched: readonly TouchedRow[]): Moved | null {
  const fills = describeFills(input.mapping)
  const customerOf = index.customerOf.slice()
  const keys = index.keys.slice()
  let numbers: Map<string, number> | null = null
  let isMoved = false
  for (const { table, at, row } of touched) {
    const before = index.customerOf[at] ?? -1
    const isBlank = isBlankRow(row)
    const key = isBlank ? '' : checker.reader.keyOf(row, table).trim()
    const keyBefore = before < 0 ? '' : (index.keys[before] ?? '')
    const isOff = fills[table]?.mode === 'off'
    if (!isOff && (isBlank || before < 0 || key === '' || keyBefore === '')) return null
    if (isBlank ? before < 0 : before >= 0 && key === keyBefore) continue
    isMoved = true
    numbers ??= numbersOf(keys, new Set(touched.map((one) => checker.reader.keyOf(one.row, one.table).trim())))
    const known = isBlank ? -1 : key === '' ? undefined : numbers.get(key)
    customerOf[at] = known ?? keys.length
    if (known !== undefined) continue
    if (key !== '') numbers.set(key, keys.length)
    keys.push(key)
  }
  const moved = isMoved ? renumber(index, customerOf, keys) : { index, before: identity(index.keys.length) }
  const isSure = [...new Set(touched.map(({ table }) => table))].every((table) => fills[table]?.mode === 'off' || keepsItsShape(moved.index, table, { fills, checker }))
  return isSure ? moved : null
}

/** Only of those that are asked for. */
function numbersOf(keys: readonly string[], wanted: ReadonlySet<string>): Map<string, number> {
  const numbers = new Map<string, number>()
  for (let number = 0; number < keys.length; number++) {
    const key = keys[number] ?? ''
    if (key !== '' && wanted.has(key)) numbers.set(key, number)
  }
  return numbers
}

function identity(length: number): Int32Array {
  const numbers = new Int32Array(length)
  for (let number = 0; number < length; number++) numbers[number] = number
  return numbers
}

/** Numbers follow the order of first rows; a customer without rows has none. */
function renumber(index: FileIndex, customerOf: Int32Array, keys: readonly string[]): Moved {
  const numberOf = new Int32Array(keys.length).fill(-1)
  const before = new Int32Array(keys.length)
  const named: string[] = []
  for (let at = 0; at < customerOf.length; at++) {
    const old = customerOf[at] ?? -1
    if (old < 0) continue
    if (numberOf[old] === -1) {
      numberOf[old] = named.length
      before[named.length] = old < index.keys.length ? old : -1
      named.push(keys[old] ?? '')
    }
    customerOf[at] = numberOf[old] ?? -1
  }
  return { index: { ...index, customerOf, keys: named, ...sortByCustomer(customerOf, named.length) }, before: before.subarray(0, named.length) }
}

/**
 * Whether the table still has nothing to say of rows that leave out their customer: no row without a number continues another (the
 * caller has made sure that none was made), and no row that repeats its number leaves customer and site empty.
 */
function keepsItsShape(index: FileIndex, table: number, { fills, checker }: { readonly fills: ReturnType<typeof describeFills>; readonly checker: Checker }): boolean {
  const rule = fills[table]
  const fill = index.fills[table]
  if (rule === undefined || fill === undefined || fill.continued > 0 || fill.loose > 0 || fill.siteless > 0) return false
  const seen = new Uint8Array(index.keys.length)
  const [from = 0, end = 0] = index.offsets.slice(table, table + 2)
  for (let at = from; at < end; at++) {
    const customer = index.customerOf[at] ?? -1
    if (customer < 0 || index.keys[customer] === '') continue
    if (seen[customer] === 1) {
      const kind = kindOfRow(rule, checker.rowAt(table, at - from))
      // From the first row on that repeats its customer's cells, nothing more is said.
      if (kind === 'customer') return true
      if (kind === 'contact' && rule.site.length > 0) return false
    }
    seen[customer] = 1
  }
  return true
}
