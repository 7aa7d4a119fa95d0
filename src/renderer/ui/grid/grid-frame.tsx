import type { CSSProperties, MouseEvent, ReactNode, RefObject } from 'react'
import { oneCell } from './cell-range.ts'
import type { CursorControl } from './use-cursor.ts'
import type { DataGridProps } from './grid-types.ts'
import { useClipboard } from './use-clipboard.ts'
import { placeOf, useDragSelect } from './use-drag-select.ts'

interface GridFrameProps {
  readonly props: DataGridProps
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly control: CursorControl
  /** The first row on the screen. */
  readonly firstRow: number
  readonly width: number
  readonly height: number
  readonly header: ReactNode
  readonly children: ReactNode
}

/** The scrolling box with the grid's role, its keyboard and its mouse. Cells carry their place as data attributes. */
export function GridFrame({ props, scroller, control, firstRow, width, height, header, children }: GridFrameProps) {
  const { ranges } = props
  const beginDrag = useDragSelect(scroller, control.extendTo)
  const onMouseDown = (event: MouseEvent): void => {
    const place = placeOf(event.target)
    if (control.editing !== null || event.button !== 0) return
    if (ranges !== undefined && place === null) return pickWhole(event)
    if (place === null) return
    if (ranges !== undefined && event.shiftKey) control.extendTo(place)
    else control.moveTo(place, true)
    if (ranges !== undefined) beginDrag()
  }
  /** A heading stands for its column, a row number for its row, the corner for everything. */
  const pickWhole = (event: MouseEvent): void => {
    const target = event.target instanceof HTMLElement ? event.target : null
    if (target?.closest('button, .grid-resize') !== null) return
    const column = target.closest<HTMLElement>('[data-title]')?.dataset['title']
    const row = target.closest<HTMLElement>('[data-head]')?.dataset['head']
    const place = { row: row === undefined ? firstRow : Number(row), column: column === undefined ? control.cursor.column : Number(column) }
    if (target.closest('.grid-corner') !== null) control.select(control.cursor, { far: null, whole: 'all' })
    else if (column === undefined && row === undefined) return
    else if (event.shiftKey) control.select(control.cursor, { far: place, whole: column === undefined ? 'rows' : 'columns' })
    else control.select(place, { ...oneCell, whole: column === undefined ? 'rows' : 'columns' })
    event.preventDefault()
  }
  const onDoubleClick = (event: MouseEvent): void => {
    const place = placeOf(event.target)
    if (place === null || control.editing !== null) return
    if (props.onEdit === undefined) props.onOpen?.(place)
    else control.beginEdit(null, place)
  }
  useClipboard(scroller, {
    copy: () => ranges?.copy(control.range) ?? props.rowAt(control.cursor.row)?.cells[control.cursor.column] ?? '',
    paste: ranges === undefined ? undefined : (text) => ranges.paste(control.range, text),
  })
  return (
    <>
      {/* A list without lines is a stop itself: its headings may have to be scrolled to. */}
      <div ref={scroller} className="grid" role="grid" tabIndex={props.rowCount === 0 ? 0 : -1} aria-label={props.label} aria-description={props.help} aria-rowcount={props.rowCount + 1} aria-colcount={props.columns.length + 1}
        aria-multiselectable={ranges === undefined ? undefined : true} aria-readonly={props.onEdit === undefined || undefined} data-details={props.hasDetails === true ? '' : undefined}
        style={{ '--head': `${props.headWidth ?? 84}px` } as CSSProperties}
        onKeyDown={control.onKeyDown} onMouseDown={onMouseDown} onDoubleClick={onDoubleClick}>
        <div role="rowgroup" className="grid-header-group" style={{ width }}>{header}</div>
        <div role="rowgroup" className="grid-body" style={{ width, height }}>{children}</div>
        {props.rowCount === 0 && props.empty !== undefined ? <div className="grid-empty">{props.empty}</div> : null}
      </div>
      {/* Beside the grid: in it only rows are allowed. */}
      {ranges === undefined ? null : <span className="sr-only" role="status">{ranges.describe(control.range)}</span>}
    </>
  )
}
