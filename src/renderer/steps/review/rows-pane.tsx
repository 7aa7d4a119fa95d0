import { useCallback, useEffect, useRef, useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { IssueView, RowView } from '../../app/views.ts'
import type { GoTo } from '../../ui/grid/grid-types.ts'
import type { Cursor } from '../../ui/grid/move-cursor.ts'
import { usePages } from '../../ui/grid/use-pages.ts'
import type { Step } from '../../wizard/wizard-state.ts'
import { CellInspector } from './cell-inspector.tsx'
import { ProblemsPanel } from './problems-panel.tsx'
import { RowsGrid } from './rows-grid.tsx'
import { RowsTools } from './rows-tools.tsx'
import { useProblemWalk } from './use-problem-walk.ts'

export type RowFilter = 'all' | 'problems'

interface RowsPaneProps {
  readonly step: Extract<Step, { kind: 'review' }>
  readonly wanted: IssueView | null
}

/** Problems on the left, rows on the right, the cell in hand below. */
export function RowsPane({ step, wanted }: RowsPaneProps) {
  const { wizard, act, client } = useSession()
  const { sourceId, tables } = step.work.source
  const [table, setTable] = useState(0)
  const [only, setOnly] = useState<RowFilter>('all')
  const [code, setCode] = useState<string | null>(null)
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 0 })
  const [goTo, setGoTo] = useState<GoTo | null>(null)
  const [shownIssue, setShownIssue] = useState<IssueView | null>(null)
  const { version } = wizard

  const read = useCallback(async (from: number, count: number) => {
    const answer = await client.source.rows({ sourceId, table, from, count, only })
    return answer.ok ? answer.value : null
  }, [client, sourceId, table, only])
  const pages = usePages<RowView>(read, `${sourceId}:${table}:${only}`, version)

  const nonce = useRef(0)
  const goToIssue = useCallback(async (issue: IssueView) => {
    setShownIssue(issue)
    if (issue.table === null || issue.row === null) return
    const place = { sourceId, table: issue.table, row: issue.row }
    const here = await client.source.locate({ ...place, only })
    const isHere = here.ok && here.value.index >= 0
    const found = isHere ? here : await client.source.locate({ ...place, only: 'all' })
    if (!found.ok || found.value.index < 0) return
    if (!isHere) setOnly('all')
    setTable(issue.table)
    nonce.current += 1
    setGoTo({ row: found.value.index, column: issue.columnIndex ?? 0, nonce: nonce.current, focus: true })
  }, [client, sourceId, only])
  const walk = useProblemWalk({ sourceId, code, version, onFound: goToIssue })

  useEffect(() => {
    if (wanted !== null) void goToIssue(wanted)
    // Only a new wish counts, not a new way of fulfilling it.
  }, [wanted])

  const row = pages.row(cursor.row)
  const edit = useCallback((at: Cursor, text: string | null) => {
    const line = pages.row(at.row)
    if (line !== undefined && (text === null ? line.edited.includes(at.column) : line.cells[at.column] !== text)) {
      void act.editCell({ table, row: line.row, column: at.column }, text)
    }
  }, [act, pages, table])
  const move = useCallback((next: Cursor) => {
    setCursor(next)
    setShownIssue((issue) => (issue?.row === null ? null : issue))
  }, [])
  return (
    <div className="rows-pane">
      <ProblemsPanel sourceId={sourceId} groups={step.review.groups} code={code} onCode={setCode} selected={walk.index} onIssue={walk.goTo} version={version} />
      <div className="rows-main">
        <RowsTools only={only} onOnly={setOnly} walk={walk} tables={tables} table={table} onTable={setTable} />
        <RowsGrid step={step} table={table} pages={pages} goTo={goTo} onMove={move} onEdit={edit} />
        <CellInspector step={step} table={table} row={row} column={cursor.column} fileIssue={shownIssue?.row === null ? shownIssue : null}
          onEdit={(text) => edit(cursor, text)} onExclude={(isOut) => { if (row !== undefined) void act.excludeRow(table, row.row, isOut) }} />
      </div>
    </div>
  )
}
