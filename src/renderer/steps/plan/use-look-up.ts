import { useEffect, useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { SourceId } from '../../app/views.ts'

export interface LookUp { readonly looked: number; readonly of: number }

/** How many customers the dry run that is going on has looked up on the server; null before the first, and when none is going on. */
export function useLookUp(sourceId: SourceId): LookUp | null {
  const { client, wizard } = useSession()
  const [told, setTold] = useState<LookUp | null>(null)
  const isGoingOn = wizard.busy === 'planning'
  useEffect(() => {
    if (!isGoingOn) return
    const stop = client.run.lookedUp(({ sourceId: of, ...lookUp }) => { if (of === sourceId) setTold(lookUp) })
    return () => {
      stop()
      setTold(null)
    }
  }, [client, sourceId, isGoingOn])
  return told
}
