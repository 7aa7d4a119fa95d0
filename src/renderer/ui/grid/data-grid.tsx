import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { DataGridProps } from './grid-types.ts'
import { GridFrame } from './grid-frame.tsx'
import { GridHeader } from './grid-header.tsx'
import { GridLine, type ShownColumn } from './grid-line.tsx'
import { shownLines } from '../row-window.ts'
import { useRowWindow } from '../use-row-window.ts'
import type { Cursor } from './move-cursor.ts'
import { sizeOf } from './cell-range.ts'
import { newLineSlots } from './line-slots.ts'
import { useColumnWidths } from './use-column-widths.ts'
import { newDrawnLines } from './drawn-lines.ts'
import { useSlow } from './use-slow.ts'
import { useCursor, type CommitMove } from './use-cursor.ts'

const rowHeight = 30

const nothing = (): void => undefined

/**
 * A grid of any length after the ARIA grid pattern: one tab stop, arrow keys, Home, End, Page keys. Only the cells on the
 * screen exist, plus the one the keyboard is in: were it taken away while scrolling, the keyboard would be lost.
 */
export function DataGrid(props: DataGridProps) {
  const { columns, rowCount, onShow, onEdit, goTo, ranges, frozen = 0 } = props
  const headerHeight = props.hasDetails === true ? 46 : 32
  const headWidth = props.headWidth ?? 84
  const { scroller, first, last, scrollTo } = useRowWindow({ count: rowCount, lineHeight: rowHeight, headHeight: headerHeight })
  const { widths, resize, resizeBy } = useColumnWidths(columns, props.keepWidths)
  const rowsPerPage = (): number => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 300) - headerHeight) / rowHeight) - 1)
  const control = useCursor({
    rows: rowCount, columns: columns.length, rowsPerPage, canEdit: onEdit !== undefined, isRead: (row) => props.rowAt(row) !== undefined, onMove: props.onMove ?? nothing,
    canSelect: ranges !== undefined, onOpen: props.onOpen, onEmpty: ranges?.empty, onSort: props.onSort, onResize: resizeBy,
  })
  const { cursor, moved, range, takeFocus, moveTo } = control
  const frozenPlaces = frozenColumns(widths, { frozen, headWidth })
  const frozenEnd = frozenPlaces.reduce((end, { size }) => end + size, headWidth)

  // oxlint-disable-next-line react/incompatible-library -- the virtualizer is read while drawing, which is what it is for
  const across = useVirtualizer({
    horizontal: true, count: columns.length - frozen, getScrollElement: () => scroller.current, estimateSize: (index) => widths[index + frozen] ?? 140,
    overscan: 2, paddingStart: frozenEnd, scrollPaddingStart: frozenEnd, useFlushSync: false,
    rangeExtractor: useCallback((seen: Range) => withIndex(defaultRangeExtractor(seen), cursor.column - frozen, seen.count), [cursor.column, frozen]),
  })
  useEffect(() => across.measure(), [across, widths])
  const onSelect = ranges?.onSelect
  useEffect(() => onSelect?.(range), [onSelect, range])

  useEffect(() => onShow(first, last), [first, last, onShow])

  // Handlers below stay the same objects from render to render, or every line would be drawn again on each scroll step.
  const latest = useRef({ across, widths, frozenEnd, onEdit, ranges, range, endEdit: control.endEdit })
  useLayoutEffect(() => { latest.current = { across, widths, frozenEnd, onEdit, ranges, range, endEdit: control.endEdit } })
  useEffect(() => {
    if (goTo === null || goTo === undefined) return
    moveTo({ row: goTo.row, column: goTo.column }, goTo.focus)
    scrollTo(goTo.row, 'center')
  }, [goTo, moveTo, scrollTo])
  useLayoutEffect(() => {
    if (!takeFocus.current) return
    takeFocus.current = false
    scrollTo(moved.row, 'auto')
    // Of a cell that is wider than the room beside the frozen columns, the beginning is shown.
    const isWide = (latest.current.widths[moved.column] ?? 0) > (scroller.current?.clientWidth ?? Infinity) - latest.current.frozenEnd
    if (moved.column >= frozen) latest.current.across.scrollToIndex(moved.column - frozen, { align: isWide ? 'start' : 'auto' })
    scroller.current?.querySelector<HTMLElement>('[data-cursor]')?.focus({ preventScroll: true })
  }, [cursor, moved, frozen, takeFocus, scrollTo, scroller])

  const commit = useCallback((at: Cursor, text: string, move: CommitMove) => {
    if (move === 'fill') latest.current.ranges?.fill(latest.current.range, text)
    else latest.current.onEdit?.(at, text)
    latest.current.endEdit(move)
  }, [])
  const cancel = useCallback(() => latest.current.endEdit('stay'), [])

  const isRead = props.rowAt(first) !== undefined || props.rowAt(last) !== undefined
  const isSlow = useSlow(!isRead)
  const [drawnOf] = useState(newDrawnLines)
  const lines = shownLines(drawnOf({ first, last }, isRead || isSlow), { count: rowCount, overscan: 3, kept: cursor.row })
  const [slotsFor] = useState(newLineSlots)
  const slots = slotsFor(lines)
  const shown = useShownColumns([...frozenPlaces, ...across.getVirtualItems().map(({ index, start, size }) => ({ index: index + frozen, start, size, isFrozen: false }))])
  const isPicked = ranges !== undefined && sizeOf(range).cells > 1
  const isInRange = (row: number): boolean => isPicked && row >= range.firstRow && row <= range.lastRow

  return (
    <GridFrame props={props} scroller={scroller} control={control} firstRow={first} width={across.getTotalSize()} height={rowCount * rowHeight}
      header={<GridHeader headLabel={props.headLabel} columns={columns} shown={shown} cursorColumn={cursor.column} onResize={resize} onSort={props.onSort} sortLabel={props.sortLabel} />}>
      {lines.map((index) => (
        <GridLine key={slots.get(index)} index={index} top={index * rowHeight} row={props.rowAt(index)} columns={columns} shown={shown}
          cursorColumn={index === cursor.row ? cursor.column : -1} isSelected={props.selectedRow === index}
          canPick={ranges !== undefined} pickedFrom={isInRange(index) ? range.firstColumn : -1} pickedTo={isInRange(index) ? range.lastColumn : -1}
          editStart={control.editing?.row === index ? control.editing.start : undefined} onCommit={commit} onCancel={cancel} />
      ))}
    </GridFrame>
  )
}

/** The columns on the screen; the same array while they are the same, so that lines need not be drawn again. */
function useShownColumns(items: readonly ShownColumn[]): readonly ShownColumn[] {
  const text = JSON.stringify(items)
  return useMemo(() => JSON.parse(text) as readonly ShownColumn[], [text])
}

function frozenColumns(widths: readonly number[], { frozen, headWidth }: { readonly frozen: number; readonly headWidth: number }): readonly ShownColumn[] {
  const places: ShownColumn[] = []
  let start = headWidth
  for (const [index, size] of widths.slice(0, frozen).entries()) {
    places.push({ index, start, size, isFrozen: true })
    start += size
  }
  return places
}

function withIndex(shown: readonly number[], index: number, count: number): number[] {
  return index < 0 || index >= count || shown.includes(index) ? [...shown] : [...shown, index].toSorted((a, b) => a - b)
}
