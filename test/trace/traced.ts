import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Orders } from '../kill/child/orders.ts'
import { gatherText } from '../support/gather-text.ts'

/** Fails with the command that mends it where tracing is not possible: such a test is never left out. */
export function ensureStrace(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('../../scripts/strace.mjs', import.meta.url))], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${stdout}${stderr}`.trim())
}

export interface Traced {
  /** The program of test/kill. */
  readonly child: string
  readonly orders: Orders
  /** Options of strace, besides those that follow threads and write to `-o`. */
  readonly options: readonly string[]
  readonly output: string
}

export function runTraced({ child, orders, options, output }: Traced): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const traced = spawn('strace', ['-f', '-o', output, ...options, process.execPath, child, JSON.stringify(orders)], { stdio: ['ignore', 'pipe', 'pipe'] })
    const said = gatherText(traced.stdout, traced.stderr)
    traced.on('error', reject)
    traced.on('close', (code) => resolve({ code, said: said() }))
  })
}
