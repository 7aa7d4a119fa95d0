import { useCallback, useMemo } from 'react'
import { columnLetters } from '#core/model/place.ts'
import { useSession } from '../../app/session.ts'
import type { RowView, SourceView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { DataGrid } from '../../ui/grid/data-grid.tsx'
import type { GridColumn } from '../../ui/grid/grid-types.ts'
import { usePages } from '../../ui/grid/use-pages.ts'
import { toPlainLine } from '../row-line.tsx'

const shownRows = 50

export function FirstRows({ source, version }: { readonly source: SourceView; readonly version: number }) {
  const { client } = useSession()
  const { sourceId } = source
  const table = source.tables[0]
  const read = useCallback(async (from: number, count: number) => {
    const answer = await client.source.rows({ sourceId, table: 0, from, count: Math.min(count, shownRows), only: 'all' })
    return answer.ok ? { total: Math.min(answer.value.total, shownRows), rows: answer.value.rows } : null
  }, [client, sourceId])
  const pages = usePages<RowView>(read, `${sourceId}:${table?.sheet ?? ''}`, version)
  const columns = useMemo<readonly GridColumn[]>(() => (table?.headers ?? []).map((header, index) => ({
    key: String(index), title: header.trim() === '' ? words.check.noHeader : header, detail: columnLetters(index), width: 150,
  })), [table])
  const show = useCallback((first: number, last: number) => pages.want(first, last), [pages])
  return (
    <DataGrid label={words.check.preview} headLabel={words.review.row} columns={columns} rowCount={Math.min(shownRows, pages.total() ?? table?.rows ?? 0)} hasDetails
      rowAt={(index) => { const row = pages.row(index); return row === undefined ? undefined : toPlainLine(row) }} onShow={show} />
  )
}
