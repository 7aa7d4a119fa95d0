import { expect, test } from 'vitest'
import { issueMessage } from '#shared/wording/issue-text.ts'
import { changed, clean, inputOf, prepareRows } from '../../../test/pipeline/kit.ts'
import { prepare } from '../pipeline.ts'
import { nameTables } from './name-tables.ts'

const table = (file: string, sheet: string | null) => ({ ...inputOf([[clean]]).source.tables[0]!, file, sheet })

test('a table is called by its file, by its sheet, or by both where it needs both', () => {
  expect(nameTables({ tables: [table('a.csv', null), table('b.csv', null)] })).toEqual(['a.csv', 'b.csv'])
  expect(nameTables({ tables: [table('a.xlsx', 'One'), table('a.xlsx', 'Two')] })).toEqual(['the sheet One', 'the sheet Two'])
  expect(nameTables({ tables: [table('a.xlsx', 'One'), table('b.csv', null)] })).toEqual(['a.xlsx, sheet One', 'b.csv'])
})

test('a conflict between two files names the other file, one within a table does not', () => {
  const other = changed(clean, { 'customer.customerName': 'Other plc' })
  const input = inputOf([[clean], [other]])
  const tables = input.source.tables.map((one, at) => ({ ...one, file: at === 0 ? 'one.csv' : 'two.csv' }))
  const [found] = prepare({ ...input, source: { ...input.source, tables } }).issues
  expect(found === undefined ? '' : issueMessage(found)).toContain('"Example Ltd" in cell B2 of one.csv.')
  const [within] = prepareRows([clean, other]).issues
  expect(within === undefined ? '' : issueMessage(within)).toContain('"Example Ltd" in cell B2.')
})
