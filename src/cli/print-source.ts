import { valueLimit, type ColumnProfile } from '#core/model/column-profile.ts'
import { formatTarget, type ColumnMatch, type DateOrder } from '#core/model/mapping.ts'
import { columnLetters } from '#core/model/place.ts'
import type { Reading } from '#core/model/reading.ts'
import type { SourceFile, SourceRow, SourceTable } from '#core/model/source.ts'
import type { Session } from '#engine/session/session.ts'
import { mappingView } from '#engine/views/mapping-view.ts'
import { issueLine } from './issue-line.ts'
import { count, plain, print } from './output.ts'

/** What was read and why, for people. */
export function printSource(session: Session): void {
  const { source, mapping } = session
  const views = mappingView(session).tables
  for (const file of source.files) printFile(file)
  for (const [index, table] of source.tables.entries()) printTable(table, { matches: mapping.tables[index]?.columns ?? [], questions: views[index]?.columns.map(({ question }) => question?.text ?? null) ?? [], several: source.files.length > 1 })
  if (source.issues.length > 0) print('\nFound while reading:')
  for (const issue of source.issues) print(`  ${issueLine(issue, source)}`)
}

function printFile({ name, sizeBytes, sha256, reading }: SourceFile): void {
  print(`${plain(name)}: ${count(sizeBytes, 'byte')}, SHA-256 ${sha256.slice(0, 16)}`)
  print(`  ${readingText(reading)}`)
  for (const { about, confidence, evidence } of reading.findings) print(`  ${about.padEnd(12)} ${percent(confidence)}  ${plain(evidence)}`)
}

function readingText(reading: Reading): string {
  if (reading.kind === 'workbook') {
    return `workbook with ${count(reading.sheets.length, 'sheet')}: ${reading.sheets.map((sheet) => plain(sheet.name) + (sheet.hidden ? ' (hidden)' : '')).join(', ')}`
  }
  const { encoding, byteOrderMark, delimiter, quote, escape, newline } = reading
  const mark = byteOrderMark ? ' with byte order mark' : ''
  return `encoding ${encoding}${mark}, delimiter ${JSON.stringify(delimiter)}, quote ${quote} (${escape}), line ends ${newline === 'mixed' ? 'mixed' : JSON.stringify(newline)}`
}

interface TableContext {
  readonly matches: readonly ColumnMatch[]
  /** By column: what only the operator can say of its dates or numbers. */
  readonly questions: readonly (string | null)[]
  readonly several: boolean
}

function printTable(table: SourceTable, { matches, questions, several }: TableContext): void {
  const name = [several ? plain(table.file) : '', table.sheet === null ? 'Table' : `Sheet ${plain(table.sheet)}`].filter((part) => part !== '').join(', ')
  const header = table.headerRow === 0 ? 'no header' : `header in row ${table.headerRow}`
  print(`\n${name}: ${header}, ${count(table.headers.length, 'column')}, ${count(table.rows.length, 'row')}`)
  printLines('above the header, no data', table.preamble)
  printLines('below the rows, no data', table.footer)
  for (const [column, text] of table.headers.entries()) {
    const match = matches[column]
    print(`${columnLetters(column).padStart(4)}  ${(plain(text) || '(empty)').padEnd(32)} ${profileText(table.columns?.[column]).padEnd(table.columns === undefined ? 0 : 32)} ${match === undefined ? '' : matchText(match)}`.trimEnd())
    for (const line of formatLines(table.columns?.[column], match)) print(`${' '.repeat(6)}${line}`)
    const question = questions[column] ?? null
    if (question !== null) print(`${' '.repeat(6)}? ${plain(question)} Say which with ${match?.dateOrder === undefined ? '--decimal-sign' : '--date-order'}.`)
  }
}

function printLines(what: string, rows: readonly SourceRow[] = []): void {
  for (const { row, cells } of rows) print(`  row ${row} (${what}): ${cells.map(plain).join(' | ')}`)
}

function profileText(profile: ColumnProfile | undefined): string {
  if (profile === undefined) return ''
  if (profile.filled === 0) return 'empty'
  const distinct = profile.values === null ? `more than ${valueLimit} different` : `${profile.values.size} different`
  return `${count(profile.filled, 'value')}, ${distinct}`
}

function matchText({ target, accepted, confidence, reason }: ColumnMatch): string {
  if (target === null) return `  left out        ${plain(reason)}`
  return `${accepted ? '=' : '?'} ${percent(confidence)}  ${formatTarget(target)}: ${plain(reason)}`
}

const orders: Readonly<Record<DateOrder, string>> = { dmy: 'day first', mdy: 'month first', ymd: 'year first' }

/** What the values say of the order of their dates and of their decimal sign, where it matters for the field. */
function formatLines(profile: ColumnProfile | undefined, match: ColumnMatch | undefined): readonly string[] {
  const lines: string[] = []
  if (match?.dateOrder !== undefined) {
    const { dayFirst = 0, monthFirst = 0, ambiguous = 0, certain = 0 } = profile?.dates ?? {}
    lines.push(`dates: ${orders[match.dateOrder]}${match.dateOrderProven === true ? '' : ' (assumed)'}; ${dayFirst} day first, ${monthFirst} month first, ${ambiguous} open, ${certain} certain`)
  }
  if (match?.decimalSign !== undefined) {
    const { point = 0, comma = 0, ambiguous = 0 } = profile?.numbers ?? {}
    lines.push(`numbers: decimal ${match.decimalSign}${match.decimalSignProven === true ? '' : ' (assumed)'}; ${point} with a point, ${comma} with a comma, ${ambiguous} open`)
  }
  return lines
}

/** Rounded down: only what is certain is 100 %. */
function percent(share: number): string {
  return `${Math.floor(share * 100).toString().padStart(3)} %`
}
