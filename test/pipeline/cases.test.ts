// Golden cases: a file, a mapping where the automatic one is not meant, and what must come of it. `UPDATE_CASES=1` rewrites the
// expected answers; a person reads the difference.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { noEdits } from '#core/model/edits.ts'
import { columnLetters } from '#core/model/place.ts'
import type { RowPlace } from '#core/model/place.ts'
import { noReference } from '#core/model/reference.ts'
import { prepare } from '#core/pipeline.ts'
import { matchColumns } from '#core/stages/map/index.ts'
import { readSources } from '#node/read-sources.ts'
import { newHash } from './kit.ts'

const folder = fileURLToPath(new URL('../cases/', import.meta.url))

/** Beside the files of the operator: `fixed.json`, fixed values; `options.json`, what the operator decided about the tables. */
interface Options { readonly fillDown?: boolean }

async function readCase(name: string) {
  const at = (file: string): string => `${folder}${name}/${file}`
  const json = <Value>(file: string, otherwise: Value): Value => (existsSync(at(file)) ? JSON.parse(readFileSync(at(file), 'utf8')) as Value : otherwise)
  const files = readdirSync(at('')).filter((file) => !file.endsWith('.json'))
  const source = await readSources(files.map((file) => ({ path: at(file) })))
  if (!source.ok) throw new Error(source.failure.message)
  const matched = matchColumns(source.value.tables)
  const { fillDown } = json<Options>('options.json', {})
  const tables = matched.tables.map((table) => ({ ...table, ...(fillDown === undefined ? {} : { fillDown }) }))
  const mapping = { ...matched, tables, fixed: json<Record<string, string>>('fixed.json', {}) }
  const prepared = prepare({ source: source.value, mapping, edits: noEdits, excluded: new Set(), reference: noReference, options: { skipExisting: false }, newHash })
  return { prepared, tables: source.value.tables, expectedAt: at('expected.json') }
}

test.each(readdirSync(folder))('%s', async (name) => {
  const { prepared, tables, expectedAt } = await readCase(name)
  const fileOf = (place: RowPlace | null): object => (tables.length < 2 || place === null ? {} : { file: tables[place.table]?.file })
  const answer = {
    issues: prepared.issues.map(({ severity, code, place, field, customer, site }) => ({
      code, severity, ...fileOf(place), row: place?.row ?? null, column: place?.column === undefined ? null : columnLetters(place.column), field, customer, site,
    })),
    ledger: prepared.ledger.map(({ table, row, bucket, customer }) => ({ ...fileOf({ table, row }), row, bucket, customer })),
    requests: prepared.plan.units.flatMap(({ steps }) => steps.map(({ key, receivingSite, body }) => ({ key, receivingSite, body: JSON.parse(body) as unknown }))),
    counts: prepared.counts,
  }
  if (process.env['UPDATE_CASES'] !== undefined) writeFileSync(expectedAt, `${JSON.stringify(answer, null, 2)}\n`)
  expect(answer).toEqual(JSON.parse(readFileSync(expectedAt, 'utf8')))
})

test('the cases of one layout each give one and the same plan', async () => {
  const names = readdirSync(folder).filter((name) => name.startsWith('layout-'))
  const plans = await Promise.all(names.map(async (name) => (await readCase(name)).prepared.plan))
  expect(names.length).toBeGreaterThan(4)
  for (const { hash, counts } of plans) expect([hash, counts]).toEqual([plans[0]?.hash, { createCustomer: 2, createSite: 1, customers: 2, sites: 3, contacts: 5 }])
})
