import { renderBrokenCsv } from './broken.ts'
import { makeCustomers, makeRows } from './customers.ts'
import { seedRandom } from './random.ts'
import { columns, makeTable, renderCsv } from './table.ts'
import { renderWorkbook } from './workbook.ts'

/** Every example by its name in `examples/`. The seeds are chosen for a good mix; another seed is another set of people. */
export async function renderExamples(): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const clean = makeTable(columns, makeCustomers(seedRandom(2026), 25))
  return {
    'clean.csv': renderCsv(clean),
    'clean.xlsx': await renderWorkbook(clean),
    'broken.csv': renderBrokenCsv(),
    'large-2000.csv': renderCsv(makeTable(columns, makeRows(seedRandom(2000), 2000))),
  }
}
