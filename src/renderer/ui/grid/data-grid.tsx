import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { DataGridProps } from './grid-types.ts'
import { GridFrame } from './grid-frame.tsx'
import { GridHeader } from './grid-header.tsx'
import { GridLine, type ShownColumn } from './grid-line.tsx'
import { shownLines } from '../row-window.ts'
import { useRowWindow } from '../use-row-window.ts'
import type { Cursor } from './move-cursor.ts'
import { useColumnWidths } from './use-column-widths.ts'
import { useCursor, type CommitMove } from './use-cursor.ts'

const rowHeight = 30

const nothing = (): void => undefined

/**
 * A grid of any length after the ARIA grid pattern: one tab stop, arrow keys, Home, End, Page keys. Only the cells on the
 * screen exist, plus the one the keyboard is in: were it taken away while scrolling, the keyboard would be lost.
 */
export function DataGrid(props: DataGridProps) {
  const { columns, rowCount, onShow, onEdit, goTo } = props
  const headerHeight = props.hasDetails === true ? 46 : 32
  const headWidth = props.headWidth ?? 84
  const { scroller, first, last, scrollTo } = useRowWindow({ count: rowCount, lineHeight: rowHeight, headHeight: headerHeight })
  const { widths, resize, resizeBy } = useColumnWidths(columns)
  const rowsPerPage = (): number => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 300) - headerHeight) / rowHeight) - 1)
  const control = useCursor({
    rows: rowCount, columns: columns.length, rowsPerPage, canEdit: onEdit !== undefined, onMove: props.onMove ?? nothing,
    onOpen: props.onOpen, onResize: resizeBy,
  })
  const { cursor, takeFocus, moveTo } = control

  // oxlint-disable-next-line react/incompatible-library -- the virtualizer is read while drawing, which is what it is for
  const across = useVirtualizer({
    horizontal: true, count: columns.length, getScrollElement: () => scroller.current, estimateSize: (index) => widths[index] ?? 140,
    overscan: 2, paddingStart: headWidth, scrollPaddingStart: headWidth, useFlushSync: false,
    rangeExtractor: useCallback((range: Range) => withIndex(defaultRangeExtractor(range), cursor.column, range.count), [cursor.column]),
  })
  useEffect(() => across.measure(), [across, widths])

  useEffect(() => onShow(first, last), [first, last, onShow])

  // Handlers below stay the same objects from render to render, or every line would be drawn again on each scroll step.
  const latest = useRef({ across, onEdit, endEdit: control.endEdit })
  useLayoutEffect(() => { latest.current = { across, onEdit, endEdit: control.endEdit } })
  useEffect(() => {
    if (goTo === null || goTo === undefined) return
    moveTo({ row: goTo.row, column: goTo.column }, goTo.focus)
    scrollTo(goTo.row, 'center')
  }, [goTo, moveTo, scrollTo])
  useLayoutEffect(() => {
    if (!takeFocus.current) return
    scrollTo(cursor.row, 'auto')
    latest.current.across.scrollToIndex(cursor.column, { align: 'auto' })
    scroller.current?.querySelector<HTMLElement>('[data-cursor]')?.focus({ preventScroll: true })
  }, [cursor, takeFocus, scrollTo, scroller])

  const commit = useCallback((at: Cursor, text: string, move: CommitMove) => {
    latest.current.onEdit?.(at, text)
    latest.current.endEdit(move)
  }, [])
  const cancel = useCallback(() => latest.current.endEdit('stay'), [])

  const lines = shownLines({ first, last }, { count: rowCount, overscan: 6, kept: cursor.row })
  const shown = useShownColumns(across.getVirtualItems())

  return (
    <GridFrame props={props} scroller={scroller} control={control} width={across.getTotalSize()} height={rowCount * rowHeight}
      header={<GridHeader headLabel={props.headLabel} columns={columns} shown={shown} cursorColumn={cursor.column} onResize={resize} />}>
      {lines.map((index) => (
        <GridLine key={index} index={index} top={index * rowHeight} row={props.rowAt(index)} columns={columns} shown={shown}
          cursorColumn={index === cursor.row ? cursor.column : -1} isSelected={props.selectedRow === index}
          editStart={control.editing?.row === index ? control.editing.start : undefined} onCommit={commit} onCancel={cancel} />
      ))}
    </GridFrame>
  )
}

/** The columns on the screen; the same array while they are the same, so that lines need not be drawn again. */
function useShownColumns(items: readonly ShownColumn[]): readonly ShownColumn[] {
  const text = JSON.stringify(items.map(({ index, start, size }) => ({ index, start, size })))
  return useMemo(() => JSON.parse(text) as readonly ShownColumn[], [text])
}

function withIndex(shown: readonly number[], index: number, count: number): number[] {
  return index >= count || shown.includes(index) ? [...shown] : [...shown, index].toSorted((a, b) => a - b)
}
