// The examples are made, never edited: what is in the repository is what the generator makes, and it shows what it says it shows.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { noEdits } from '#core/model/edits.ts'
import { type IssueCode, issueCodes } from '#core/model/issue.ts'
import { type Reference, noReference } from '#core/model/reference.ts'
import type { Prepared } from '#core/model/prepared.ts'
import type { Source } from '#core/model/source.ts'
import { prepare } from '#core/pipeline.ts'
import { matchColumns } from '#core/stages/map/index.ts'
import { newHash } from '#node/hash.ts'
import { readSource } from '#node/read-source.ts'
import { referenceData, type ReferenceData } from '#sandbox/seed/reference.ts'
import { seededCustomers } from '#sandbox/seed/customers.ts'
import { renderExamples } from '../../scripts/examples/files.ts'

const pathOf = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url))

async function prepareExample(name: string, reference: Reference = noReference): Promise<{ source: Source; prepared: Prepared; unmatched: readonly string[] }> {
  const read = await readSource(pathOf(name))
  if (!read.ok) throw new Error(read.failure.message)
  const source = read.value
  const mapping = matchColumns(source.tables)
  const prepared = prepare({ source, mapping, edits: noEdits, excluded: new Set(), reference, options: { skipExisting: false }, newHash })
  return { source, prepared, unmatched: mapping.tables.flatMap(({ columns }) => columns.filter(({ accepted }) => !accepted).map(({ header }) => header)) }
}

/** What the practice server lists, as a target that was asked. */
const practice: Reference = {
  lists: {
    'contract-owners': listed('contractOwners'), 'billing-cycles': listed('billingCycles'), 'invoice-templates': listed('invoiceTemplates'),
    'custom-field-definitions': referenceData.definitions.map(({ id, label, entityLevel }) => ({ id: String(id), name: label, kind: entityLevel })),
  },
  existing: new Map(seededCustomers.map(({ customerAccountNumber }, index) => [customerAccountNumber, String(index + 1)])),
}

function listed(kind: Exclude<keyof ReferenceData, 'definitions'>): readonly { id: string; name: string }[] {
  return referenceData[kind].map(({ id, name }) => ({ id: String(id), name }))
}

test('the generator makes the examples as they are, byte for byte', async () => {
  for (const [name, content] of Object.entries(await renderExamples())) {
    expect(Buffer.from(content).equals(await readFile(pathOf(name))), `${name} differs: run npm run examples`).toBe(true)
  }
})

test('the clean examples have every column matched and no issue at all, with the practice server asked', async () => {
  for (const [name, rows] of [['clean.csv', 59], ['clean.xlsx', 59], ['large-2000.csv', 2000]] as const) {
    const { prepared, unmatched } = await prepareExample(name, practice)
    expect({ name, unmatched, issues: prepared.issues, rows: prepared.counts.rowsByBucket.ready }).toEqual({ name, unmatched: [], issues: [], rows })
  }
})

test('the clean example has 25 customers, sites that point to another one, and plans alike as CSV and as workbook', async () => {
  const [csv, workbook] = await Promise.all([prepareExample('clean.csv'), prepareExample('clean.xlsx')])
  expect(csv.prepared.plan.counts).toMatchObject({ customers: 25, createCustomer: 25, contacts: 59 })
  expect(csv.prepared.plan.counts.createSite).toBeGreaterThan(5)
  expect(workbook.prepared.plan.hash).toBe(csv.prepared.plan.hash)
})

/**
 * What no cell of this one CSV file can show: a workbook's own marks, a file that ends inside quotes, a fixed
 * value, rows that leave out what the row above says. */
const notInCsv: readonly IssueCode[] = ['row-unchecked', 'unclosed-quote', 'cell-error', 'formula-value', 'imprecise-number', 'number-shown-otherwise', 'date-order-assumed', 'filled-down', 'fill-down-unsure', 'fill-down-possible', 'contacts-without-site']

test('the broken example shows every issue that the data of a CSV file can show', async () => {
  const alone = await prepareExample('broken.csv')
  const asked = await prepareExample('broken.csv', practice)
  const shown = new Set([...alone.prepared.issues, ...asked.prepared.issues].map(({ code }) => code))
  // Columns without a field stand in the mapping.
  if (alone.unmatched.includes('What is wrong here')) shown.add('unmapped-column')
  expect(issueCodes.filter((code) => !shown.has(code) && !notInCsv.includes(code))).toEqual([])
  for (const code of ['unknown-reference', 'customer-exists'] as const) expect(alone.prepared.issues.some((issue) => issue.code === code)).toBe(false)
})

test('each row of the broken example shows what its last column says, and no error beside it', async () => {
  const { source, prepared } = await prepareExample('broken.csv')
  const asked = (await prepareExample('broken.csv', practice)).prepared
  const [table] = source.tables
  const comment = table?.headers.indexOf('What is wrong here') ?? -1
  const claimed = new Map(Array.from(table?.rows ?? [], ({ row, cells }) => [row, (cells[comment] ?? '').match(/(?<![\w-])[a-z]+(?:-[a-z]+)+(?=:|;|$)/g) ?? []]))
  const customerOf = new Map(prepared.ledger.map(({ row, customer }) => [row, customer]))
  for (const [row, codes] of claimed) {
    const issues = [...prepared.issues, ...asked.issues].filter((issue) => issue.place?.row === row || issue.place?.row === 1 || (issue.customer !== null && issue.customer === customerOf.get(row)))
    expect(issues.map(({ code }) => code), `row ${row}`).toEqual(expect.arrayContaining(codes))
    const errors = prepared.issues.filter((issue) => issue.severity === 'error' && issue.place?.row === row).map(({ code }) => code)
    expect(codes, `row ${row}`).toEqual(expect.arrayContaining(codes.length === 0 ? [] : errors))
  }
})
