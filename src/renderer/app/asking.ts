import type { Result } from '#core/model/result.ts'
import type { Busy, Wizard, WizardEvent } from '../wizard/wizard-state.ts'
import type { AppClient } from './client.ts'

/** What an action works with: the engine, the state as it is now, and the way to change it. */
export interface Desk {
  readonly client: AppClient
  readonly now: () => Wizard
  readonly tell: (event: WizardEvent) => void
}

/** Shows that something is waited for, asks, and tells a failure to the operator. Null: it failed and has been told. */
export async function ask<Value>(desk: Desk, busy: Busy, call: () => Promise<Result<Value>>): Promise<{ readonly value: Value } | null> {
  desk.tell({ kind: 'asked', busy })
  const result = await call()
  if (result.ok) return { value: result.value }
  desk.tell({ kind: 'failed', failure: result.failure })
  return null
}

/** The same without a sign of waiting, for answers that come at once. */
export async function askQuietly<Value>(desk: Desk, call: () => Promise<Result<Value>>): Promise<{ readonly value: Value } | null> {
  const result = await call()
  if (result.ok) return { value: result.value }
  desk.tell({ kind: 'failed', failure: result.failure })
  return null
}
