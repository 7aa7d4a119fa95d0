import type { ClipboardEvent, CSSProperties, MouseEvent, ReactNode, RefObject } from 'react'
import type { Cursor } from './move-cursor.ts'
import type { CursorControl } from './use-cursor.ts'
import type { DataGridProps } from './grid-types.ts'

interface GridFrameProps {
  readonly props: DataGridProps
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly control: CursorControl
  readonly width: number
  readonly height: number
  readonly header: ReactNode
  readonly children: ReactNode
}

/** The scrolling box with the grid's role, its keyboard and its mouse. Cells carry their place as data attributes. */
export function GridFrame({ props, scroller, control, width, height, header, children }: GridFrameProps) {
  const onMouseDown = (event: MouseEvent): void => {
    const place = placeOf(event.target)
    if (place !== null && control.editing === null) control.moveTo(place, true)
  }
  const onDoubleClick = (event: MouseEvent): void => {
    const place = placeOf(event.target)
    if (place === null || control.editing !== null) return
    if (props.onEdit === undefined) props.onOpen?.(place)
    else control.beginEdit(null, place)
  }
  const onCopy = (event: ClipboardEvent): void => {
    const text = props.rowAt(control.cursor.row)?.cells[control.cursor.column]
    if (text === undefined || control.editing !== null || !window.getSelection()?.isCollapsed) return
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
  }
  return (
    <div ref={scroller} className="grid" role="grid" aria-label={props.label} aria-rowcount={props.rowCount + 1} aria-colcount={props.columns.length + 1}
      aria-readonly={props.onEdit === undefined || undefined} data-details={props.hasDetails === true ? '' : undefined}
      style={{ '--head': `${props.headWidth ?? 84}px` } as CSSProperties}
      onKeyDown={control.onKeyDown} onMouseDown={onMouseDown} onDoubleClick={onDoubleClick} onCopy={onCopy}>
      <div role="rowgroup" className="grid-header-group" style={{ width }}>{header}</div>
      <div role="rowgroup" className="grid-body" style={{ width, height }}>{children}</div>
      {props.rowCount === 0 && props.empty !== undefined ? <div className="grid-empty">{props.empty}</div> : null}
    </div>
  )
}

function placeOf(target: EventTarget): Cursor | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
}
