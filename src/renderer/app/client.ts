import { connect } from '#shared/ipc/connect.ts'
import { contract, type AppContract } from '#shared/ipc/contract.ts'
import type { Client } from '#shared/ipc/kit.ts'

export type AppClient = Client<AppContract>

/** The window's only way to the world. */
export function makeClient(): AppClient {
  return connect(contract, window.bridge)
}
