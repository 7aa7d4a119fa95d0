import { writeFile } from 'node:fs/promises'
import { makeRows } from '../scripts/examples/customers.ts'
import { seedRandom } from '../scripts/examples/random.ts'
import { columns } from '../scripts/examples/table.ts'

/** Four more than the examples have: 40 columns. */
const moreColumns = ['Contact alternative telephone', 'Direct debit reference', 'Tax registration number', 'Invoice notes'] as const

/** One row in twenty is damaged, one in seven has a note with quotes, commas and a line break. */
const damage = [
  ['Contact email', 'not an address'], ['Customer start date', '31/02/2025'], ['Payment terms (days)', 'thirty'], ['Site name', ''], ['Customer type', 'FRIEND'], ['Country', 'Ruritania'],
] as const

/** Writes a file of that many rows, the same for the same number. */
export async function makeFile(path: string, rowCount: number): Promise<{ readonly sizeBytes: number; readonly columns: number }> {
  const random = seedRandom(rowCount)
  const lines = [[...columns, ...moreColumns].map(quote).join(',')]
  for (const row of makeRows(seedRandom(40), rowCount)) {
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
    lines.push([...columns, ...moreColumns].map((column) => quote(cells[column] ?? '')).join(','))
  }
  const text = `${lines.join('\r\n')}\r\n`
  await writeFile(path, text)
  return { sizeBytes: Buffer.byteLength(text), columns: columns.length + moreColumns.length }
}

function quote(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
