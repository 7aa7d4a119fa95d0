import type { ReactNode } from 'react'
import type { Cursor } from './move-cursor.ts'

export type CellTone = 'error' | 'warning' | 'info'

export interface GridColumn {
  readonly key: string
  readonly title: string
  /** Second line of the header: the field a source column fills. */
  readonly detail?: string
  readonly width: number
  readonly isNumber?: boolean
}

/** One line of the grid, whatever it shows. */
export interface GridRow {
  /** Text of the frozen first cell: the row's number in the file. */
  readonly head: string
  /** Small picture beside it, with its meaning in words. */
  readonly state?: { readonly icon: ReactNode; readonly label: string; readonly tone: string }
  readonly cells: readonly string[]
  readonly marks: ReadonlyMap<number, { readonly tone: CellTone; readonly text: string }>
  readonly edited: ReadonlySet<number>
  readonly isFaint: boolean
}

/** A wish to bring a cell into view and put the keyboard there; `nonce` tells two equal wishes apart. */
export interface GoTo { readonly row: number; readonly column: number; readonly nonce: number; readonly focus: boolean }

export interface DataGridProps {
  readonly label: string
  readonly headLabel: string
  readonly columns: readonly GridColumn[]
  readonly rowCount: number
  readonly rowAt: (index: number) => GridRow | undefined
  /** Rows on the screen, so that their pages can be read. */
  readonly onShow: (first: number, last: number) => void
  readonly onMove?: (cursor: Cursor) => void
  readonly onOpen?: (cursor: Cursor) => void
  readonly onEdit?: (cursor: Cursor, text: string) => void
  readonly goTo?: GoTo | null
  readonly selectedRow?: number
  /** Width of the frozen first column. */
  readonly headWidth?: number
  readonly hasDetails?: boolean
  readonly empty?: ReactNode
}
