import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildXlsx, textRow } from '../../test/support/xlsx-builder.ts'
import { openFailure, openFile } from './source-file/open-file.ts'
import { readSource, type ReadOptions } from './read-source.ts'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'read-source-')) })
afterAll(() => rm(folder, { recursive: true }))

async function read(name: string, content: string | Uint8Array, options?: ReadOptions) {
  await writeFile(join(folder, name), content)
  return readSource(join(folder, name), options)
}
async function readGood(name: string, content: string | Uint8Array, options?: ReadOptions) {
  const result = await read(name, content, options)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}
async function failureOf(name: string, content: string | Uint8Array, options?: ReadOptions) {
  const result = await read(name, content, options)
  return result.ok ? null : result.failure
}
const sheet = { sheets: [{ name: 'S', xml: textRow(1, ['a', 'b']) + textRow(2, ['00123', 'x']) }] }

test('a delimited file is one table with its name, size, sum and reading', async () => {
  const content = 'Account;Name\r\n00123;Café\r\n'
  const sha256 = createHash('sha256').update(content).digest('hex')
  const reading = { kind: 'text', encoding: 'utf-8', byteOrderMark: false, delimiter: ';', quote: '"', escape: 'doubled', newline: '\r\n' }
  expect(await readGood('a.csv', content)).toMatchObject({
    file: 'a.csv', sizeBytes: 27, sha256, questions: [],
    files: [{ name: 'a.csv', sizeBytes: 27, sha256, reading: { ...reading, findings: expect.arrayContaining([
      expect.objectContaining({ about: 'encoding', evidence: 'The whole file is valid UTF-8.' }),
      expect.objectContaining({ about: 'delimiter', evidence: 'Columns are separated by semicolon: 2 of the first 2 rows have 2 columns.' }),
    ]) } }],
    tables: [{ file: 'a.csv', sheet: null, headerRow: 1, headers: ['Account', 'Name'], rows: [{ row: 2, cells: ['00123', 'Café'] }] }],
    issues: [],
  })
})

test('five encodings give the same cells', async () => {
  const text = 'Name,Town\r\nÓ Súilleabháin,Zürich – “x” €\r\n'
  const windows = Buffer.from(text.replace('–', '\x96').replace('“', '\x93').replace('”', '\x94').replace('€', '\x80'), 'latin1')
  const encoded: readonly (readonly [string, boolean, Buffer])[] = [
    ['utf-8', false, Buffer.from(text)],
    ['utf-8', true, Buffer.from(`\ufeff${text}`)],
    ['utf-16le', true, Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16be', true, Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['windows-1252', false, windows],
  ]
  for (const [encoding, byteOrderMark, bytes] of encoded) {
    const { files, tables, issues } = await readGood('e.csv', bytes)
    expect(files[0]?.reading).toMatchObject({ encoding, byteOrderMark })
    expect(tables[0]).toMatchObject({ headers: ['Name', 'Town'], rows: [{ row: 2, cells: ['Ó Súilleabháin', 'Zürich – “x” €'] }] })
    expect(issues).toEqual([])
  }
})

test('no accent is lost where chunks meet, in any encoding', async () => {
  const cell = 'é€😀'
  const text = `${Array.from({ length: 40_000 }, (_, index) => `${index},x${cell},"${cell}\n"`).join('\n')}\n`
  for (const bytes of [Buffer.from(`a,b,c\n${text}`), Buffer.from(`ab,b,c\n${text}`), Buffer.from(`\ufeffa,b,c\n${text}`, 'utf16le')]) {
    const { tables } = await readGood('l.csv', bytes)
    expect(tables[0]?.rows.length).toBe(40_000)
    expect([...tables[0]?.rows ?? []].every(({ cells }) => cells[1] === `x${cell}` && cells[2] === `${cell}\n`)).toBe(true)
  }
})

test('an accent that comes late still decides the encoding of the whole file', async () => {
  const { files, tables } = await readGood('late.csv', Buffer.from(`a,b\n${'x,y\n'.repeat(50_000)}caf\xe9,z\n`, 'latin1'))
  expect(files[0]?.reading).toMatchObject({ encoding: 'windows-1252' })
  expect(tables[0]?.rows.at(-1)).toEqual({ row: 50_002, cells: ['café', 'z'] })
})

test('bytes that mean nothing are an error of their cell', async () => {
  const { issues } = await readGood('i.csv', Buffer.concat([Buffer.from('a,b\néé,caf'), Buffer.from([0xff]), Buffer.from('\n')]))
  expect(issues).toMatchObject([{ code: 'invalid-bytes', place: { table: 0, row: 2, column: 1 } }])
})

test('the operator may overrule encoding, delimiter, quote and header row', async () => {
  const { files, tables } = await readGood('o.csv', "x\na;b\n'1;2';3\n", { encoding: 'windows-1252', delimiter: ';', quote: "'", headerRow: 2 })
  expect(files[0]?.reading).toMatchObject({ encoding: 'windows-1252', delimiter: ';', quote: "'" })
  expect(tables[0]).toMatchObject({ headerRow: 2, headers: ['a', 'b'], rows: [{ row: 3, cells: ['1;2', '3'] }] })
})

test('a workbook is read, whatever its name, and so is a text that is called one', async () => {
  expect(await readGood('w.xlsx', buildXlsx(sheet))).toMatchObject({ file: 'w.xlsx', files: [{ reading: { kind: 'workbook' } }], tables: [{ sheet: 'S', rows: [{ row: 2, cells: ['00123', 'x'] }] }] })
  expect((await readGood('w.csv', buildXlsx(sheet))).files[0]?.reading).toMatchObject({ kind: 'workbook', findings: expect.arrayContaining([{ about: 'file-kind', confidence: 1, evidence: 'The name ends in .csv, but the file is an Excel workbook and was read as such.' }]) })
  expect((await readGood('t.xlsx', 'a,b\n1,2\n')).files[0]?.reading).toMatchObject({ kind: 'text', findings: expect.arrayContaining([{ about: 'file-kind', confidence: 1, evidence: 'The name ends in .xlsx, but the file is delimited text and was read as such.' }]) })
})

test('a file that is missing, a folder, a pipe or empty is said to be so', async () => {
  expect(await readSource(join(folder, 'nowhere.csv'))).toMatchObject({ failure: { code: 'file-missing', message: expect.stringContaining('nowhere.csv was not found') } })
  await mkdir(join(folder, 'dir.csv'))
  expect(await readSource(join(folder, 'dir.csv'))).toMatchObject({ failure: { code: 'file-unreadable', message: expect.stringContaining('is a folder') } })
  execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe.csv')])
  expect(await readSource(join(folder, 'pipe.csv'))).toMatchObject({ failure: { code: 'file-unreadable', message: expect.stringContaining('not an ordinary file') } })
  expect((await failureOf('empty.csv', ''))?.code).toBe('file-empty')
})

test('what the system answers to opening a file becomes a sentence', () => {
  const failed = (code: string) => openFailure('a.csv', Object.assign(new Error('x'), { code }))
  expect(failed('EACCES')).toMatchObject({ failure: { code: 'file-unreadable', message: expect.stringContaining('may not be read by you') } })
  expect(failed('EPERM')).toEqual(failed('EACCES'))
  expect(failed('EBUSY')).toMatchObject({ failure: { code: 'file-unreadable', message: expect.stringContaining('in use by another program') } })
  expect(failed('ENOTDIR')).toEqual(failed('ENOENT'))
  expect(failed('EIO')).toMatchObject({ failure: { code: 'file-unreadable', message: expect.stringContaining('(EIO)') } })
})

test('a link to a file is that file', async () => {
  await writeFile(join(folder, 'target.csv'), 'a\n1\n')
  await symlink(join(folder, 'target.csv'), join(folder, 'link.csv'))
  expect((await readSource(join(folder, 'link.csv'))).ok).toBe(true)
})

test('a header without rows, blank rows alone and an unclosed quote are failures that name the place', async () => {
  expect((await failureOf('h.csv', 'a,b\n'))?.code).toBe('no-data-rows')
  expect((await failureOf('b.csv', '\n\n'))?.code).toBe('no-header')
  expect((await failureOf('n.csv', 'a\n1\n', { headerRow: 7 }))?.message).toContain('no header in row 7')
  expect(await failureOf('q.csv', 'a,b\n"x\ny",1\n2,"open\n')).toEqual({ code: 'unclosed-quote', message: expect.stringContaining('q.csv: a quote opens on line 4 (row 3)') })
  expect((await failureOf('r.csv', `a\n${'x'.repeat(1_200_000)}\n`))?.code).toBe('file-damaged')
})

test('other kinds of file are named, with what to do', async () => {
  for (const [content, what] of [['%PDF-1.4', 'PDF'], ['<html><table>', 'web page'], ['\x7fELF\0\0\0\0\0', 'neither']] as const) {
    expect(await failureOf('x.csv', content)).toEqual({ code: 'file-kind-unsupported', message: expect.stringMatching(new RegExp(`${what}.*save it as XLSX or CSV`)) })
  }
})

test('an old Excel file and a locked new one are told apart', async () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
  expect((await failureOf('old.xls', ole))?.code).toBe('file-kind-unsupported')
  expect((await failureOf('locked.xlsx', Buffer.concat([ole, Buffer.from('EncryptionInfo', 'utf16le')])))?.code).toBe('file-encrypted')
})

test('a truncated workbook is damaged, a sheet that is not there has its own failure', async () => {
  expect((await failureOf('cut.xlsx', buildXlsx(sheet).subarray(0, -30)))?.code).toBe('file-damaged')
  expect((await failureOf('s.xlsx', buildXlsx(sheet), { sheets: ['T'] }))?.code).toBe('no-such-sheet')
})

test('files and tables beyond the limits are too large', async () => {
  await writeFile(join(folder, 'huge.csv'), 'a,b\n'.repeat(1024))
  await truncate(join(folder, 'huge.csv'), 1024 ** 3 + 1)
  expect(await readSource(join(folder, 'huge.csv'))).toMatchObject({ failure: { code: 'file-too-large' } })
  await writeFile(join(folder, 'huge.xlsx'), buildXlsx(sheet))
  await truncate(join(folder, 'huge.xlsx'), 50 * 1024 ** 2 + 1)
  expect(await readSource(join(folder, 'huge.xlsx'))).toMatchObject({ failure: { code: 'file-too-large' } })
  const wide = (count: number) => `${'a,'.repeat(count - 1)}a\n1\n`
  expect(await failureOf('wide.csv', wide(512))).toBeNull()
  expect((await failureOf('wide.csv', wide(513)))?.code).toBe('file-too-large')
})

test('a change while the file is read is noticed', async () => {
  await writeFile(join(folder, 'c.csv'), 'a\n1\n')
  const opened = await openFile(join(folder, 'c.csv'))
  if (!opened.ok) throw new Error(opened.failure.message)
  expect(await opened.value.hasChanged()).toBe(false)
  await writeFile(join(folder, 'c.csv'), 'a\n1\n2\n')
  expect(await opened.value.hasChanged()).toBe(true)
  await opened.value.handle.close()
})

test('reading stops when asked to', async () => {
  expect((await failureOf('s.csv', 'a\n1\n', { signal: AbortSignal.abort() }))?.code).toBe('stopped')
})
