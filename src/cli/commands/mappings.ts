import type { Command } from 'commander'
import { formatTarget } from '#core/model/mapping.ts'
import type { SavedColumn } from '#core/model/saved-mapping.ts'
import { savedText } from '#engine/session/mapping-file.ts'
import { learn, libraryOf, renameMapping, saveMapping, type Library } from '#engine/session/mapping-library.ts'
import type { KeptMapping } from '#node/mapping-library/open-library.ts'
import { dataFolder } from '#node/paths.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { openWithOptions, withMappingOptions, withOfflineOption, type MappingOptions } from '../file-options.ts'
import { count, plain, print, printJson, refuse, say } from '../output.ts'
import type { SetExit } from '../set-exit.ts'

interface Json {
  readonly json?: boolean
}

export function mappingsCommand(program: Command, setExit: SetExit): void {
  const mappings = program.command('mappings').description('saved mappings: applied by themselves to files with the same headers')
  mappings.command('list').description('names of the saved mappings, the newest first').option('--json', 'machine-readable result on stdout (docs/cli-json.md)')
    .action(async (options: Json) => setExit(await list(options)))
  mappings.command('show').argument('<name>').description('one saved mapping').option('--json', 'the mapping as a .mapping.json file holds it')
    .action(async (name: string, options: Json) => setExit(await show(name, options)))
  withOfflineOption(withMappingOptions(mappings.command('save').argument('<name>').argument('<files...>').description('save the matching of a file under a name; the same name replaces')))
    .action(async (name: string, files: string[], options: MappingOptions) => setExit(await save({ name, files }, options)))
  mappings.command('rename').argument('<name>').argument('<new-name>').description('give a saved mapping another name')
    .action(async (name: string, newName: string) => setExit(await rename(name, newName)))
  mappings.command('delete').argument('<name>').description('delete a saved mapping')
    .action(async (name: string) => setExit(await remove(name)))
}

const library = (): Library => libraryOf(dataFolder())

async function list({ json = false }: Json): Promise<ExitCode> {
  const kept = await library().list()
  if (json) printJson(kept.map((one) => ({ name: one.name, savedAt: one.savedAt, file: one.id, tables: one.saved.tables.length, columns: columnsOf(one).length, mapped: columnsOf(one).filter(isMapped).length })))
  else if (kept.length === 0) say('No mapping is saved yet. Save one with: onboarder mappings save NAME FILE')
  else for (const one of kept) print(`${plain(one.name).padEnd(32)} ${one.savedAt.slice(0, 10)}  ${columnsOf(one).filter(isMapped).length} of ${count(columnsOf(one).length, 'column')} mapped`)
  return exitCodes.well
}

async function show(name: string, { json = false }: Json): Promise<ExitCode> {
  const kept = await library().find(name)
  if (!kept.ok) return refuse(kept.failure, json)
  const { saved } = kept.value
  if (json) {
    process.stdout.write(savedText(saved))
    return exitCodes.well
  }
  for (const table of saved.tables) {
    if (table.sheet !== null) print(`Sheet ${plain(table.sheet)}`)
    for (const column of table.columns) print(`  ${(plain(column.header) || '(empty)').padEnd(28)} ${columnText(column)}`)
  }
  for (const [field, text] of Object.entries(saved.fixed)) print(`  fixed: ${field} = ${plain(text)}`)
  return exitCodes.well
}

async function save({ name, files }: { readonly name: string; readonly files: readonly string[] }, options: MappingOptions): Promise<ExitCode> {
  const json = options.json === true
  const session = await openWithOptions(files, options)
  if (!session.ok) return refuse(session.failure, json)
  const kept = await saveMapping(session.value, library(), name)
  if (!kept.ok) return refuse(kept.failure, json)
  // Only a help for other files; the mapping itself is saved.
  await learn(session.value, library())
  const columns = columnsOf(kept.value)
  say(`Saved as "${plain(kept.value.name)}": ${columns.filter(isMapped).length} of ${count(columns.length, 'column')} mapped. Files with these headers use it from now on.`)
  if (json) printJson({ name: kept.value.name, file: kept.value.id, columns: columns.length, mapped: columns.filter(isMapped).length })
  return exitCodes.well
}

async function rename(name: string, newName: string): Promise<ExitCode> {
  const kept = await renameMapping(library(), name, newName)
  if (!kept.ok) return refuse(kept.failure, false)
  say(`Is called "${plain(kept.value.name)}" now.`)
  return exitCodes.well
}

async function remove(name: string): Promise<ExitCode> {
  const removed = await library().remove(name)
  if (!removed.ok) return refuse(removed.failure, false)
  say(`Deleted "${plain(name)}".`)
  return exitCodes.well
}

function columnsOf({ saved }: KeptMapping): readonly SavedColumn[] {
  return saved.tables.flatMap(({ columns }) => columns)
}

function isMapped({ target }: SavedColumn): boolean {
  return target !== null
}

function columnText({ target, isOpen, dateOrder, decimalSign, values = {} }: SavedColumn): string {
  if (target === null) return isOpen ? '? (not decided)' : '(left out)'
  const texts = Object.entries(values).map(([text, value]) => `${plain(text)} = ${plain(value)}`)
  const more = [...(dateOrder === undefined ? [] : [`dates ${dateOrder}`]), ...(decimalSign === undefined ? [] : [`decimal ${decimalSign}`]), ...texts]
  return `= ${formatTarget(target)}${more.length === 0 ? '' : ` (${more.join('; ')})`}`
}
