import { useCallback, useMemo, useRef, useState } from 'react'
import { useSession } from '../../app/session.ts'
import { words } from '../../app/wording.ts'
import type { CauseView, FixValue, RowFilter, RowView } from '../../app/views.ts'
import type { Cursor } from '../../ui/grid/move-cursor.ts'
import { usePages } from '../../ui/grid/use-pages.ts'
import type { Step } from '../../wizard/wizard-state.ts'
import { backToGrid } from '../../ui/grid/back-to-grid.ts'
import { sizeOf } from '../../ui/grid/cell-range.ts'
import type { SortWish } from '../../ui/grid/grid-types.ts'
import { CellInspector } from './cell-inspector.tsx'
import { columnOrder } from './column-order.ts'
import { FixPanel } from './fix-panel.tsx'
import { ProblemsPanel } from './problems-panel.tsx'
import { orderedBy } from './list-order.ts'
import { RangeInspector } from './range-inspector.tsx'
import { RowsGrid } from './rows-grid.tsx'
import { RowsTools } from './rows-tools.tsx'
import { useCauses } from './use-causes.ts'
import { allRows, type IssueJump } from './use-issue-jump.ts'
import { useProblemWalk } from './use-problem-walk.ts'
import { useRanges } from './use-ranges.ts'

interface RowsPaneProps {
  readonly step: Extract<Step, { kind: 'review' }>
  readonly place: IssueJump
  /** Told in words what was mended. */
  readonly onSaid: (text: string) => void
}

const noCauses: readonly CauseView[] = []

/**
 * Problems on the left, rows on the right, the cell in hand below. Drawn again with each page of rows that comes, many times a second while
 * the list is scrolled; the parts beside the list are not, as long as what they are given stays the same object.
 */
export function RowsPane({ step, place, onSaid }: RowsPaneProps) {
  const { wizard, act, client } = useSession()
  const { sourceId, tables } = step.work.source
  const { table, filter, setFilter, setTable, goTo, clearFileIssue } = place
  const [key, setKey] = useState<string | null>(null)
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 0 })
  const [isSent, setSent] = useState(false)
  const { version } = wizard
  const matches = step.mapping.tables[table]?.columns
  const order = useMemo(() => columnOrder(tables[table]?.columns ?? 0, matches), [tables, table, matches])

  const read = useCallback(async (from: number, count: number) => {
    const answer = await client.source.rows({ sourceId, table, from, count, filter })
    return answer.ok ? answer.value : null
  }, [client, sourceId, table, filter])
  const pages = usePages<RowView>(read, `${sourceId}:${table}:${JSON.stringify(filter)}`, version)
  const { range, work } = useRanges({ sourceId, table, filter, pages, order, onSaid })
  const turn = useRef(0)
  const sort = useCallback((wish: SortWish) => setFilter(orderedBy(filter, wish, (turn.current += 1))), [filter, setFilter])
  const before = useRef<RowFilter>(allRows)
  const found = useCauses(sourceId, version)
  const cause = found?.causes.find((one) => one.cause === key) ?? null
  const walk = useProblemWalk({ sourceId, cause: cause?.cause ?? null, version, onFound: place.jump })
  const choose = useCallback((next: CauseView | null) => {
    setKey(next?.cause ?? null)
    clearFileIssue()
    if (next !== null && next.table >= 0) setTable(next.table)
    setFilter(next === null || next.table < 0 ? allRows : { only: 'all', cause: next.cause })
  }, [clearFileIssue, setFilter, setTable])
  const apply = useCallback(async (of: CauseView, fix: FixValue, fitted: number) => {
    backToGrid()
    const review = await act.applyFix(of.cause, fix)
    if (review === null) return
    onSaid(words.mend.done(fitted, review.counts.errors))
    // On to what is next in the list, as long as it is worth mending.
    const at = found?.causes.findIndex((one) => one.cause === of.cause) ?? -1
    const next = found?.causes[at + 1] ?? found?.causes[0]
    choose(next === undefined || next.cause === of.cause || next.severity === 'info' ? null : next)
  }, [act, choose, found, onSaid])

  const row = pages.row(cursor.row)
  const edit = useCallback((at: Cursor, text: string | null) => {
    const line = pages.row(at.row)
    if (line !== undefined && (text === null ? line.edited.includes(at.column) : line.cells[at.column] !== text)) {
      void act.editCell({ table, row: line.row, column: at.column }, text)
    }
  }, [act, pages, table])
  const restore = useCallback((): void => {
    backToGrid()
    edit(cursor, null)
  }, [cursor, edit])
  const number = row?.row
  const leaveOut = useCallback((isOut: boolean): void => {
    backToGrid()
    if (number !== undefined) void act.excludeRow(table, number, isOut)
  }, [act, number, table])
  const move = useCallback((next: Cursor) => {
    setCursor(next)
    // The grid going where it was asked to go is no step of the operator's: the sentence stays.
    if (next.row !== goTo?.row || next.column !== goTo.column) clearFileIssue()
  }, [goTo, clearFileIssue])
  const customer = row?.customer ?? null
  const onlyCustomer = useMemo(() => (customer === null || filter.customer !== undefined ? null : () => {
    before.current = filter
    setFilter({ only: 'all', customer })
  }), [customer, filter, setFilter])
  const allCustomers = useCallback((): void => {
    backToGrid()
    setFilter(before.current)
  }, [setFilter])
  const { errors, warnings, infos } = step.review.counts
  const problems = errors + warnings + infos
  return (
    <div className="rows-pane" data-source={sourceId}>
      <ProblemsPanel sourceId={sourceId} count={problems} causes={found?.causes ?? noCauses} total={found?.total ?? 0} cause={cause} onCause={choose} selected={walk.index} onIssue={walk.goTo} version={version} />
      <div className="rows-main">
        {cause === null ? null : <FixPanel key={cause.cause} sourceId={sourceId} cause={cause} version={version} onApply={apply} />}
        <RowsTools place={place} walk={walk} tables={tables} cause={cause} isSent={isSent} onSent={setSent} onAllCustomers={allCustomers} />
        <RowsGrid step={step} table={table} pages={pages} order={order} filter={filter} isSent={isSent} goTo={goTo} ranges={work} onMove={move} onEdit={edit} onSort={sort} />
        {range !== null && sizeOf(range).cells > 1 ? <RangeInspector range={range} work={work} /> : <CellInspector step={step} table={table} row={row} column={cursor.column} fileIssue={place.fileIssue}
          onRestore={restore} onExclude={leaveOut} onOnly={onlyCustomer} />}
      </div>
    </div>
  )
}
