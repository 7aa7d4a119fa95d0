import { useMemo, useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { IssueView, SourceId } from '../../app/views.ts'

interface WalkOptions {
  readonly sourceId: SourceId
  /** Key of the cause whose problems are walked; null for all. */
  readonly cause: string | null
  readonly version: number
  readonly onFound: (issue: IssueView) => Promise<void>
}

export interface ProblemWalk {
  /** Position in the list of problems; null before the first. */
  readonly index: number | null
  readonly goTo: (index: number) => void
  readonly next: () => void
  readonly previous: () => void
}

interface Place { readonly cause: string | null; readonly index: number; readonly total: number; readonly version: number }

/** Going from problem to problem. After a mended one the list is shorter, so the next one has its number. */
export function useProblemWalk({ sourceId, cause, version, onFound }: WalkOptions): ProblemWalk {
  const { client } = useSession()
  const [last, setLast] = useState<Place | null>(null)
  // Another cause is another walk.
  const place = last?.cause === cause ? last : null

  return useMemo(() => {
    const jump = async (wanted: number): Promise<void> => {
      const index = Math.max(0, wanted)
      const answer = await client.review.issues({ sourceId, from: index, count: 1, ...(cause === null ? {} : { cause }) })
      if (!answer.ok || answer.value.total === 0) return
      const issue = answer.value.issues[0]
      // Past the end the walk begins again at the top.
      if (issue === undefined) return index === 0 ? undefined : jump(0)
      setLast({ cause, index, total: answer.value.total, version })
      await onFound(issue)
    }
    const step = place?.version === version ? 1 : 0
    return {
      index: place?.index ?? null,
      goTo: (wanted) => void jump(wanted),
      next: () => void jump(place === null ? 0 : place.index + step),
      previous: () => void jump(place === null || place.index === 0 ? (place?.total ?? 1) - 1 : place.index - 1),
    }
  }, [client, sourceId, cause, version, place, onFound])
}
