import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startSandbox } from '#sandbox/server.ts'
import type { Orders } from '../kill/child/orders.ts'
import { createOrderChecker, traceOptions } from './order-checker.ts'
import { runTraced } from './traced.ts'

/** One import of so many customers, seen from outside. Every other customer is two requests. */
export async function traceRun(child: string, customers: number, weakness: Orders['weakness']): Promise<{ readonly posts: number; readonly violations: readonly string[] }> {
  const sandbox = await startSandbox({ uniqueAccountNumbers: false, uniqueSiteReferences: false })
  const folder = mkdtempSync(join(tmpdir(), 'onboarder-trace-'))
  try {
    const orders: Orders = { url: sandbox.url, folder, customers, settleMs: 5_000, writeDeadlineMs: 30_000, requestsPerSecond: 5_000, lanes: 4, kill: null, weakness }
    const output = join(folder, 'trace')
    const { code, said } = await runTraced({ child, orders, options: traceOptions, output })
    if (code !== 0) throw new Error(`the traced import ended with ${code}: ${said}`)
    const checker = createOrderChecker()
    for await (const line of createInterface({ input: createReadStream(output, 'latin1'), crlfDelay: Infinity })) checker.read(line)
    return { posts: checker.posts, violations: checker.violations }
  } finally {
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
