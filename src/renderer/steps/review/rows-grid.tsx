import { useCallback, useMemo } from 'react'
import { describeTarget } from '../../app/field-groups.ts'
import type { RowFilter, RowView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { DataGrid } from '../../ui/grid/data-grid.tsx'
import type { GoTo, GridColumn, RangeWork, SortWish } from '../../ui/grid/grid-types.ts'
import type { Cursor } from '../../ui/grid/move-cursor.ts'
import type { PageCache } from '../../ui/grid/page-cache.ts'
import type { Step } from '../../wizard/wizard-state.ts'
import type { ColumnOrder } from './column-order.ts'
import { shownLine } from './shown-line.ts'

interface RowsGridProps {
  readonly step: Extract<Step, { kind: 'review' }>
  readonly table: number
  readonly pages: PageCache<RowView>
  readonly order: ColumnOrder
  readonly filter: RowFilter
  /** Whether the values that are sent stand in place of the texts. */
  readonly isSent: boolean
  readonly goTo: GoTo | null
  readonly ranges: RangeWork
  readonly onMove: (cursor: Cursor) => void
  readonly onEdit: (cursor: Cursor, text: string) => void
  /** By column of the file. */
  readonly onSort: (wish: SortWish) => void
}

/** The rows of the file in a grid. Everything outside of it tells columns by their place in the file, whatever their place on the screen. */
export function RowsGrid({ step, table, pages, order, filter, isSent, goTo, ranges, onMove, onEdit, onSort }: RowsGridProps) {
  const source = step.work.source.tables[table]
  const matches = step.mapping.tables[table]?.columns
  const columns = useMemo<readonly GridColumn[]>(() => order.columns.map((column) => {
    const header = source?.headers[column] ?? ''
    const match = matches?.[column]
    const field = match !== undefined && match.accepted && match.target !== null ? describeTarget(match.target) : words.review.noField
    const sort = filter.order?.column === column ? { sort: filter.order.descending ? 'descending' as const : 'ascending' as const } : {}
    return { key: `${table}:${column}`, title: header.trim() === '' ? words.check.noHeader : header, detail: field, width: widthFor(header), ...sort }
  }), [source, matches, table, order, filter.order])
  const show = useCallback((first: number, last: number) => pages.want(first, last), [pages])
  const inFile = useCallback(({ row, column }: Cursor): Cursor => ({ row, column: order.columns[column] ?? 0 }), [order])
  const move = useCallback((cursor: Cursor) => onMove(inFile(cursor)), [inFile, onMove])
  const edit = useCallback((cursor: Cursor, text: string) => onEdit(inFile(cursor), text), [inFile, onEdit])
  const sort = useCallback((wish: SortWish) => onSort({ ...wish, column: order.columns[wish.column] ?? 0 }), [order, onSort])
  const goToPlace = useMemo(() => (goTo === null ? null : { ...goTo, column: Math.max(0, order.columns.indexOf(goTo.column)) }), [goTo, order])
  const total = pages.total()
  return (
    <DataGrid label={words.review.grid} headLabel={words.review.row} columns={columns} rowCount={total ?? source?.rows ?? 0} hasDetails goTo={goToPlace} ranges={ranges}
      frozen={order.frozen} keepWidths={step.work.source.sourceId} onSort={sort} sortLabel={words.review.sortBy} help={words.review.keys}
      rowAt={(index) => { const row = pages.row(index); return row === undefined ? undefined : shownLine(row, { order, isSent }) }}
      onShow={show} onMove={move} onEdit={edit} empty={<p>{words.review.noRows}</p>} />
  )
}

/** Wide enough for the heading, within reason; the operator can change it. */
function widthFor(header: string): number {
  return Math.max(120, Math.min(240, 44 + header.length * 8))
}
