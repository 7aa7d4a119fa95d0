import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { CellEditor } from './cell-editor.tsx'
import type { CellTone, GridColumn, GridRow } from './grid-types.ts'
import type { Cursor } from './move-cursor.ts'
import type { CommitMove } from './use-cursor.ts'

/** A column on the screen, `start` from the left in pixels: of the whole width, or of the grid's own edge where it is frozen. */
export interface ShownColumn { readonly index: number; readonly start: number; readonly size: number; readonly isFrozen: boolean }

interface GridLineProps {
  readonly index: number
  readonly top: number
  readonly row: GridRow | undefined
  readonly columns: readonly GridColumn[]
  readonly shown: readonly ShownColumn[]
  /** Column of the keyboard in this row; -1 when it is in another row. */
  readonly cursorColumn: number
  readonly isSelected: boolean
  /** Columns of this row that are in the selected range; -1 for none. */
  readonly pickedFrom: number
  readonly pickedTo: number
  /** Whether ranges are selected in this grid. */
  readonly canPick: boolean
  readonly editStart: string | null | undefined
  readonly onCommit: (at: Cursor, text: string, move: CommitMove) => void
  readonly onCancel: () => void
}

const markIcons: Readonly<Record<CellTone, ReactNode>> = {
  error: <CircleAlert className="mark-icon" aria-hidden />,
  warning: <TriangleAlert className="mark-icon" aria-hidden />,
  info: <Info className="mark-icon" aria-hidden />,
}

function Cell({ column, place, line }: { readonly column: GridColumn; readonly place: ShownColumn; readonly line: GridLineProps }) {
  const { row, index } = line
  const mark = row?.marks.get(place.index)
  const isCursor = line.cursorColumn === place.index
  const isEditing = isCursor && line.editStart !== undefined
  const isPicked = place.index >= line.pickedFrom && place.index <= line.pickedTo && line.pickedFrom >= 0
  const shown = row?.shown?.get(place.index)
  const names = ['grid-cell', place.isFrozen ? 'is-frozen' : '', isPicked ? 'is-picked' : '', shown === undefined ? '' : 'is-sent', mark === undefined ? '' : `is-${mark.tone}`, row?.edited.has(place.index) === true ? 'is-edited' : '', column.isNumber === true ? 'is-number' : '']
  const text = row?.cells[place.index] ?? ''
  return (
    <div role="gridcell" className={names.join(' ')} aria-colindex={place.index + 2} tabIndex={isCursor ? 0 : -1}
      data-row={index} data-column={place.index} data-cursor={isCursor ? '' : undefined} aria-selected={line.canPick ? isPicked || isCursor : undefined} aria-invalid={mark?.tone === 'error' ? true : undefined}
      style={{ left: place.start, width: place.size }}>
      {isEditing
        ? <CellEditor label={column.title} text={text} start={line.editStart ?? null} onCommit={(value, move) => line.onCommit({ row: index, column: place.index }, value, move)} onCancel={line.onCancel} />
        : <>
            {mark === undefined ? null : markIcons[mark.tone]}
            <span className="grid-text">{shown ?? text}</span>
            {mark === undefined ? null : <span className="sr-only">{`. ${mark.text}`}</span>}
            {row?.edited.has(place.index) === true ? <span className="sr-only">. Edited</span> : null}
          </>}
    </div>
  )
}

/** One row. Memoised: scrolling makes new rows and leaves the others alone. */
export const GridLine = memo(function GridLine(line: GridLineProps) {
  const { row, index } = line
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={line.isSelected || undefined}
      className={`grid-row${row?.isFaint === true ? ' is-faint' : ''}${line.isSelected ? ' is-selected' : ''}${row === undefined ? ' is-loading' : ''}`}
      style={{ top: line.top }}>
      <div role="rowheader" data-head={index} className={`grid-head tone-${row?.state?.tone ?? 'plain'}`} aria-colindex={1}>
        {row?.state === undefined ? null : <span className="grid-state" title={row.state.label}>{row.state.icon}<span className="sr-only">{row.state.label} </span></span>}
        <span>{row?.head ?? '·'}</span>
      </div>
      {line.shown.map((place) => {
        const column = line.columns[place.index]
        return column === undefined ? null : <Cell key={column.key} column={column} place={place} line={line} />
      })}
    </div>
  )
})
