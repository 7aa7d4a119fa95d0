import type { Command } from 'commander'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { refuse, say } from '../output.ts'
import type { SetExit } from '../set-exit.ts'

export function templateCommand(program: Command, setExit: SetExit): void {
  program.command('template').description('write a workbook to fill in')
    .requiredOption('--out <file>', 'file to write, ending in .xlsx')
    .action(async ({ out }: { readonly out: string }) => setExit(await template(out)))
}

async function template(out: string): Promise<ExitCode> {
  // Loaded here alone: the workbook writer would double the time every command takes to start.
  const { writeTemplate } = await import('#node/template.ts')
  const written = await writeTemplate(out)
  if (!written.ok) return refuse(written.failure, false)
  say(`Template written to ${out}`)
  return exitCodes.well
}
