// A practice server in a process of its own, and its ledger: what really happened, independent of what the client believes.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { project } from './run-cli.ts'

export interface Sandbox {
  /** With `/v1`. */
  readonly url: string
  /** Environment that signs the command line in. */
  readonly login: Readonly<Record<string, string>>
  faults(script: readonly unknown[]): Promise<void>
  ledger(): Promise<Ledger>
  stop(): void
}

export interface Ledger {
  readonly customers: readonly { readonly customerAccountNumber: string; readonly sites: readonly { readonly siteReference: string; readonly siteContacts: readonly unknown[] }[] }[]
  readonly [more: string]: unknown
}

export async function startSandbox(args: readonly string[] = []): Promise<Sandbox> {
  const child = spawn(process.execPath, [join(project, 'bin/onboarder.js'), 'sandbox', '--port', '0', ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve((JSON.parse(line) as { url: string }).url))
    child.once('exit', () => reject(new Error('the sandbox did not start')))
  })
  const control = new URL('/sandbox/', url)
  return {
    url,
    login: { ONBOARDER_TARGET: url, ONBOARDER_BRAND: 'practice', ONBOARDER_USER: 'operator', ONBOARDER_PASSWORD: 'practice' },
    faults: async (script) => {
      const answer = await fetch(new URL('faults', control), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(script) })
      if (!answer.ok) throw new Error(`the sandbox refused the faults: ${await answer.text()}`)
    },
    ledger: async () => (await (await fetch(new URL('ledger', control))).json()) as Ledger,
    stop: () => void child.kill(),
  }
}
