import type { ReactNode } from 'react'
import type { CellRange } from './cell-range.ts'
import type { Cursor } from './move-cursor.ts'

export type CellTone = 'error' | 'warning' | 'info'

export interface GridColumn {
  readonly key: string
  readonly title: string
  /** Second line of the header: the field a source column fills. */
  readonly detail?: string
  readonly width: number
  readonly isNumber?: boolean
  /** The list stands in the order of this column. */
  readonly sort?: 'ascending' | 'descending'
}

/** The same wish again takes the order back. */
export interface SortWish { readonly column: number; readonly descending: boolean }

/** What can be done with a range of cells; without it only single cells are copied. */
export interface RangeWork {
  readonly onSelect: (range: CellRange) => void
  readonly copy: (range: CellRange) => string | Promise<string | null>
  readonly paste: (range: CellRange, text: string) => void
  readonly fill: (range: CellRange, text: string) => void
  readonly empty: (range: CellRange) => void
  /** What is selected in words; '' for one cell. */
  readonly describe: (range: CellRange) => string
}

/** One line of the grid, whatever it shows. */
export interface GridRow {
  /** Text of the frozen first cell: the row's number in the file. */
  readonly head: string
  /** Small picture beside it, with its meaning in words. */
  readonly state?: { readonly icon: ReactNode; readonly label: string; readonly tone: string }
  readonly cells: readonly string[]
  /** By column, what is shown instead of the cell's text; what is edited and copied is the text. */
  readonly shown?: ReadonlyMap<number, string>
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
  readonly ranges?: RangeWork
  readonly onSort?: (wish: SortWish) => void
  /** How a column is sorted, as its button says it. */
  readonly sortLabel?: (title: string) => string
  /** So many columns, the first ones, stay in sight while the others are scrolled. */
  readonly frozen?: number
  /** Widths that the operator sets are kept under this name, for as long as no other one is used. */
  readonly keepWidths?: string
  readonly selectedRow?: number
  /** Width of the frozen first column. */
  readonly headWidth?: number
  readonly hasDetails?: boolean
  readonly empty?: ReactNode
  /** What the keys do, for those who hear the grid. */
  readonly help?: string
}
