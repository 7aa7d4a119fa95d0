// Runs the built command line as a person would: a process of its own, with a data folder of its own.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gatherText } from '../../support/gather-text.ts'

export const project = join(import.meta.dirname, '../../..')
const program = join(project, 'bin/onboarder.js')

export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'onboarder-cli-'))
}

export function startCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): { readonly child: ChildProcess; readonly result: Promise<CliResult> } {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: project, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ONBOARDER_HOME: temporaryFolder(), ...env },
  })
  const stdout = gatherText(child.stdout)
  const stderr = gatherText(child.stderr)
  const result = new Promise<CliResult>((resolve) => child.once('close', (code) => resolve({ code, stdout: stdout(), stderr: stderr() })))
  return { child, result }
}

export function runCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  return startCli(args, env).result
}
