import type { KeyboardEvent } from 'react'
import { words } from '../../app/wording.ts'

const shownColumns = 8

interface ReadingPreviewProps {
  readonly label: string
  readonly rows: readonly (readonly string[])[]
  readonly differing: ReadonlySet<string>
  readonly onPick: () => void
}

/** The first rows of one reading; the first of them is its header. A click anywhere in it chooses the reading. */
export function ReadingPreview({ label, rows, differing, onPick }: ReadingPreviewProps) {
  const [header = [], ...records] = rows
  const width = Math.max(...rows.map((row) => row.length), 0)
  const columns = Array.from({ length: Math.min(shownColumns, width) }, (_, column) => column)
  const nameOf = (row: number, column: number): string => (differing.has(`${row}:${column}`) ? 'differs' : '')
  // Arrow keys scroll the box here; the group around it would take them for its own.
  const keep = (event: KeyboardEvent): void => { if (event.key.startsWith('Arrow')) event.stopPropagation() }
  return (
    <div className="reading-preview" role="region" aria-label={label} tabIndex={0} onClick={onPick} onKeyDown={keep}>
      <table>
        <thead><tr>{columns.map((column) => <th key={column} scope="col" className={nameOf(0, column)}>{shown(header[column])}</th>)}</tr></thead>
        <tbody>
          {records.map((cells, index) => (
            <tr key={index}>{columns.map((column) => <td key={column} className={nameOf(index + 1, column)} title={cells[column]}>{shown(cells[column])}</td>)}</tr>
          ))}
        </tbody>
      </table>
      {width > shownColumns ? <p className="faint">{words.question.moreColumns(width - shownColumns)}</p> : null}
    </div>
  )
}

function shown(text: string | undefined): string {
  return text === undefined || text === '' ? '\u00a0' : text
}
