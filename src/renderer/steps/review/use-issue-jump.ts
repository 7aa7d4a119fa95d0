import { useCallback, useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { IssueView, RowFilter, SourceId } from '../../app/views.ts'
import type { GoTo } from '../../ui/grid/grid-types.ts'

export const allRows: RowFilter = { only: 'all' }

export interface IssueJump {
  readonly table: number
  readonly setTable: (table: number) => void
  readonly filter: RowFilter
  readonly setFilter: (filter: RowFilter) => void
  /** Where the grid is asked to go; null before the first wish. */
  readonly goTo: GoTo | null
  /** An issue of the whole file or of the header that was picked: it has no cell to go to, its sentence is shown instead. */
  readonly fileIssue: IssueView | null
  readonly clearFileIssue: () => void
  readonly jump: (issue: IssueView) => Promise<void>
}

/** From an issue to its very cell: the right sheet, a list that holds its row, the row's place in that list. */
export function useIssueJump(sourceId: SourceId): IssueJump {
  const { client } = useSession()
  const [table, setTable] = useState(0)
  const [filter, setFilter] = useState<RowFilter>(allRows)
  const [goTo, setGoTo] = useState<GoTo | null>(null)
  const [fileIssue, setFileIssue] = useState<IssueView | null>(null)
  const clearFileIssue = useCallback(() => setFileIssue(null), [])

  const jump = useCallback(async (issue: IssueView): Promise<void> => {
    setFileIssue(issue.row === null ? issue : null)
    if (issue.table === null || issue.row === null) return
    const place = { sourceId, table: issue.table, row: issue.row }
    const here = await client.source.locate({ ...place, filter })
    const isHere = here.ok && here.value.index >= 0
    const found = isHere ? here : await client.source.locate({ ...place, filter: allRows })
    if (!found.ok) return
    // The header row is in no list: the sentence is shown, and its column at the first row.
    if (found.value.index < 0) setFileIssue(issue)
    if (!isHere && found.value.index >= 0) setFilter(allRows)
    setTable(issue.table)
    const index = Math.max(0, found.value.index)
    setGoTo((before) => ({ row: index, column: Math.max(0, issue.columnIndex ?? 0), nonce: (before?.nonce ?? 0) + 1, focus: true }))
  }, [client, sourceId, filter])
  return { table, setTable, filter, setFilter, goTo, fileIssue, clearFileIssue, jump }
}
