import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { DateOrder } from '#core/model/mapping.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import { chooseColumn, readTarget, setFixed } from '#engine/session/change-mapping.ts'
import { applyMappingText } from '#engine/session/mapping-file.ts'
import { openSession, touch, type Session } from '#engine/session/session.ts'
import type { ReadOptions } from '#node/read-source.ts'
import { columnNumber } from './column-number.ts'

/** Options of every command that reads a file. */
export interface FileOptions {
  readonly sheet?: string[]
  readonly delimiter?: string
  readonly quote?: string
  readonly encoding?: string
  readonly headerRow?: string
  readonly json?: boolean
}

export interface MappingOptions extends FileOptions {
  readonly mapping?: string
  readonly map?: string[]
  readonly set?: string[]
  readonly dateOrder?: string
}

const collect = (value: string, others: string[] = []): string[] => [...others, value]

export function withFileOptions(command: Command): Command {
  return command
    .option('--sheet <name>', 'sheet of a workbook (again for several)', collect)
    .option('--delimiter <character>', 'comma, semicolon, tab or pipe, where the file leaves it open')
    .option('--quote <character>', 'quote character: " or \'')
    .option('--encoding <name>', 'utf-8, utf-16le, utf-16be or windows-1252')
    .option('--header-row <number>', 'row that holds the column names, counted as the spreadsheet shows it')
    .option('--json', 'machine-readable result on stdout (docs/cli-json.md)')
}

export function withMappingOptions(command: Command): Command {
  return withFileOptions(command)
    .option('--mapping <file>', 'mapping file, as written by `onboarder map --out`')
    .option('--map <column=field>', 'fill a field from a column (header text or letter); `column=` leaves it out', collect)
    .option('--set <field=value>', 'fixed value for a field the file lacks', collect)
    .option('--date-order <order>', 'dmy, mdy or ymd, for date columns that leave it open')
}

const delimiterNames: Readonly<Record<string, ',' | ';' | '\t' | '|'>> = {
  comma: ',', semicolon: ';', tab: '\t', pipe: '|', ',': ',', ';': ';', '\t': '\t', '\\t': '\t', '|': '|',
}
const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const

export function readOptions(options: FileOptions): Result<ReadOptions> {
  const delimiter = options.delimiter === undefined ? undefined : delimiterNames[options.delimiter]
  if (options.delimiter !== undefined && delimiter === undefined) return fail('bad-usage', '--delimiter takes comma, semicolon, tab or pipe.')
  const quote = options.quote
  if (quote !== undefined && quote !== '"' && quote !== "'") return fail('bad-usage', '--quote takes " or \'.')
  const encoding = encodings.find((name) => name === options.encoding)
  if (options.encoding !== undefined && encoding === undefined) return fail('bad-usage', `--encoding takes ${encodings.join(', ')}.`)
  const headerRow = options.headerRow === undefined ? undefined : Number(options.headerRow)
  if (headerRow !== undefined && !(Number.isInteger(headerRow) && headerRow >= 1)) return fail('bad-usage', '--header-row takes a row number from 1.')
  return ok({
    ...(options.sheet === undefined ? {} : { sheets: options.sheet }), ...(delimiter === undefined ? {} : { delimiter }),
    ...(quote === undefined ? {} : { quote }), ...(encoding === undefined ? {} : { encoding }), ...(headerRow === undefined ? {} : { headerRow }),
  })
}

/** Opens the file and applies what the command line says about its columns. */
export async function openWithOptions(file: string, options: MappingOptions): Promise<Result<Session>> {
  const reading = readOptions(options)
  if (!reading.ok) return reading
  const session = await openSession(file, reading.value)
  if (!session.ok) return session
  for (const step of [applyMappingFile, applyColumns, applyFixed, applyDateOrder]) {
    const done = await step(session.value, options)
    if (!done.ok) return done
  }
  return session
}

async function applyMappingFile(session: Session, { mapping }: MappingOptions): Promise<Result<null>> {
  if (mapping === undefined) return ok(null)
  const text = await readFile(mapping, 'utf8').catch(() => null)
  if (text === null) return fail('bad-mapping', `The mapping file ${mapping} cannot be read. Write one with \`onboarder map FILE --out ${mapping}\`.`)
  return applyMappingText(session, text)
}

function applyColumns(session: Session, { map = [] }: MappingOptions): Result<null> {
  for (const pair of map) {
    const [columnName, field] = splitPair(pair)
    const place = field === null ? null : columnNumber(session.source, columnName)
    if (place === null || field === null) return fail('bad-usage', `--map takes column=field with a column of the file; there is none called "${columnName}".`)
    if (!place.ok) return place
    const chosen = chooseColumn(session, { ...place.value, target: field === '' ? null : field })
    if (!chosen.ok) return chosen
  }
  return ok(null)
}

function applyFixed(session: Session, { set = [] }: MappingOptions): Result<null> {
  for (const pair of set) {
    const [field, value] = splitPair(pair)
    if (value === null) return fail('bad-usage', '--set takes field=value, for example --set site.siteAddress.country=GB.')
    const target = readTarget(field)
    if (!target.ok) return target
    const done = setFixed(session, field, value)
    if (!done.ok) return done
  }
  return ok(null)
}

function applyDateOrder(session: Session, { dateOrder }: MappingOptions): Result<null> {
  if (dateOrder === undefined) return ok(null)
  if (dateOrder !== 'dmy' && dateOrder !== 'mdy' && dateOrder !== 'ymd') return fail('bad-usage', '--date-order takes dmy, mdy or ymd.')
  const order: DateOrder = dateOrder
  const tables = session.mapping.tables.map((table) => ({
    ...table,
    columns: table.columns.map((match) => (match.dateOrder === undefined || match.dateOrderProven === true ? match : { ...match, dateOrder: order, dateOrderProven: true })),
  }))
  session.mapping = { ...session.mapping, tables }
  touch(session)
  return ok(null)
}

/** At the last `=` that a field path or value cannot contain before it: the first one. */
function splitPair(pair: string): readonly [string, string | null] {
  const at = pair.indexOf('=')
  return at < 0 ? [pair, null] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
}
