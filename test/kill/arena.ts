import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from '#sandbox/fates/order.ts'
import { startSandbox } from '#sandbox/server.ts'
import type { Ledger } from '../wire/support/run.ts'
import type { Orders } from './child/orders.ts'

/** A server that forbids no doubles, a folder for the journal, and the orders for a program that imports into them. */
export interface Arena {
  readonly orders: Orders
  readonly readLedger: () => Promise<Ledger>
}

export async function inArena<Value>(choice: Partial<Orders> & { readonly customers: number; readonly faults?: readonly Fault[] }, act: (arena: Arena) => Promise<Value>): Promise<Value> {
  const { faults = [], ...more } = choice
  const sandbox = await startSandbox({ uniqueAccountNumbers: false, uniqueSiteReferences: false, faults })
  const folder = mkdtempSync(join(tmpdir(), 'onboarder-arena-'))
  try {
    return await act({
      orders: { url: sandbox.url, folder, settleMs: 1_000, writeDeadlineMs: 1_000, requestsPerSecond: 500, lanes: 4, kill: null, weakness: null, tellEvery: 0, ...more },
      readLedger: async () => (await (await fetch(`${sandbox.controlUrl}/ledger`)).json()) as Ledger,
    })
  } finally {
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
