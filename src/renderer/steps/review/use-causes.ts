import { useEffect, useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { CauseView, SourceId } from '../../app/views.ts'

interface Causes { readonly total: number; readonly causes: readonly CauseView[] }

/** The causes of the file's problems; those of before stay until the new ones are there, so that nothing blinks. */
export function useCauses(sourceId: SourceId, version: number): Causes | null {
  const { client } = useSession()
  const [found, setFound] = useState<Causes | null>(null)
  useEffect(() => {
    let isWanted = true
    void client.mend.causes({ sourceId }).then((answer) => { if (isWanted && answer.ok) setFound(answer.value) })
    return () => { isWanted = false }
  }, [client, sourceId, version])
  return found
}
