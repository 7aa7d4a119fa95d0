import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fateDocsPath, renderFateDocs } from '../../../../scripts/fate-docs.ts'
import { fateNames, fates } from './index.ts'

test('docs/fates.md is what the table says; if not, run: npx tsx scripts/fate-docs.ts', () => {
  expect(readFileSync(fateDocsPath, 'utf8')).toBe(renderFateDocs())
})

test('each fate says in one line what it stands for, and which faults of the catalogue it plays', () => {
  const vague = fateNames.filter((name) => fates[name].what.includes('\n') || fates[name].covers.length === 0 || !fates[name].covers.every((id) => /^[NATHX]\d\d$/.test(id)))
  expect(vague).toEqual([])
  expect(fateNames.length).toBeGreaterThanOrEqual(60)
})
