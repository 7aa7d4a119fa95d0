import { useCallback, useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { RowView } from '../../app/views.ts'
import type { Cursor } from '../../ui/grid/move-cursor.ts'
import { usePages } from '../../ui/grid/use-pages.ts'
import type { Step } from '../../wizard/wizard-state.ts'
import { CellInspector } from './cell-inspector.tsx'
import type { IssueKind } from './issue-kind.ts'
import { ProblemsPanel } from './problems-panel.tsx'
import { RowsGrid } from './rows-grid.tsx'
import { RowsTools } from './rows-tools.tsx'
import type { IssueJump } from './use-issue-jump.ts'
import { useProblemWalk } from './use-problem-walk.ts'

interface RowsPaneProps {
  readonly step: Extract<Step, { kind: 'review' }>
  readonly place: IssueJump
}

/** Problems on the left, rows on the right, the cell in hand below. */
export function RowsPane({ step, place }: RowsPaneProps) {
  const { wizard, act, client } = useSession()
  const { sourceId, tables } = step.work.source
  const { table, only, goTo, clearFileIssue } = place
  const [kind, setKind] = useState<IssueKind>(null)
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 0 })
  const { version } = wizard

  const read = useCallback(async (from: number, count: number) => {
    const answer = await client.source.rows({ sourceId, table, from, count, only })
    return answer.ok ? answer.value : null
  }, [client, sourceId, table, only])
  const pages = usePages<RowView>(read, `${sourceId}:${table}:${only}`, version)
  const walk = useProblemWalk({ sourceId, kind, version, onFound: place.jump })

  const row = pages.row(cursor.row)
  const edit = useCallback((at: Cursor, text: string | null) => {
    const line = pages.row(at.row)
    if (line !== undefined && (text === null ? line.edited.includes(at.column) : line.cells[at.column] !== text)) {
      void act.editCell({ table, row: line.row, column: at.column }, text)
    }
  }, [act, pages, table])
  const move = useCallback((next: Cursor) => {
    setCursor(next)
    // The grid going where it was asked to go is no step of the operator's: the sentence stays.
    if (next.row !== goTo?.row || next.column !== goTo.column) clearFileIssue()
  }, [goTo, clearFileIssue])
  return (
    <div className="rows-pane">
      <ProblemsPanel sourceId={sourceId} groups={step.review.groups} kind={kind} onKind={setKind} selected={walk.index} onIssue={walk.goTo} version={version} />
      <div className="rows-main">
        <RowsTools place={place} walk={walk} tables={tables} />
        <RowsGrid step={step} table={table} pages={pages} goTo={goTo} onMove={move} onEdit={edit} />
        <CellInspector step={step} table={table} row={row} column={cursor.column} fileIssue={place.fileIssue}
          onEdit={(text) => edit(cursor, text)} onExclude={(isOut) => { if (row !== undefined) void act.excludeRow(table, row.row, isOut) }} />
      </div>
    </div>
  )
}
