import { useCallback, useMemo } from 'react'
import { describeTarget } from '../../app/field-groups.ts'
import type { RowView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { DataGrid } from '../../ui/grid/data-grid.tsx'
import type { GoTo, GridColumn } from '../../ui/grid/grid-types.ts'
import type { Cursor } from '../../ui/grid/move-cursor.ts'
import type { PageCache } from '../../ui/grid/page-cache.ts'
import type { Step } from '../../wizard/wizard-state.ts'
import { toLine } from '../row-line.tsx'

interface RowsGridProps {
  readonly step: Extract<Step, { kind: 'review' }>
  readonly table: number
  readonly pages: PageCache<RowView>
  readonly goTo: GoTo | null
  readonly onMove: (cursor: Cursor) => void
  readonly onEdit: (cursor: Cursor, text: string) => void
}

export function RowsGrid({ step, table, pages, goTo, onMove, onEdit }: RowsGridProps) {
  const source = step.work.source.tables[table]
  const matches = step.mapping.tables[table]?.columns
  const columns = useMemo<readonly GridColumn[]>(() => (source?.headers ?? []).map((header, index) => {
    const match = matches?.[index]
    const field = match !== undefined && match.accepted && match.target !== null ? describeTarget(match.target) : words.review.noField
    return { key: `${table}:${index}`, title: header.trim() === '' ? words.check.noHeader : header, detail: field, width: widthFor(header) }
  }), [source, matches, table])
  const show = useCallback((first: number, last: number) => pages.want(first, last), [pages])
  const total = pages.total()
  return (
    <DataGrid label={words.review.grid} headLabel={words.review.row} columns={columns} rowCount={total ?? source?.rows ?? 0} hasDetails goTo={goTo}
      rowAt={(index) => { const row = pages.row(index); return row === undefined ? undefined : toLine(row) }}
      onShow={show} onMove={onMove} onEdit={onEdit} empty={<p>{words.review.noRows}</p>} />
  )
}

/** Wide enough for the heading, within reason; the operator can change it. */
function widthFor(header: string): number {
  return Math.max(120, Math.min(240, 44 + header.length * 8))
}
