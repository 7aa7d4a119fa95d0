import { fail, type Result } from '#core/model/result.ts'
import type { Busy, Wizard, WizardEvent } from '../wizard/wizard-state.ts'
import type { AppClient } from './client.ts'
import { words } from './wording.ts'

/** What an action works with: the engine, the state as it is now, and the way to change it. */
export interface Desk {
  readonly client: AppClient
  readonly now: () => Wizard
  readonly tell: (event: WizardEvent) => void
}

type Answered<Value> = { readonly value: Value } | null

/** Shows that something is waited for, asks, and tells a failure to the operator. Null: it failed and has been told. */
export async function ask<Value>(desk: Desk, busy: Busy, call: () => Promise<Result<Value>>): Promise<Answered<Value>> {
  desk.tell({ kind: 'asked', busy })
  return askQuietly(desk, call)
}

/** The same without a sign of waiting, for answers that come at once. */
export async function askQuietly<Value>(desk: Desk, call: () => Promise<Result<Value>>): Promise<Answered<Value>> {
  // A call throws only for a bug of ours (an answer of the wrong shape): the window must not wait for it for ever.
  const result = await call().catch(() => fail('internal', words.bug))
  if (result.ok) return { value: result.value }
  desk.tell({ kind: 'failed', failure: result.failure })
  return null
}
