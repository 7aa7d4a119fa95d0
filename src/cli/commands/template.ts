import type { Command } from 'commander'
import { writeTemplate } from '#node/template.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { refuse, say } from '../output.ts'
import type { SetExit } from '../set-exit.ts'

export function templateCommand(program: Command, setExit: SetExit): void {
  program.command('template').description('write a workbook to fill in')
    .requiredOption('--out <file>', 'file to write, ending in .xlsx')
    .action(async ({ out }: { readonly out: string }) => setExit(await template(out)))
}

async function template(out: string): Promise<ExitCode> {
  const written = await writeTemplate(out)
  if (!written.ok) return refuse(written.failure, false)
  say(`Template written to ${out}`)
  return exitCodes.well
}
