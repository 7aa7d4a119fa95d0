import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { AskFirst } from '../ui/ask-first.tsx'
import { mayReplaceFile } from '../wizard/reduce-wizard.ts'
import { useSession } from './session.ts'
import { words } from './wording.ts'

/** Opens a file that came by itself, at whatever step. */
export type Receive = (open: () => Promise<void>) => void

const ReceiveContext = createContext<Receive | null>(null)

export function useReceive(): Receive {
  const receive = useContext(ReceiveContext)
  if (receive === null) throw new Error('Files arrive outside of the window.')
  return receive
}

/**
 * Files that are dropped on the window or the icon, opened with the program, or named at a second start. Work that would be lost is
 * asked about first, and nothing takes the place of an import that is going on.
 */
export function ArrivingFiles({ children }: { readonly children: ReactNode }) {
  const { wizard, act, client } = useSession()
  const [waiting, setWaiting] = useState<(() => Promise<void>) | null>(null)
  const { step } = wizard
  const isAllowed = mayReplaceFile(step)
  const hasWork = step.kind === 'match' || step.kind === 'review' || step.kind === 'plan'
  const receive = useCallback<Receive>((open) => {
    if (!isAllowed) act.refuseFile()
    else if (hasWork) setWaiting(() => open)
    else void open()
  }, [act, isAllowed, hasWork])

  // Taken once and by what the window is then: a file that waits for an answer is not taken again.
  const now = useRef(receive)
  useEffect(() => { now.current = receive }, [receive])
  useEffect(() => {
    const take = async (): Promise<void> => {
      const files = await client.files.takeOffered({})
      if (files.ok && files.value.length > 0) now.current(() => act.openChosen(files.value))
    }
    void take()
    return client.files.offered(() => void take())
  }, [client, act])

  const replace = (): void => {
    void waiting?.()
    setWaiting(null)
  }
  return (
    <ReceiveContext value={receive}>
      {children}
      <AskFirst title={words.drop.replaceTitle} isOpen={waiting !== null} no={words.drop.keep} onNo={() => setWaiting(null)} yes={words.drop.replace} onYes={replace} isHarmless>
        <p>{words.drop.replaceText}</p>
      </AskFirst>
    </ReceiveContext>
  )
}
