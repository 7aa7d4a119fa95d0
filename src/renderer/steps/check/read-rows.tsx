import { useCallback, useEffect, useMemo } from 'react'
import { columnLetters } from '#core/model/place.ts'
import { useTools } from '../../app/session.ts'
import type { RowView, SourceView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { DataGrid } from '../../ui/grid/data-grid.tsx'
import type { GridColumn } from '../../ui/grid/grid-types.ts'
import { usePages } from '../../ui/grid/use-pages.ts'
import { toPlainLine } from '../row-line.tsx'

interface ReadRowsProps { readonly source: SourceView; readonly table: number; readonly version: number }

/** All rows of a table as they were read. While reading goes on, the rows so far can be scrolled, and more come below. */
export function ReadRows({ source, table, version }: ReadRowsProps) {
  const { client } = useTools()
  const { sourceId } = source
  const view = source.tables[table]
  const read = useCallback(async (from: number, count: number) => {
    const answer = await client.source.rows({ sourceId, table, from, count, judged: false })
    return answer.ok ? answer.value : null
  }, [client, sourceId, table])
  const pages = usePages<RowView>(read, `${sourceId}:${table}`, version)
  const length = view?.rows ?? 0
  useEffect(() => pages.grow(length), [pages, length])
  const headers = view?.headers
  const columns = useMemo<readonly GridColumn[]>(() => (headers ?? []).map((header, index) => ({
    key: String(index), title: header.trim() === '' ? words.check.noHeader : header, detail: columnLetters(index), width: 150,
  })), [headers])
  const show = useCallback((first: number, last: number) => pages.want(first, last), [pages])
  return (
    <DataGrid label={words.check.preview} headLabel={words.review.row} columns={columns} rowCount={Math.max(length, pages.total() ?? 0)} hasDetails
      rowAt={(index) => { const row = pages.row(index); return row === undefined ? undefined : toPlainLine(row) }} onShow={show} />
  )
}
