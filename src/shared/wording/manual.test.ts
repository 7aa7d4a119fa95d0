import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bucketWords, reportBuckets } from '#core/model/report.ts'
import { manualDocsPath, renderManual } from '../../../scripts/manual-docs.ts'

test('docs/manual.md is what the window shows; if not, run: npx tsx scripts/manual-docs.ts', () => {
  expect(readFileSync(manualDocsPath, 'utf8')).toBe(renderManual())
})

test('it has every word of the report', () => {
  for (const bucket of reportBuckets) expect(renderManual()).toContain(`- **${bucketWords[bucket].title}**: `)
})
