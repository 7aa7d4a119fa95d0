import type { Command } from 'commander'
import { openSession } from '#engine/session/open-session.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { withFileOptions, type FileOptions } from '../file-options.ts'
import { inspectJson } from '../inspect-json.ts'
import { print, printJson, refuse, say, terminalWidth } from '../output.ts'
import { printSource } from '../print-source.ts'
import { readingDecisions } from '../reading-options.ts'
import { questionText, undecided } from '../reading-questions.ts'
import type { SetExit } from '../set-exit.ts'

interface InspectOptions extends FileOptions {
  readonly records?: boolean
}

export function inspectCommand(program: Command, setExit: SetExit): void {
  withFileOptions(program.command('inspect').argument('<file>').description('say what was read from a file, how, and why'))
    .option('--records', 'with --json: every record with its row number')
    .action(async (file: string, options: InspectOptions) => setExit(await inspect(file, options)))
}

/** Shows what was read even where the reading is open: then as the likeliest reading has it, with the questions below. */
async function inspect(file: string, options: InspectOptions): Promise<ExitCode> {
  const json = options.json === true
  const reading = readingDecisions(options)
  if (!reading.ok) return refuse(reading.failure, json)
  const session = await openSession([{ path: file, options: reading.value }])
  if (!session.ok) return refuse(session.failure, json)
  const { source, mapping } = session.value
  const open = undecided(source)
  if (json) printJson(inspectJson({ source, mapping }, options.records === true))
  else {
    printSource({ source, mapping })
    if (open !== null) print(`\nOpen:\n${questionText(open.questions, terminalWidth(process.stdout))}`)
  }
  if (open !== null) {
    say(`onboarder: ${open.message}`)
    return exitCodes.badInput
  }
  return source.issues.some((issue) => issue.severity === 'error') ? exitCodes.withIssues : exitCodes.well
}
