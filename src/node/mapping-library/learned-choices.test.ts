import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nothingLearned, type Learned } from '#core/model/learned.ts'
import { readLearned, writeLearned } from './learned-choices.ts'

const temporary = (): string => join(mkdtempSync(join(tmpdir(), 'learned-')), 'home', 'learned-choices.json')

test('choices come back as they were, headers with odd names too', async () => {
  const path = temporary()
  const learned: Learned = {
    columns: new Map([['zorb', { target: { field: 'siteContact.contactName', index: 2, part: 'first' }, times: 3 }], ['__proto__', { target: null, times: 1 }]]),
    values: new Map([['customer.customerType', new Map([['constructor', 'BUSINESS']])]]),
  }
  expect(await writeLearned(path, learned)).toEqual({ ok: true, value: null })
  expect(await readLearned(path)).toEqual(learned)
})

test('without a file, or with a damaged one, nothing was learned', async () => {
  const path = temporary()
  expect(await readLearned(path)).toEqual(nothingLearned)
  await writeLearned(path, nothingLearned)
  for (const text of ['{', '{"version":2,"columns":[],"values":[]}', '{"version":1,"columns":[["a",{"target":null,"times":0}]],"values":[]}']) {
    writeFileSync(path, text)
    expect(await readLearned(path)).toEqual(nothingLearned)
  }
})

test('a target of a shape we no longer know is passed over alone', async () => {
  const path = temporary()
  await writeLearned(path, nothingLearned)
  writeFileSync(path, JSON.stringify({ version: 1, columns: [['a', { target: 'nonsense', times: 1 }], ['b', { target: 'site.siteName', times: 1 }]], values: [] }))
  expect([...(await readLearned(path)).columns.keys()]).toEqual(['b'])
})

test('of very many choices the newest are kept', async () => {
  const path = temporary()
  const columns = new Map(Array.from({ length: 5_001 }, (_, at) => [`h${at}`, { target: null, times: 1 }] as const))
  const values = new Map([['customer.customerType', new Map(Array.from({ length: 1_002 }, (_, at) => [`t${at}`, 'BUSINESS'] as const))]])
  await writeLearned(path, { columns, values })
  const read = await readLearned(path)
  expect([read.columns.size, read.columns.has('h0'), read.columns.has('h5000'), read.values.get('customer.customerType')?.size]).toEqual([5_000, false, true, 1_000])
})
