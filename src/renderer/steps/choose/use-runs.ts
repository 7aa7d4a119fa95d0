import { useEffect, useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { DamagedRun, RunSummary } from '../../app/views.ts'

const againMs = 2_000

export interface KnownRuns {
  /** Null until they are read. */
  readonly runs: readonly RunSummary[] | null
  /** Those that the journal cannot read. */
  readonly damaged: readonly DamagedRun[]
  /** Why they cannot be read: an empty list would say that nothing was ever imported. */
  readonly failure: string | null
}

/** The runs of the journal. Read again and again: the command line sends runs too, and changes them. */
export function useRuns(): KnownRuns {
  const { client, wizard } = useSession()
  const [known, setKnown] = useState<KnownRuns>({ runs: null, damaged: [], failure: null })
  const { version, target } = wizard
  useEffect(() => {
    let isWanted = true
    const read = async (): Promise<void> => {
      const answer = await client.run.list({})
      if (isWanted) setKnown(answer.ok ? { ...answer.value, failure: null } : { runs: null, damaged: [], failure: answer.failure.message })
    }
    void read()
    const timer = setInterval(() => void read(), againMs)
    return () => {
      isWanted = false
      clearInterval(timer)
    }
  }, [client, version, target])
  return known
}
