import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { mappingText } from '#engine/session/mapping-file.ts'
import { mappingView } from '#engine/views/mapping-view.ts'
import { replaceFile } from '#node/replace-file.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { openWithOptions, withMappingOptions, withOfflineOption, type MappingOptions } from '../file-options.ts'
import { plain, print, printJson, refuse, say } from '../output.ts'
import type { SetExit } from '../set-exit.ts'

interface MapOptions extends MappingOptions {
  readonly out?: string
}

export function mapCommand(program: Command, setExit: SetExit): void {
  withOfflineOption(withMappingOptions(program.command('map').argument('<files...>').description('match the columns of a file to fields, and say why')))
    .option('--out <file>', 'write the mapping to a .mapping.json file')
    .action(async (files: string[], options: MapOptions) => setExit(await map(files, options)))
}

async function map(files: readonly string[], options: MapOptions): Promise<ExitCode> {
  const json = options.json === true
  const session = await openWithOptions(files, options)
  if (!session.ok) return refuse(session.failure, json)
  const view = mappingView(session.value)
  if (json) printJson({ ...view, file: session.value.source.file, tables: view.tables.map((table) => ({ ...table, columns: table.columns.map(columnJson) })) })
  else printMapping(view)
  if (options.out !== undefined) {
    const text = mappingText(session.value)
    const written = await replaceFile(options.out, (temporary) => writeFile(temporary, text))
    if (!written.ok) return refuse(written.failure, json)
    say(`Mapping written to ${options.out}`)
  }
  return exitCodes.well
}

type View = ReturnType<typeof mappingView>
type Column = View['tables'][number]['columns'][number]

/** Machines count columns from 1, as people do; the samples stay out, and the texts of a column only where they are a field's values. */
function columnJson(match: Column): unknown {
  const { column, letters, header, target, confidence, accepted, reason, dateOrder, decimalSign, question, values } = match
  return { column: column + 1, letters, header, field: target, confidence, accepted, reason, dateOrder, decimalSign, question, values: values?.lines ?? null }
}

function printMapping(view: View): void {
  for (const table of view.tables) {
    if (table.sheet !== null) print(`Sheet ${plain(table.sheet)}`)
    for (const match of table.columns) printColumn(match)
  }
  for (const [field, text] of Object.entries(view.fixed)) print(`     fixed: ${field} = ${plain(text)}`)
  for (const { field, label } of view.missing) print(`     missing: ${label} (${field}); give it with --set ${field}=VALUE`)
}

function printColumn({ letters, header, target, accepted, confidence, reason, question, values }: Column): void {
  const sign = accepted ? '=' : target === null ? ' ' : '?'
  print(`${letters.padStart(3)}  ${(plain(header) || '(empty)').padEnd(28)} ${sign} ${(target ?? '(left out)').padEnd(44)} ${Math.round(confidence * 100).toString().padStart(3)} %  ${plain(reason)}`)
  if (!accepted) return
  if (question !== null) print(`       ? ${plain(question.text)}`)
  for (const { text, proposed, confirmed, taken, reason: why } of values?.lines ?? []) {
    if (!taken) print(`       ${confirmed === null ? '?' : '='} ${plain(text)} -> ${plain(confirmed ?? proposed ?? '(nothing fits)')}${confirmed === null ? `  ${plain(why)}` : ''}`)
  }
}
