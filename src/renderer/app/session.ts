import { createContext, useContext } from 'react'
import type { Wizard } from '../wizard/wizard-state.ts'
import type { Actions } from './actions.ts'
import type { AppClient } from './client.ts'

/** What every part of the window may use: the state, the things an operator can do, and reading calls of the engine. */
export interface Session {
  readonly wizard: Wizard
  readonly act: Actions
  readonly client: AppClient
}

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('A part of the window is outside of the session.')
  return session
}
