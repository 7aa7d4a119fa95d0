import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { oneCell, rangeOf, selectByKey, sizeOf, type CellRange, type Selection } from './cell-range.ts'
import type { SortWish } from './grid-types.ts'
import { moveCursor, type Cursor } from './move-cursor.ts'

export interface Editing { readonly row: number; readonly column: number; readonly start: string | null }
export type CommitMove = 'down' | 'right' | 'left' | 'stay' | 'fill'

interface CursorOptions {
  readonly rows: number
  readonly columns: number
  readonly rowsPerPage: () => number
  readonly canEdit: boolean
  /** Whether the row has been read: what is not known cannot be edited, or Enter would put nothing in its place. */
  readonly isRead: (row: number) => boolean
  readonly canSelect: boolean
  readonly onMove: (cursor: Cursor) => void
  readonly onOpen?: ((cursor: Cursor) => void) | undefined
  readonly onEmpty?: ((range: CellRange) => void) | undefined
  readonly onSort?: ((wish: SortWish) => void) | undefined
  readonly onResize: (column: number, by: number) => void
}

export interface CursorControl {
  readonly cursor: Cursor
  /** The corner that was last moved: the cursor, or the other end of a range. */
  readonly moved: Cursor
  /** The cursor's cell alone, or more. */
  readonly range: CellRange
  readonly editing: Editing | null
  /** True while the keyboard has yet to follow the cursor. */
  readonly takeFocus: RefObject<boolean>
  readonly moveTo: (cursor: Cursor, focus: boolean) => void
  readonly select: (cursor: Cursor, selection: Selection) => void
  /** From the cursor to there. */
  readonly extendTo: (far: Cursor) => void
  readonly beginEdit: (start: string | null, at?: Cursor) => void
  readonly endEdit: (move: CommitMove) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The keyboard in a grid: where it is, what is selected, whether a cell is being edited, what each key does. */
export function useCursor(options: CursorOptions): CursorControl {
  const [{ cursor: wanted, selection }, setPlace] = useState<{ readonly cursor: Cursor; readonly selection: Selection }>({ cursor: { row: 0, column: 0 }, selection: oneCell })
  const [editing, setEditing] = useState<Editing | null>(null)
  const takeFocus = useRef(false)
  const { rows, columns, canEdit, canSelect, onMove } = options
  // A list that has become shorter ends above the place where the keyboard was: its last row takes it, or nothing of the grid could be reached.
  const lastRow = Math.max(0, rows - 1)
  const cursor = useMemo(() => (wanted.row > lastRow ? { row: lastRow, column: wanted.column } : wanted), [wanted, lastRow])
  useEffect(() => { if (cursor !== wanted) onMove(cursor) }, [cursor, wanted, onMove])
  const range = useMemo(() => rangeOf(cursor, selection, { rows, columns }), [cursor, selection, rows, columns])

  const select = useCallback((next: Cursor, selected: Selection) => {
    takeFocus.current = true
    setEditing(null)
    // A new object even for the same cell: the keyboard goes back to it when what was typed there is kept.
    setPlace({ cursor: { ...next }, selection: selected })
    onMove(next)
  }, [onMove])
  const moveTo = useCallback((next: Cursor, focus: boolean) => {
    select(next, oneCell)
    takeFocus.current = focus
  }, [select])
  const extendTo = useCallback((far: Cursor) => {
    takeFocus.current = true
    setPlace((now) => (now.selection.far?.row === far.row && now.selection.far.column === far.column ? now : { cursor: now.cursor, selection: { far, whole: now.selection.whole } }))
  }, [])
  const beginEdit = (start: string | null, at: Cursor = cursor): void => {
    if (canEdit && rows > 0 && options.isRead(at.row)) setEditing({ ...at, start })
  }
  const endEdit = (move: CommitMove): void => {
    const step = { down: [1, 0], right: [0, 1], left: [0, -1], stay: [0, 0], fill: [0, 0] }[move]
    const row = Math.min(Math.max(0, rows - 1), cursor.row + (step[0] ?? 0))
    const column = Math.max(0, Math.min(columns - 1, cursor.column + (step[1] ?? 0)))
    if (move === 'stay' || move === 'fill') select(cursor, selection)
    else moveTo({ row, column }, true)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing !== null || event.defaultPrevented) return
    const ctrl = event.ctrlKey || event.metaKey
    const { key, shiftKey: shift, altKey: alt } = event
    const selected = canSelect && !alt && rows > 0 ? selectByKey({ key, ctrl, shift }, selection) : null
    const isExtending = canSelect && shift
    const next = alt ? null : moveCursor(isExtending ? (selection.far ?? cursor) : cursor, { key, ctrl }, { rows, columns, rowsPerPage: options.rowsPerPage() })
    if (alt && shift && (key === 'ArrowLeft' || key === 'ArrowRight')) options.onResize(cursor.column, key === 'ArrowRight' ? 16 : -16)
    else if (alt && shift && (key === 'ArrowDown' || key === 'ArrowUp') && options.onSort !== undefined) options.onSort({ column: cursor.column, descending: key === 'ArrowUp' })
    else if (selected !== null) select(cursor, selected)
    else if (next !== null && isExtending) extendTo(next)
    else if (next !== null) moveTo(next, true)
    else if (key === 'Escape' && sizeOf(range).cells > 1) moveTo(cursor, true)
    else if (key === 'Enter' && !canEdit && options.onOpen !== undefined) options.onOpen(cursor)
    else if (canEdit && (key === 'Enter' || key === 'F2')) beginEdit(null)
    else if (canEdit && key === 'Backspace') beginEdit('')
    else if (canEdit && key === 'Delete' && options.onEmpty !== undefined) options.onEmpty(range)
    else if (canEdit && !ctrl && !alt && key.length === 1 && key !== ' ') beginEdit(key)
    else return
    event.preventDefault()
  }
  return { cursor, moved: selection.far ?? cursor, range, editing, takeFocus, moveTo, select, extendTo, beginEdit, endEdit, onKeyDown }
}
