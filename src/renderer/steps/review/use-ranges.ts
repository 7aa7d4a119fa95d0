import { useMemo, useState } from 'react'
import { longestPaste } from '#shared/ipc/source-schemas.ts'
import { formatCount } from '../../app/format.ts'
import { useTools } from '../../app/session.ts'
import type { CellRange as WireRange, RangeChange, RowFilter, RowView, SourceId } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { sizeOf, type CellRange } from '../../ui/grid/cell-range.ts'
import type { RangeWork } from '../../ui/grid/grid-types.ts'
import type { PageCache } from '../../ui/grid/page-cache.ts'
import type { ColumnOrder } from './column-order.ts'

const w = words.review.range

interface RangesOptions {
  readonly sourceId: SourceId
  readonly table: number
  readonly filter: RowFilter
  readonly pages: PageCache<RowView>
  readonly order: ColumnOrder
  /** Told in words what was done. */
  readonly onSaid: (text: string) => void
}

export interface Ranges {
  /** What is selected; null before the grid has said it. */
  readonly range: CellRange | null
  readonly work: RangeWork
}

/** Copying, pasting, filling and emptying ranges of the listed rows: by the numbers that the rows have in the file. */
export function useRanges({ sourceId, table, filter, pages, order, onSaid }: RangesOptions): Ranges {
  const { act, client } = useTools()
  const [range, setRange] = useState<CellRange | null>(null)
  const work = useMemo((): RangeWork => {
    const numberAt = async (index: number): Promise<number | null> => {
      const known = pages.row(index)
      if (known !== undefined) return known.row
      const page = await client.source.rows({ sourceId, table, from: index, count: 1, filter })
      return page.ok ? (page.value.rows[0]?.row ?? null) : null
    }
    const wireOf = async (of: CellRange): Promise<WireRange | null> => {
      const { rows, columns } = sizeOf(of)
      const [firstRow, lastRow] = [await numberAt(of.firstRow), await numberAt(of.lastRow)]
      if (firstRow === null || lastRow === null || rows === 0 || columns === 0) return null
      return { table, filter, firstRow, lastRow, rows, columns: order.columns.slice(of.firstColumn), width: columns }
    }
    const change = async (of: CellRange, wanted: RangeChange): Promise<void> => {
      const wire = await wireOf(of)
      const done = wire === null ? null : await act.changeRange(wire, wanted)
      if (done === null) return
      const lost = w.lost(done.lost.rows, done.lost.columns)
      onSaid(`${w.done(done.cells)}${lost === '' ? '' : ` ${w.noPlace(lost)}`}`)
    }
    return {
      onSelect: setRange,
      describe: (of) => (sizeOf(of).cells > 1 ? w.selected(sizeOf(of).rows, sizeOf(of).columns) : ''),
      copy: (of) => {
        const text = pages.row(of.firstRow)?.cells[order.columns[of.firstColumn] ?? -1]
        // One plain cell is at hand. Everything else is asked for, and written as spreadsheet programs write it.
        if (sizeOf(of).cells === 1 && text !== undefined && !/^"|[\t\r\n]/.test(text)) return text
        return wireOf(of).then((wire) => (wire === null ? null : act.copyRange(wire)))
      },
      paste: (of, text) => {
        if (text.length > longestPaste) onSaid(w.tooLong(formatCount(longestPaste)))
        else void change(of, { kind: 'paste', text })
      },
      fill: (of, text) => void change(of, { kind: 'fill', text }),
      empty: (of) => void change(of, { kind: 'empty' }),
    }
  }, [act, client, filter, onSaid, order, pages, sourceId, table])
  return { range, work }
}
