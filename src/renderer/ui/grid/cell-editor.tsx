import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { CommitMove } from './use-cursor.ts'

interface CellEditorProps {
  readonly label: string
  readonly text: string
  /** What was typed to begin with; null keeps the cell's text. */
  readonly start: string | null
  readonly onCommit: (text: string, move: CommitMove) => void
  readonly onCancel: () => void
}

/** The text box that stands in a cell while it is edited: Enter and Tab keep, Ctrl+Enter keeps for all that is selected, Escape leaves it as it was. */
export function CellEditor({ label, text, start, onCommit, onCancel }: CellEditorProps) {
  const [value, setValue] = useState(start ?? text)
  const box = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    box.current?.focus()
    if (start === null) box.current?.select()
  }, [start])

  const finish = (act: () => void): void => {
    if (isDone.current) return
    isDone.current = true
    act()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(() => onCommit(value, 'fill'))
    else if (event.key === 'Enter') finish(() => onCommit(value, 'down'))
    else if (event.key === 'Tab') finish(() => onCommit(value, event.shiftKey ? 'left' : 'right'))
    else if (event.key === 'Escape') finish(onCancel)
    else return
    event.preventDefault()
  }
  return (
    <input ref={box} className="grid-editor" aria-label={label} value={value} spellCheck={false}
      onChange={(event) => setValue(event.target.value)} onKeyDown={onKeyDown} onBlur={() => finish(() => onCommit(value, 'stay'))} />
  )
}
