import { useEffect, useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { RunSummary } from '../../app/views.ts'

const againMs = 2_000

/** The runs of the journal; null until they are read. Read again and again: the command line sends runs too, and changes them. */
export function useRuns(): readonly RunSummary[] | null {
  const { client, wizard } = useSession()
  const [runs, setRuns] = useState<readonly RunSummary[] | null>(null)
  const { version, target } = wizard
  useEffect(() => {
    let isWanted = true
    const read = async (): Promise<void> => {
      const answer = await client.run.list({})
      if (isWanted) setRuns(answer.ok ? answer.value.runs : [])
    }
    void read()
    const timer = setInterval(() => void read(), againMs)
    return () => {
      isWanted = false
      clearInterval(timer)
    }
  }, [client, version, target])
  return runs
}
