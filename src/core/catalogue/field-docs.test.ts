import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fieldDocsPath, renderFieldDocs } from '../../../scripts/field-docs.ts'
import { fieldEntries } from './index.ts'

test('docs/fields.md is what the catalogue says; if not, run: npx tsx scripts/field-docs.ts', () => {
  expect(readFileSync(fieldDocsPath, 'utf8')).toBe(renderFieldDocs())
})

test('every field has a row of its own', () => {
  const rows = renderFieldDocs().split('\n').filter((line) => line.startsWith('| `'))
  expect(new Set(rows.map((row) => row.split('`')[1]))).toEqual(new Set(fieldEntries.map((entry) => entry.path)))
  expect(rows).toHaveLength(fieldEntries.length)
})
