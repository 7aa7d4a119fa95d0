import type { Command } from 'commander'
import type { Source, SourceFile, SourceTable } from '#core/model/source.ts'
import { describeIssue } from '#shared/wording/describe-issue.ts'
import { issueMessage } from '#shared/wording/issue-text.ts'
import { readSource } from '#node/read-source.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { readOptions, withFileOptions, type FileOptions } from '../file-options.ts'
import { count, plain, print, printJson, refuse } from '../output.ts'
import type { SetExit } from '../set-exit.ts'

interface InspectOptions extends FileOptions {
  readonly records?: boolean
}

export function inspectCommand(program: Command, setExit: SetExit): void {
  withFileOptions(program.command('inspect').argument('<file>').description('say what was read from a file, and how'))
    .option('--records', 'with --json: every record with its row number')
    .action(async (file: string, options: InspectOptions) => setExit(await inspect(file, options)))
}

async function inspect(file: string, options: InspectOptions): Promise<ExitCode> {
  const json = options.json === true
  const reading = readOptions(options)
  if (!reading.ok) return refuse(reading.failure, json)
  const source = await readSource(file, reading.value)
  if (!source.ok) return refuse(source.failure, json)
  if (json) printJson(inspectJson(source.value, options.records === true))
  else printSource(source.value)
  return source.value.issues.some((issue) => issue.severity === 'error') ? exitCodes.withIssues : exitCodes.well
}

function inspectJson(source: Source, withRecords: boolean): unknown {
  const { file, sizeBytes, sha256, files, tables, issues, questions } = source
  return {
    file, sizeBytes, sha256, reading: files[0]?.reading, files, questions,
    tables: tables.map((table) => ({
      sheet: table.sheet, headerRow: table.headerRow, headers: table.headers, columns: table.headers.length, rows: table.rows.length,
      ...(withRecords ? { records: Array.from(table.rows, ({ row, cells, marks }) => ({ row, cells, ...(marks === undefined ? {} : { marks }) })) } : {}),
    })),
    diagnostics: issues.map((issue) => describeIssue(issue, source)),
  }
}

function printSource(source: Source): void {
  for (const file of source.files) printFile(file)
  for (const table of source.tables) printTable(table)
  for (const issue of source.issues) print(`  ${issue.severity}: ${plain(issueMessage(issue))}`)
}

function printFile({ name, sizeBytes, reading }: SourceFile): void {
  print(`${plain(name)}: ${count(sizeBytes, 'byte')}`)
  if (reading.kind === 'text') {
    print(`  encoding ${reading.encoding}${reading.byteOrderMark ? ' with byte order mark' : ''}, delimiter ${JSON.stringify(reading.delimiter)}, quote ${reading.quote}, line ends ${JSON.stringify(reading.newline)}`)
  } else {
    print(`  workbook with ${count(reading.sheets.length, 'sheet')}: ${reading.sheets.map((sheet) => plain(sheet.name) + (sheet.hidden ? ' (hidden)' : '')).join(', ')}`)
  }
  for (const finding of reading.findings) print(`  - ${plain(finding.evidence)}`)
}

function printTable(table: SourceTable): void {
  print(`${table.sheet === null ? 'Table' : `Sheet ${plain(table.sheet)}`}: header in row ${table.headerRow}, ${count(table.headers.length, 'column')}, ${count(table.rows.length, 'row')}`)
  print(`  ${table.headers.map((header) => plain(header) || '(empty)').join(' | ')}`)
}
