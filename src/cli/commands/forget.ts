import type { Command } from 'commander'
import type { Journal } from '#core/ports-journal.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { printJson, refuse, say } from '../output.ts'
import { withJournal, withJson } from '../run-commands.ts'
import type { SetExit } from '../set-exit.ts'

interface ForgetOptions {
  readonly json?: boolean
}

export function forgetCommand(program: Command, setExit: SetExit): void {
  withJson(program.command('forget').argument('<run>').description('delete a run that has ended, with everything kept of it; the report can no longer be made'))
    .action(async (run: string, options: ForgetOptions) => setExit(await withJournal(options.json === true, (journal) => forget(journal, run, options))))
}

function forget(journal: Journal, id: string, { json = false }: ForgetOptions): ExitCode {
  const forgotten = journal.forget(id)
  if (!forgotten.ok) return refuse(forgotten.failure, json)
  if (json) printJson({ runId: id, forgotten: true })
  say(`Run ${id} and all that was kept of it are deleted.`)
  return exitCodes.well
}
