import { useEffect, useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { CauseFixes, FixPreview, FixValue, SourceId } from '../../app/views.ts'

export const previewLines = 50

interface Asked { readonly sourceId: SourceId; readonly cause: string; readonly version: number }

/** What helps against a cause; null while it is being tried. */
export function useFixes({ sourceId, cause, version }: Asked): CauseFixes | null {
  const { client } = useSession()
  const [found, setFound] = useState<{ readonly cause: string; readonly fixes: CauseFixes } | null>(null)
  useEffect(() => {
    let isWanted = true
    void client.mend.fixes({ sourceId, cause }).then((answer) => { if (isWanted && answer.ok) setFound({ cause, fixes: answer.value }) })
    return () => { isWanted = false }
  }, [client, sourceId, cause, version])
  return found?.cause === cause ? found.fixes : null
}

/** What a fix would change; null while it is reckoned, and while there is none. */
export function usePreview({ sourceId, cause, version }: Asked, fix: FixValue | null): FixPreview | null {
  const { client } = useSession()
  const name = fix === null ? null : JSON.stringify([cause, fix])
  const [found, setFound] = useState<{ readonly name: string; readonly preview: FixPreview } | null>(null)
  useEffect(() => {
    if (name === null) return
    let isWanted = true
    // The name is what the fix is: a fix made anew with the same content is the same.
    const [, wanted] = JSON.parse(name) as [string, FixValue]
    void client.mend.preview({ sourceId, cause, fix: wanted, from: 0, count: previewLines }).then((answer) => { if (isWanted && answer.ok) setFound({ name, preview: answer.value }) })
    return () => { isWanted = false }
  }, [client, sourceId, cause, version, name])
  return found !== null && found.name === name ? found.preview : null
}
