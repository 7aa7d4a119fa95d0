import type { Command } from 'commander'
import { fieldEntries } from '#core/catalogue/index.ts'
import { referenceKinds, type ReferenceKind } from '#core/model/field.ts'
import type { Reference } from '#core/model/reference.ts'
import { ok, type Result } from '#core/model/result.ts'
import { ageText } from '#engine/target/cached-reference.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { keptLists } from '../kept-lists.ts'
import { count, plain, print, printJson, refuse } from '../output.ts'
import type { Shell } from '../shell.ts'
import { namesTarget, openTarget, withTargetOptions, type TargetOptions } from '../target-options.ts'

interface ListsOptions extends TargetOptions {
  readonly offline?: boolean
  readonly json?: boolean
}

export function listsCommand(program: Command, shell: Shell): void {
  withTargetOptions(program.command('lists').description('what a server lists: contract owners, billing cycles, templates; reads them anew and keeps them for --offline'))
    .option('--offline', 'show the lists that were kept instead of asking the server')
    .option('--json', 'machine-readable result on stdout (docs/cli-json.md)')
    .action(async (options: ListsOptions) => shell.setExit(await lists(options, shell)))
}

interface Lists {
  readonly baseUrl: string
  readonly brand: string
  readonly readAt: string
  readonly lists: Reference['lists']
}

async function lists(options: ListsOptions, shell: Shell): Promise<ExitCode> {
  const json = options.json === true
  const read = options.offline === true || !namesTarget(options) ? await keptLists(options) : await readAnew(options, shell)
  if (!read.ok) return refuse(read.failure, json)
  if (json) printJson(read.value)
  else printLists(read.value)
  return exitCodes.well
}

async function readAnew(options: TargetOptions, shell: Shell): Promise<Result<Lists>> {
  const open = await openTarget(options, shell.programs)
  if (!open.ok) return open
  try {
    const { api, lists: items, readAt } = open.value.target
    return ok({ baseUrl: api.baseUrl, brand: api.brand, readAt, lists: items })
  } finally {
    open.value.close()
  }
}

function printLists({ baseUrl, brand, readAt, lists: items }: Lists): void {
  print(`${plain(baseUrl)}, brand ${plain(brand)}, ${ageText(readAt)}`)
  for (const kind of referenceKinds) {
    const list = items[kind]
    print(`${titleOf(kind)}: ${list === undefined ? 'could not be read' : count(list.length, 'entry', 'entries')}`)
    for (const item of list ?? []) print(`  ${item.id.padStart(8)}  ${plain(item.name)}${item.kind === undefined ? '' : ` (${plain(item.kind)})`}`)
  }
}

/** With the field that takes an entry of the list. */
function titleOf(kind: ReferenceKind): string {
  const fields = fieldEntries.filter(({ type }) => (type.kind === 'reference' || type.kind === 'reference-list') && type.to === kind).map(({ path }) => path)
  return `${kind}${fields.length === 0 ? '' : ` (${fields.join(', ')})`}`
}
