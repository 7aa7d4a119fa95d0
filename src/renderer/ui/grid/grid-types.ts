import type { ReactNode } from 'react'

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
