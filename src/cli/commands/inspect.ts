import type { Command } from 'commander'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { openFiles, withFileOptions, type FileOptions } from '../file-options.ts'
import { inspectJson } from '../inspect-json.ts'
import { print, printJson, refuse, say, terminalWidth } from '../output.ts'
import { printSource } from '../print-source.ts'
import { questionText, undecided } from '../reading-questions.ts'
import type { SetExit } from '../set-exit.ts'

interface InspectOptions extends FileOptions {
  readonly records?: boolean
}

export function inspectCommand(program: Command, setExit: SetExit): void {
  withFileOptions(program.command('inspect').argument('<files...>').description('say what was read from files, how, and why'))
    .option('--records', 'with --json: every record with its row number')
    .action(async (files: string[], options: InspectOptions) => setExit(await inspect(files, options)))
}

/** Shows what was read even where the reading is open: then as the likeliest reading has it, with the questions below. */
async function inspect(files: readonly string[], options: InspectOptions): Promise<ExitCode> {
  const json = options.json === true
  const session = await openFiles(files, options)
  if (!session.ok) return refuse(session.failure, json)
  const { source } = session.value
  const open = undecided(source)
  if (json) printJson(inspectJson(session.value, options.records === true))
  else {
    printSource(session.value)
    if (open !== null) print(`\nOpen:\n${questionText(open.questions, terminalWidth(process.stdout))}`)
  }
  if (open !== null) {
    say(`onboarder: ${open.message}`)
    return exitCodes.badInput
  }
  return source.issues.some((issue) => issue.severity === 'error') ? exitCodes.withIssues : exitCodes.well
}
