import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import type { PointerEvent } from 'react'
import type { ShownColumn } from './grid-line.tsx'
import type { GridColumn, SortWish } from './grid-types.ts'

interface GridHeaderProps {
  readonly headLabel: string
  readonly columns: readonly GridColumn[]
  readonly shown: readonly ShownColumn[]
  readonly cursorColumn: number
  readonly onResize: (column: number, width: number) => void
  readonly onSort: ((wish: SortWish) => void) | undefined
  readonly sortLabel: ((title: string) => string) | undefined
}

const icons = { ascending: ArrowUp, descending: ArrowDown, none: ArrowUpDown } as const

/**
 * The header row. The right edge of each cell is dragged to change its width (Alt+Shift+Left and Right do it by keyboard); its button sorts
 * ascending, descending, and as in the file (Alt+Shift+Down and Up). The grid has one tab stop, so the buttons are none.
 */
export function GridHeader({ headLabel, columns, shown, cursorColumn, onResize, onSort, sortLabel }: GridHeaderProps) {
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
        const Icon = icons[column.sort ?? 'none']
        return (
          <div key={column.key} role="columnheader" aria-colindex={place.index + 2} aria-sort={column.sort} title={column.title} data-title={place.index}
            className={`grid-title${place.index === cursorColumn ? ' is-current' : ''}${place.isFrozen ? ' is-frozen' : ''}`} style={{ left: place.start, width: place.size }}>
            <span className="grid-title-text">{column.title}</span>
            {column.detail === undefined ? null : <span className="grid-title-detail">{column.detail}</span>}
            {onSort === undefined ? null : (
              <button type="button" tabIndex={-1} className={`grid-sort${column.sort === undefined ? '' : ' is-sorted'}`} aria-label={sortLabel?.(column.title)}
                onClick={() => onSort({ column: place.index, descending: column.sort !== undefined })}><Icon className="icon" aria-hidden /></button>
            )}
            <span className="grid-resize" aria-hidden onPointerDown={drag(place)} />
          </div>
        )
      })}
    </div>
  )
}
