import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inArena } from '../kill/arena.ts'
import type { Orders } from '../kill/child/orders.ts'
import { createOrderChecker, traceOptions } from './order-checker.ts'
import { runTraced } from './traced.ts'

/** One import of so many customers, seen from outside. Every other customer is two requests. */
export function traceRun(child: string, customers: number, weakness: Orders['weakness']): Promise<{ readonly posts: number; readonly violations: readonly string[] }> {
  return inArena({ customers, weakness, settleMs: 5_000, writeDeadlineMs: 30_000, requestsPerSecond: 5_000 }, async ({ orders }) => {
    const output = join(orders.folder, 'trace')
    const { code, said } = await runTraced({ child, orders, options: traceOptions, output })
    if (code !== 0) throw new Error(`the traced import ended with ${code}: ${said}`)
    const checker = createOrderChecker()
    for await (const line of createInterface({ input: createReadStream(output, 'latin1'), crlfDelay: Infinity })) checker.read(line)
    return { posts: checker.posts, violations: checker.violations }
  })
}
