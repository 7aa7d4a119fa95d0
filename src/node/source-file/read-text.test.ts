import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Delimiter, Encoding, Escape, Quote } from '#core/model/reading.ts'
import type { NewRowSink, SourceRow } from '#core/model/source.ts'
import { isSingleByte, upperHalf } from '#core/stages/parse/index.ts'
import { readSource, type ReadOptions } from '../read-source.ts'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'read-text-')) })
afterAll(() => rm(folder, { recursive: true }))

async function read(bytes: Uint8Array | string, options?: ReadOptions) {
  const path = join(folder, 'a.csv')
  await writeFile(path, bytes)
  const result = await readSource(path, options)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

function encode(text: string, encoding: Encoding, mark = false): Buffer {
  const marked = mark ? `\ufeff${text}` : text
  if (encoding === 'utf-8') return Buffer.from(marked)
  if (encoding === 'utf-16le') return Buffer.from(marked, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(marked, 'utf16le').swap16()
  return Buffer.from(Array.from(text, (sign) => (sign.charCodeAt(0) < 0x80 || !isSingleByte(encoding) ? sign.charCodeAt(0) : 0x80 + upperHalf[encoding].indexOf(sign))))
}

test('rows go to the sink before the file is read to its end, and progress is told', async () => {
  const seen: SourceRow[] = []
  const started: number[] = []
  const shares: number[] = []
  const newSink: NewRowSink = () => ({ add: (row) => seen.push(row), finish: () => ({ rows: seen, columns: [] }) })
  await read(`Account,Name\n${'A1,Acme Ltd of Leeds\n'.repeat(220_000)}`, { newSink, onTable: () => started.push(seen.length), onProgress: (rows, share) => shares.push(rows < 0 ? -1 : share) })
  expect([started, seen.length]).toEqual([[0], 220_000])
  expect(shares.length).toBeGreaterThan(1)
  expect(shares.at(-1)).toBe(1)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
})

test('when late bytes contradict the encoding, the file is read again with a new sink', async () => {
  const sinks: SourceRow[][] = []
  const newSink: NewRowSink = () => {
    const rows: SourceRow[] = []
    sinks.push(rows)
    return { add: (row) => rows.push(row), finish: () => ({ rows, columns: [] }) }
  }
  const { files, questions } = await read(encode(`Account,Name\n${'A1,Acme Ltd of Leeds\n'.repeat(60_000)}A2,Müller\n`, 'windows-1252'), { newSink })
  expect([files[0]?.reading, questions]).toMatchObject([{ encoding: 'windows-1252' }, []])
  expect([sinks.length, sinks[1]?.length, sinks[1]?.at(-1)?.cells]).toEqual([2, 60_001, ['A2', 'Müller']])
})

test('an encoding that stays open is asked about, with the lines that differ', async () => {
  const { questions } = await read(Buffer.concat([Buffer.from('Account,Name\nA1,Acme\nA2,'), Buffer.from([0xe7]), Buffer.from('a va\n')]))
  expect(questions).toMatchObject([{ about: 'encoding', option: '--encoding', choices: [
    { decision: { encoding: 'windows-1252' }, value: 'windows-1252', preview: [['Account', 'Name'], ['A2', 'ça va']] },
    { decision: { encoding: 'macintosh' }, value: 'macintosh', preview: [['Account', 'Name'], ['A2', 'Áa va']] },
  ] }])
})

test('UTF-16 with half a character at its end is read, and the cell is an error', async () => {
  const { issues } = await read(Buffer.concat([encode('Account,Name\nA1,Acme\nA2,Bolt', 'utf-16le', true), Buffer.from([0x41])]))
  expect(issues).toMatchObject([{ code: 'invalid-bytes', place: { row: 3, column: 1 } }])
})

const names = ['Müller', 'José Muñoz', 'Zoë', 'Siân', 'O’Brien', 'Café “Élan”', 'François', 'Málaga', 'plain', 'two words', 'a,b', 'x;y', 'l1\nl2', 'say "hi"', 'C:\\', "O'Neill", '', '12 High St']
const cells = fc.array(fc.array(fc.constantFrom(...names), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 8 })
const dialects = fc.record({
  delimiter: fc.constantFrom<Delimiter>(',', ';', '\t', '|'), quote: fc.constantFrom<Quote>('"', "'"), escape: fc.constantFrom<Escape>('doubled', 'backslash'),
  newline: fc.constantFrom('\n', '\r\n', '\r'), encoding: fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'), all: fc.boolean(), title: fc.boolean(), total: fc.boolean(),
})

test('a table written in any dialect is read with the same cells, or something is asked; never other cells silently', async () => {
  let silent = 0
  await fc.assert(fc.asyncProperty(cells, dialects, async (body, dialect) => {
    const { delimiter, quote, escape, newline, encoding, all, title, total } = dialect
    const rows = [['Account number', 'Company name', 'Remark'], ...body.map((row, index) => [`A-${1000 + index}`, ...row.slice(1)])]
    const special = [delimiter, quote, '\n', '\r', ...(escape === 'backslash' ? ['\\'] : [])]
    const write = (cell: string) => (all || special.some((sign) => cell.includes(sign)) ? quote + (escape === 'doubled' ? cell.replaceAll(quote, quote + quote) : cell.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)) + quote : cell)
    const text = [...(title ? ['Customer export', ''] : []), ...rows.map((row) => row.map(write).join(delimiter)), ...(total ? ['', `Total records: ${body.length}`] : []), ''].join(newline)
    const { tables, questions, issues } = await read(encode(text, encoding, encoding.startsWith('utf-16')))
    if (questions.length > 0 || issues.some(({ severity }) => severity === 'error')) return
    silent += 1
    const kept = [...tables[0]?.rows ?? []].map((row) => row.cells).filter((row) => row.join('') !== '')
    expect([tables[0]?.headers, kept]).toEqual([rows[0], rows.slice(1)])
  }), { numRuns: 100 })
  // Asking about everything would be no reading.
  expect(silent).toBeGreaterThan(50)
})
