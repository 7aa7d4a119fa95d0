import { useEffect, useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { RunSummary } from '../../app/views.ts'

const againMs = 1_500

/** The runs of the journal; null until they are read. While another program sends one, they are read again and again. */
export function useRuns(): readonly RunSummary[] | null {
  const { client, wizard } = useSession()
  const [runs, setRuns] = useState<readonly RunSummary[] | null>(null)
  const { version, target } = wizard
  const isGoingOn = runs?.some(({ state }) => state === 'running') ?? false
  useEffect(() => {
    let isWanted = true
    const read = async (): Promise<void> => {
      const answer = await client.run.list({})
      if (isWanted) setRuns(answer.ok ? answer.value.runs : [])
    }
    void read()
    const timer = isGoingOn ? setInterval(() => void read(), againMs) : null
    return () => {
      isWanted = false
      if (timer !== null) clearInterval(timer)
    }
  }, [client, version, target, isGoingOn])
  return runs
}
