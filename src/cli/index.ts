// The command line: a thin shell over the same engine as the window. Results on stdout, everything else on stderr.
import '#node/tune-v8.ts'
import { Command, CommanderError } from 'commander'
import { reportBug } from '#node/bug-report.ts'
import { cancelCommand } from './commands/cancel.ts'
import { forgetCommand } from './commands/forget.ts'
import { importCommand } from './commands/import.ts'
import { inspectCommand } from './commands/inspect.ts'
import { listsCommand } from './commands/lists.ts'
import { mapCommand } from './commands/map.ts'
import { mappingsCommand } from './commands/mappings.ts'
import { paceCommand } from './commands/pace.ts'
import { reportCommand } from './commands/report.ts'
import { resumeCommand } from './commands/resume.ts'
import { sandboxCommand } from './commands/sandbox.ts'
import { statusCommand } from './commands/status.ts'
import { templateCommand } from './commands/template.ts'
import { validateCommand } from './commands/validate.ts'
import { exitCodes } from './exit-codes.ts'
import { say } from './output.ts'
import type { Shell } from './shell.ts'

const shell: Shell = {
  programs: import.meta.dirname,
  setExit: (code) => {
    process.exitCode = code
  },
}

const program = new Command('onboarder')
  .description('Brings customers, sites and contacts from a spreadsheet into Elevate, each exactly once.')
  .showHelpAfterError('(`onboarder --help` lists the commands)')
  .exitOverride()
inspectCommand(program, shell.setExit)
mapCommand(program, shell.setExit)
mappingsCommand(program, shell.setExit)
validateCommand(program, shell)
importCommand(program, shell)
listsCommand(program, shell)
statusCommand(program, shell.setExit)
resumeCommand(program, shell)
cancelCommand(program, shell)
paceCommand(program, shell.setExit)
reportCommand(program, shell.setExit)
forgetCommand(program, shell.setExit)
templateCommand(program, shell.setExit)
sandboxCommand(program, shell)
// Commands made before `exitOverride` is inherited must say it themselves.
for (const command of program.commands) command.exitOverride()

// A reader that goes away (`| head`) is no error of ours.
process.stdout.on('error', () => process.exit())

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.well : exitCodes.badInput
  else {
    say(`onboarder: something went wrong in the program itself (reference ${reportBug('command line', error)}).`)
    process.exitCode = exitCodes.stopped
  }
}
