import { Ban, Check, CircleAlert, CircleDot, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Bucket, RowView } from '../app/views.ts'
import { words } from '../app/wording.ts'
import type { GridRow } from '../ui/grid/grid-types.ts'

const icons: Readonly<Record<Bucket, ReactNode>> = {
  ready: <Check className="icon" aria-hidden />,
  held: <CircleAlert className="icon" aria-hidden />,
  existing: <CircleDot className="icon" aria-hidden />,
  excluded: <Ban className="icon" aria-hidden />,
  blank: <Minus className="icon" aria-hidden />,
}

// Lines are made once per row: the grid's lines are memoised and would otherwise be drawn again on every scroll step.
const known = new WeakMap<RowView, GridRow>()
const knownPlain = new WeakMap<RowView, GridRow>()

/** A source row as the grid shows it: its number, its bucket, its cells with their marks. */
export function toLine(row: RowView): GridRow {
  const before = known.get(row)
  if (before !== undefined) return before
  const line: GridRow = {
    head: String(row.row),
    ...(row.bucket === null ? {} : { state: { icon: icons[row.bucket], label: words.buckets[row.bucket], tone: row.bucket } }),
    cells: row.cells,
    marks: new Map(row.marks.map((mark) => [mark.column, { tone: mark.severity, text: mark.messages.join(' ') }])),
    edited: new Set(row.edited),
    isFaint: row.bucket === 'excluded' || row.bucket === 'blank',
  }
  known.set(row, line)
  return line
}

/** The same before anything is matched: nothing has been judged yet. */
export function toPlainLine(row: RowView): GridRow {
  const before = knownPlain.get(row)
  if (before !== undefined) return before
  const line: GridRow = { head: String(row.row), cells: row.cells, marks: new Map(), edited: new Set(), isFaint: false }
  knownPlain.set(row, line)
  return line
}
