import { open } from 'node:fs/promises'
import { makeCustomer } from '../scripts/examples/customers.ts'
import { seedRandom } from '../scripts/examples/random.ts'
import { columns, type Row } from '../scripts/examples/table.ts'

/** Four more than the examples have: 40 columns. */
const moreColumns = ['Contact alternative telephone', 'Direct debit reference', 'Tax registration number', 'Invoice notes'] as const
const allColumns = [...columns, ...moreColumns]

/** One row in twenty is damaged, one in seven has a note with quotes, commas and a line break. */
const damage = [
  ['Contact email', 'not an address'], ['Customer start date', '31/02/2025'], ['Payment terms (days)', 'thirty'], ['Site name', ''], ['Customer type', 'FRIEND'], ['Country', 'Ruritania'],
] as const

/** Header and rows, the same for the same number; one after the other, so that a million of them need no memory. */
export function* benchRows(rowCount: number): Generator<readonly string[]> {
  const random = seedRandom(rowCount)
  yield allColumns
  for (const row of someRows(rowCount)) {
    const cells: Record<string, string> = {
      ...row,
      'Contact alternative telephone': random.chance(0.5) ? `07700 900${random.digits(3)}` : '',
      'Tax registration number': random.chance(0.3) ? `GB${random.digits(9)}` : '',
    }
    if (random.chance(0.05)) {
      const [column, text] = random.pick(damage)
      cells[column] = text
    }
    // An invoice note is an invoice detail: only for sites that have some.
    if (row['Invoice site'] === undefined && random.chance(0.15)) cells['Invoice notes'] = `Rate "A", agreed ${random.digits(2)},\nsee file ${row['Site reference'] ?? ''}`
    yield allColumns.map((column) => cells[column] ?? '')
  }
}

/** Customers until the rows are exactly that many: one that no longer fits is made again until it does. */
function* someRows(count: number): Generator<Row> {
  const random = seedRandom(40)
  let left = count
  for (let number = 1; left > 0; number += 1) {
    let customer = makeCustomer(random, number)
    while (customer.length > left) customer = makeCustomer(random, number)
    left -= customer.length
    yield* customer
  }
}

/** Writes them as delimited text. */
export async function makeFile(path: string, rowCount: number): Promise<{ readonly sizeBytes: number; readonly columns: number }> {
  const file = await open(path, 'w')
  let lines: string[] = []
  for (const cells of benchRows(rowCount)) {
    if (lines.push(`${cells.map(quote).join(',')}\r\n`) < 5000) continue
    await file.write(lines.join(''))
    lines = []
  }
  await file.write(lines.join(''))
  const { size } = await file.stat()
  await file.close()
  return { sizeBytes: size, columns: allColumns.length }
}

function quote(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
