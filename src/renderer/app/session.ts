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

/** The session without its state: what costs much to draw uses this, and is not drawn again at every change. */
export const ToolsContext = createContext<Tools | null>(null)
export type Tools = Pick<Session, 'act' | 'client'>

export function useTools(): Tools {
  const tools = useContext(ToolsContext)
  if (tools === null) throw new Error('A part of the window is outside of the session.')
  return tools
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('A part of the window is outside of the session.')
  return session
}
