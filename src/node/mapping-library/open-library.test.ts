import { mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SavedMapping } from '#core/model/saved-mapping.ts'
import { serialiseMapping } from '#core/stages/map/mapping-file.ts'
import { openLibrary } from './open-library.ts'

const temporary = (): string => join(mkdtempSync(join(tmpdir(), 'mappings-')), 'mappings')
const mapping = (name: string | null, header = 'Ref'): SavedMapping => ({ version: 2, name, tables: [{ sheet: null, columns: [{ header, target: { field: 'site.siteReference' }, isOpen: false }] }], fixed: {} })
const text = (saved: SavedMapping): string => serialiseMapping(saved, null)

test('a mapping is found by its name, without case and doubled spaces, and by its id', async () => {
  const library = openLibrary(temporary())
  const kept = await library.save(mapping(' Xero   contacts '), text)
  if (!kept.ok) throw new Error(kept.failure.message)
  expect(kept.value).toMatchObject({ name: 'Xero contacts', saved: mapping('Xero contacts') })
  for (const wanted of ['xero CONTACTS', 'Xero contacts', kept.value.id]) expect(await library.find(wanted)).toMatchObject({ ok: true, value: { id: kept.value.id, saved: mapping('Xero contacts') } })
})

test('the same name replaces, whatever its case; another name does not', async () => {
  const library = openLibrary(temporary())
  await library.save(mapping('Sage'), text)
  await library.save(mapping('SAGE', 'Other'), text)
  await library.save(mapping('Sagé'), text)
  expect((await library.list()).map(({ name }) => name).toSorted()).toEqual(['SAGE', 'Sagé'])
})

test('names that no file can have are kept all the same', async () => {
  const folder = temporary()
  const library = openLibrary(folder)
  const names = ['../../etc/passwd', 'CON', 'a/b\\c:d*e?', '客户', '.hidden', 'x'.repeat(100)]
  for (const name of names) expect((await library.save(mapping(name), text)).ok).toBe(true)
  expect((await library.list()).map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  expect(readdirSync(folder).every((name) => /^[a-z0-9-]+\.mapping\.json$/.test(name))).toBe(true)
})

test('no name, a long one and one with control characters are refused', async () => {
  const library = openLibrary(temporary())
  for (const name of [null, '', '  ', 'x'.repeat(101), 'a\u0007b', 'a\u202eb']) expect(await library.save(mapping(name), text)).toMatchObject({ ok: false, failure: { code: 'bad-usage' } })
})

test('the newest stands first', async () => {
  const folder = temporary()
  const library = openLibrary(folder)
  for (const [name, time] of [['old', 1_000], ['new', 3_000], ['middle', 2_000]] as const) {
    const kept = await library.save(mapping(name), text)
    if (kept.ok) utimesSync(join(folder, kept.value.id), time, time)
  }
  expect((await library.list()).map(({ name, savedAt }) => [name, savedAt.slice(0, 19)])).toEqual([['new', '1970-01-01T00:50:00'], ['middle', '1970-01-01T00:33:20'], ['old', '1970-01-01T00:16:40']])
})

test('a file that was copied in is called as its file, and what is no mapping is passed over', async () => {
  const folder = temporary()
  const library = openLibrary(folder)
  expect(await library.list()).toEqual([])
  await library.save(mapping('Mine'), text)
  writeFileSync(join(folder, 'from-jo.mapping.json'), text(mapping(null)))
  writeFileSync(join(folder, 'broken.mapping.json'), '{')
  writeFileSync(join(folder, 'newer.mapping.json'), '{"version":9}')
  writeFileSync(join(folder, 'notes.txt'), '')
  expect((await library.list()).map(({ name }) => name).toSorted()).toEqual(['Mine', 'from-jo'])
  expect(await library.find('from-jo')).toMatchObject({ ok: true })
})

test('a mapping that is not there is said with those that are', async () => {
  const library = openLibrary(temporary())
  expect(await library.find('Sage')).toMatchObject({ ok: false, failure: { message: 'There is no saved mapping called "Sage". None has been saved yet.' } })
  await library.save(mapping('Xero'), text)
  expect(await library.remove('Sage')).toMatchObject({ ok: false, failure: { code: 'bad-mapping', message: 'There is no saved mapping called "Sage". Saved are: "Xero".' } })
  expect(await library.remove('xero')).toEqual({ ok: true, value: null })
  expect(await library.list()).toEqual([])
})

test.runIf(process.platform !== 'win32')('the file is for this user alone, and can be read by people', async () => {
  const folder = temporary()
  const kept = await openLibrary(folder).save(mapping('Sage'), text)
  const path = join(folder, kept.ok ? kept.value.id : '')
  expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
  expect(readFileSync(path, 'utf8')).toContain('\n  "name": "Sage",\n')
})
