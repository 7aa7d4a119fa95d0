import type { PointerEvent } from 'react'
import type { ShownColumn } from './grid-line.tsx'
import type { GridColumn } from './grid-types.ts'

interface GridHeaderProps {
  readonly headLabel: string
  readonly columns: readonly GridColumn[]
  readonly shown: readonly ShownColumn[]
  readonly cursorColumn: number
  readonly onResize: (column: number, width: number) => void
}

/** The header row; the right edge of each cell is dragged to change its width (Alt+Shift+arrows do it by keyboard). */
export function GridHeader({ headLabel, columns, shown, cursorColumn, onResize }: GridHeaderProps) {
  const drag = (place: ShownColumn) => (event: PointerEvent<HTMLSpanElement>) => {
    const handle = event.currentTarget
    const from = event.clientX
    handle.setPointerCapture(event.pointerId)
    const move = (now: globalThis.PointerEvent): void => onResize(place.index, place.size + now.clientX - from)
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), { once: true })
    event.preventDefault()
  }
  return (
    <div role="row" aria-rowindex={1} className="grid-header">
      <div role="columnheader" className="grid-corner" aria-colindex={1}>{headLabel}</div>
      {shown.map((place) => {
        const column = columns[place.index]
        if (column === undefined) return null
        return (
          <div key={column.key} role="columnheader" aria-colindex={place.index + 2} title={column.title}
            className={`grid-title${place.index === cursorColumn ? ' is-current' : ''}`} style={{ left: place.start, width: place.size }}>
            <span className="grid-title-text">{column.title}</span>
            {column.detail === undefined ? null : <span className="grid-title-detail">{column.detail}</span>}
            <span className="grid-resize" aria-hidden onPointerDown={drag(place)} />
          </div>
        )
      })}
    </div>
  )
}
