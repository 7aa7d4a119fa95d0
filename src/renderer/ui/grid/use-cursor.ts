import { useCallback, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { moveCursor, type Cursor } from './move-cursor.ts'

export interface Editing { readonly row: number; readonly column: number; readonly start: string | null }
export type CommitMove = 'down' | 'right' | 'left' | 'stay'

interface CursorOptions {
  readonly rows: number
  readonly columns: number
  readonly rowsPerPage: () => number
  readonly canEdit: boolean
  readonly onMove: (cursor: Cursor) => void
  readonly onOpen?: ((cursor: Cursor) => void) | undefined
  readonly onResize: (column: number, by: number) => void
}

export interface CursorControl {
  readonly cursor: Cursor
  readonly editing: Editing | null
  /** True once the keyboard should follow the cursor. */
  readonly takeFocus: RefObject<boolean>
  readonly moveTo: (cursor: Cursor, focus: boolean) => void
  readonly beginEdit: (start: string | null, at?: Cursor) => void
  readonly endEdit: (move: CommitMove) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The keyboard in a grid: where it is, whether a cell is being edited, what each key does. */
export function useCursor(options: CursorOptions): CursorControl {
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 0 })
  const [editing, setEditing] = useState<Editing | null>(null)
  const takeFocus = useRef(false)
  const { rows, columns, canEdit, onMove } = options

  const moveTo = useCallback((next: Cursor, focus: boolean) => {
    takeFocus.current = focus
    setEditing(null)
    setCursor(next)
    onMove(next)
  }, [onMove])

  const beginEdit = (start: string | null, at: Cursor = cursor): void => {
    if (canEdit && rows > 0) setEditing({ ...at, start })
  }
  const endEdit = (move: CommitMove): void => {
    const step = { down: [1, 0], right: [0, 1], left: [0, -1], stay: [0, 0] }[move]
    const row = Math.min(Math.max(0, rows - 1), cursor.row + (step[0] ?? 0))
    const column = Math.max(0, Math.min(columns - 1, cursor.column + (step[1] ?? 0)))
    moveTo({ row, column }, true)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing !== null || event.defaultPrevented) return
    const ctrl = event.ctrlKey || event.metaKey
    const isResize = event.altKey && event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    const next = event.altKey ? null : moveCursor(cursor, { key: event.key, ctrl }, { rows, columns, rowsPerPage: options.rowsPerPage() })
    if (isResize) options.onResize(cursor.column, event.key === 'ArrowRight' ? 16 : -16)
    else if (next !== null) moveTo(next, true)
    else if (event.key === 'Enter' && !canEdit && options.onOpen !== undefined) options.onOpen(cursor)
    else if (canEdit && (event.key === 'Enter' || event.key === 'F2')) beginEdit(null)
    else if (canEdit && event.key === 'Delete') beginEdit('')
    else if (canEdit && !ctrl && !event.altKey && event.key.length === 1 && event.key !== ' ') beginEdit(event.key)
    else return
    event.preventDefault()
  }
  return { cursor, editing, takeFocus, moveTo, beginEdit, endEdit, onKeyDown }
}
