import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Command } from 'commander'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import type { Shell } from '../shell.ts'

/**
 * The practice server runs as its own program: it judges the client, so it shares no code with it. All options go through to it;
 * `onboarder sandbox --help` is its own help.
 */
export function sandboxCommand(program: Command, shell: Shell): void {
  program.command('sandbox').description('run the practice server until it is stopped (--port N, --faults FILE, ...)')
    .allowUnknownOption().allowExcessArguments().helpOption(false)
    .action(async (_options: unknown, command: Command) => shell.setExit(await runSandbox(command.args, shell.programs)))
}

async function runSandbox(args: readonly string[], programs: string): Promise<ExitCode> {
  // Its input stays open as long as we live, so that it cannot outlive us.
  const child = spawn(process.execPath, [join(programs, 'sandbox.js'), ...args], { stdio: ['pipe', 'inherit', 'inherit'] })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code === 0 || code === null ? exitCodes.well : exitCodes.badInput))
  })
}
