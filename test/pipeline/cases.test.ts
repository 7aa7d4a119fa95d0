// Golden cases: a file, a mapping where the automatic one is not meant, and what must come of it. `UPDATE_CASES=1` rewrites the
// expected answers; a person reads the difference.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { columnLetters } from '#core/model/place.ts'
import { noReference } from '#core/model/reference.ts'
import { prepare } from '#core/pipeline.ts'
import { matchColumns } from '#core/stages/map/index.ts'
import { readSource } from '#node/read-source.ts'
import { newHash } from './kit.ts'

const folder = fileURLToPath(new URL('../cases/', import.meta.url))

test.each(readdirSync(folder))('%s', async (name) => {
  const at = (file: string): string => `${folder}${name}/${file}`
  const source = await readSource(at('source.csv'), {})
  if (!source.ok) throw new Error(source.failure.message)
  const fixed: Record<string, string> = existsSync(at('fixed.json')) ? JSON.parse(readFileSync(at('fixed.json'), 'utf8')) : {}
  const mapping = { ...matchColumns(source.value.tables), fixed }
  const prepared = prepare({ source: source.value, mapping, edits: new Map(), excluded: new Set(), reference: noReference, options: { skipExisting: false }, newHash })
  const answer = {
    issues: prepared.issues.map(({ severity, code, place, field, customer, site }) => ({
      code, severity, row: place?.row ?? null, column: place?.column === undefined ? null : columnLetters(place.column), field, customer, site,
    })),
    ledger: prepared.ledger.map(({ row, bucket, customer }) => ({ row, bucket, customer })),
    requests: prepared.plan.units.flatMap(({ steps }) => steps.map(({ key, receivingSite, body }) => ({ key, receivingSite, body: JSON.parse(body) as unknown }))),
    counts: prepared.counts,
  }
  if (process.env['UPDATE_CASES'] !== undefined) writeFileSync(at('expected.json'), `${JSON.stringify(answer, null, 2)}\n`)
  expect(answer).toEqual(JSON.parse(readFileSync(at('expected.json'), 'utf8')))
})
