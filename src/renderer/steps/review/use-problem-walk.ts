import { useEffect, useRef, useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { IssueView, SourceId } from '../../app/views.ts'

interface WalkOptions {
  readonly sourceId: SourceId
  /** Kind of problem that is walked; null for all. */
  readonly code: string | null
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

/** Going from problem to problem. After a mended one the list is shorter, so the next one has its number. */
export function useProblemWalk({ sourceId, code, version, onFound }: WalkOptions): ProblemWalk {
  const { client } = useSession()
  const [index, setIndex] = useState<number | null>(null)
  const seen = useRef({ version, total: 0 })
  useEffect(() => setIndex(null), [code])

  const jump = async (wanted: number): Promise<void> => {
    const filter = code === null ? {} : { code }
    const from = Math.max(0, wanted)
    const answer = await client.review.issues({ sourceId, from, count: 1, ...filter })
    if (!answer.ok || answer.value.total === 0) return
    const issue = answer.value.issues[0]
    // Past the end the walk begins again at the top.
    if (issue === undefined) return from === 0 ? undefined : jump(0)
    seen.current = { version, total: answer.value.total }
    setIndex(from)
    await onFound(issue)
  }
  const after = seen.current.version === version ? 1 : 0
  return {
    index,
    goTo: (wanted) => void jump(wanted),
    next: () => void jump(index === null ? 0 : index + after),
    previous: () => void jump(index === null || index === 0 ? Math.max(0, seen.current.total - 1) : index - 1),
  }
}
