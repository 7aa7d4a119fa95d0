import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { formatTarget } from '#core/model/mapping.ts'
import { chooseColumn, setFixed, setValues } from './change-mapping.ts'
import { applyMapping, applyMappingText, fingerprintOf, keptMapping, mappingText } from './mapping-file.ts'
import { fitOf, learn, libraryOf, matchAnew, openWithMapping, renameMapping, resolveMapping, saveMapping } from './mapping-library.ts'
import { openSession } from './open-session.ts'
import { returnedFrom } from './returned-file.ts'
import { closeSession, type Session } from './session.ts'

const open: Session[] = []
afterEach(async () => { for (const session of open.splice(0)) await closeSession(session) })

const temporary = (): string => mkdtempSync(join(tmpdir(), 'library-'))

async function session(folder: string, ...lines: readonly string[]): Promise<Session> {
  const path = join(folder, `file-${open.length}.csv`)
  writeFileSync(path, `${lines.join('\r\n')}\r\n`)
  const opened = await openSession([{ path }], folder)
  if (!opened.ok) throw new Error(opened.failure.message)
  open.push(opened.value)
  return opened.value
}

const header = 'Zorb code,Quux,Site ref,Kind,Notes'
const row = 'A1,Jo Ltd,S1,Zorb ltd,x'
const other = 'A2,Flo Ltd,S2,Zorb ltd,y'

/** As the operator leaves it: two columns chosen, one text confirmed, one column left out, one fixed value. */
async function decided(folder: string): Promise<Session> {
  const first = await session(folder, header, row, other)
  const done = [
    chooseColumn(first, { table: 0, column: 0, target: 'customer.customerAccountNumber' }),
    chooseColumn(first, { table: 0, column: 1, target: 'customer.customerName' }),
    chooseColumn(first, { table: 0, column: 3, target: 'customer.customerType' }),
    setValues(first, { table: 0, column: 3, values: { 'Zorb ltd': 'BUSINESS' } }),
    chooseColumn(first, { table: 0, column: 4, target: null }),
    setFixed(first, 'site.siteAddress.country', 'GB'),
  ]
  for (const result of done) if (!result.ok) throw new Error(result.failure.message)
  return first
}

function fields({ mapping }: Session): readonly string[] {
  return mapping.tables[0]?.columns.map(({ header: name, target, accepted }) => `${name} ${accepted ? '=' : '?'} ${target === null ? '' : formatTarget(target)}`.trimEnd()) ?? []
}

test('a saved mapping is applied by itself to the next file with these headers, in any order', async () => {
  const folder = temporary()
  const library = libraryOf(folder)
  expect(await saveMapping(await decided(folder), library, 'Ledger')).toMatchObject({ ok: true, value: { name: 'Ledger' } })
  const next = await session(folder, 'Notes,Kind,Site ref,Quux,Zorb code', 'x,Zorb ltd,S1,Jo Ltd,A1', 'y,Zorb ltd,S2,Flo Ltd,A2')
  expect(await openWithMapping(next, library)).toEqual({ name: 'Ledger', fit: 'same', drift: [] })
  expect(fields(next)).toEqual(['Notes ?', 'Kind = customer.customerType', 'Site ref = site.siteReference', 'Quux = customer.customerName', 'Zorb code = customer.customerAccountNumber'])
  expect(next.mapping.tables[0]?.columns[1]?.values).toEqual({ 'Zorb ltd': 'BUSINESS' })
  expect(next.mapping.fixed).toEqual({ 'site.siteAddress.country': 'GB' })
})

test('with saved mappings turned off nothing of other files is used', async () => {
  const folder = temporary()
  const library = libraryOf(folder)
  const first = await decided(folder)
  await saveMapping(first, library, 'Ledger')
  await learn(first, library)
  const next = await session(folder, header, row, other)
  const before = fields(next)
  expect(await openWithMapping(next, library, { saved: false })).toBeNull()
  expect([fields(next), next.mappingFrom, next.learned.columns.size]).toEqual([before, null, 0])
})

test('a file that has drifted takes the mapping too, and says what changed', async () => {
  const folder = temporary()
  const library = libraryOf(folder)
  await saveMapping(await decided(folder), library, 'Ledger')
  const next = await session(folder, 'Zorb code,Quux,Site ref,Sort,Notes', row, other)
  expect(await openWithMapping(next, library)).toEqual({
    name: 'Ledger', fit: 'drifted',
    drift: [{ kind: 'missing-column', table: 0, header: 'Kind', target: { field: 'customer.customerType' } }, { kind: 'new-column', table: 0, column: 3, header: 'Sort' }],
  })
  expect(fields(next)[3]).toMatch(/^Sort \?/)
})

test('a file with other headers, with few of them, or without a header row takes none', async () => {
  const folder = temporary()
  const library = libraryOf(folder)
  await saveMapping(await decided(folder), library, 'Ledger')
  const others = await session(folder, 'Zorb code,Quux,Town,Postcode,Email', row, other)
  const few = await session(folder, 'Zorb code,Quux', 'A1,Jo', 'A2,Flo')
  expect([await openWithMapping(others, library), await openWithMapping(few, library)]).toEqual([null, null])
  expect(fingerprintOf([{ headers: ['A', 'B', 'C'] }])).toBeNull()
})

test('of several the one with the same headers is taken, and of those the newest', async () => {
  const folder = temporary()
  const library = libraryOf(folder)
  const first = await decided(folder)
  const ledger = await saveMapping(first, library, 'Ledger')
  // Two that are saved in one tick of the clock are of one age.
  if (ledger.ok) utimesSync(join(folder, 'mappings', ledger.value.id), 1_000, 1_000)
  const drifted = await session(folder, 'Zorb code,Quux,Site ref,Kind,Town', row, other)
  await saveMapping(drifted, library, 'Other')
  const next = await session(folder, header, row, other)
  expect((await openWithMapping(next, library))?.name).toBe('Ledger')
  const [newest, oldest] = (await library.list()).map(({ saved }) => fitOf(next, saved))
  expect([newest, oldest]).toEqual(['drifted', 'same'])
})

test('matching anew forgets the saved mapping', async () => {
  const folder = temporary()
  const library = libraryOf(folder)
  await saveMapping(await decided(folder), library, 'Ledger')
  const next = await session(folder, header, row, other)
  await openWithMapping(next, library)
  await matchAnew(next, library)
  expect([next.mappingFrom, fields(next)[0], next.mapping.fixed]).toEqual([null, 'Zorb code ?', {}])
})

test('a mapping for other columns is refused, not bent', async () => {
  const folder = temporary()
  const text = mappingText(await decided(folder))
  const next = await session(folder, 'Account number,Customer name', 'A1,Jo', 'A2,Flo')
  const before = next.mapping
  expect(applyMappingText(next, text)).toMatchObject({ ok: false, failure: { code: 'bad-mapping', message: expect.stringMatching(/does not fit this file.*\(0 % of/) as string } })
  expect(applyMappingText(next, '{')).toMatchObject({ ok: false, failure: { code: 'bad-mapping' } })
  expect(next.mapping).toBe(before)
})

test('a mapping is named by its name, or by its file', async () => {
  const folder = temporary()
  const library = libraryOf(folder)
  const first = await decided(folder)
  await saveMapping(first, library, 'Ledger')
  const path = join(folder, 'shared.mapping.json')
  writeFileSync(path, mappingText(first, 'Shared'))
  const names = async (wanted: string): Promise<unknown> => {
    const found = await resolveMapping(wanted, library)
    return found.ok ? found.value.name : found.failure.message
  }
  expect(await names('LEDGER')).toBe('Ledger')
  expect(await names(path)).toBe('Shared')
  expect(await names('Sage')).toMatch(/no saved mapping called "Sage".*"Ledger"/)
  expect(await names(join(folder, 'none.json'))).toMatch(/cannot be read/)
  const found = await resolveMapping(path, library)
  if (!found.ok) throw new Error(found.failure.message)
  expect(applyMapping(await session(folder, header, row, other), found.value)).toMatchObject({ ok: true, value: { name: 'Shared', fit: 'chosen', drift: [] } })
})

test('a saved mapping takes another name', async () => {
  const folder = temporary()
  const library = libraryOf(folder)
  await saveMapping(await decided(folder), library, 'Ledger')
  expect(await renameMapping(library, 'ledger', 'Sales ledger')).toMatchObject({ ok: true })
  expect((await library.list()).map(({ name, saved }) => [name, saved.name])).toEqual([['Sales ledger', 'Sales ledger']])
  expect(await renameMapping(library, 'sales ledger', 'SALES LEDGER')).toMatchObject({ ok: true })
  expect((await library.list()).map(({ name }) => name)).toEqual(['SALES LEDGER'])
  expect(await renameMapping(library, 'Ledger', 'X')).toMatchObject({ ok: false })
})

test('what was chosen is remembered for files of other kinds', async () => {
  const folder = temporary()
  const library = libraryOf(folder)
  await learn(await decided(folder), library)
  const next = await session(folder, 'Quux,Town', 'Jo,Leeds', 'Flo,York')
  await openWithMapping(next, library)
  expect([fields(next)[0], next.mapping.tables[0]?.columns[0]?.reason]).toEqual(['Quux = customer.customerName', expect.stringContaining('before')])
  expect(next.learned.columns.get('quux')).toEqual({ target: { field: 'customer.customerName' }, times: 1 })
  expect(next.learned.values.get('customer.customerType')).toEqual(new Map([['zorb ltd', 'BUSINESS']]))
})

test('choosing another field for a column takes its confirmed values away, the same field keeps them', async () => {
  const first = await decided(temporary())
  const values = (): unknown => first.mapping.tables[0]?.columns[3]?.values
  chooseColumn(first, { table: 0, column: 3, target: 'customer.customerType' })
  expect(values()).toEqual({ 'Zorb ltd': 'BUSINESS' })
  chooseColumn(first, { table: 0, column: 3, target: 'site.siteName' })
  expect(values()).toBeUndefined()
})

test('values are set for a column with a field, and taken away again', async () => {
  const first = await decided(temporary())
  expect(setValues(first, { table: 0, column: 3, values: {} })).toMatchObject({ ok: true })
  expect(first.mapping.tables[0]?.columns[3]).not.toHaveProperty('values')
  for (const place of [{ table: 0, column: 4 }, { table: 0, column: 9 }, { table: 3, column: 0 }]) expect(setValues(first, { ...place, values: {} })).toMatchObject({ ok: false, failure: { code: 'bad-usage' } })
})

test('a file that an import gave back is matched as that import was, before any saved mapping, and asks nothing of its columns', async () => {
  const folder = temporary()
  const library = libraryOf(folder)
  const before = keptMapping(await decided(folder), null)
  const back = await session(folder, `${header},What to do,Import run`, `${row},Mend it.,run-1`)
  expect(returnedFrom(back.source)).toBe('run-1')
  const origin = await openWithMapping(back, library, { before })
  expect([origin, fields(back)]).toEqual([
    { name: null, fit: 'returned', drift: [] },
    ['Zorb code = customer.customerAccountNumber', 'Quux = customer.customerName', 'Site ref = site.siteReference', 'Kind = customer.customerType', 'Notes ?', 'What to do ?', 'Import run ?'],
  ])
  expect(keptMapping(back, null)).toEqual(before)
  expect(returnedFrom((await session(folder, `${header},Import run`, `${row},run-1`, `${other},run-2`)).source)).toBeNull()
})
