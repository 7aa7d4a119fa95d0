import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { moveCursor } from './grid/move-cursor.ts'
import { shownLines } from './row-window.ts'
import { useRowWindow } from './use-row-window.ts'

interface VirtualListProps {
  readonly label: string
  readonly count: number
  readonly lineHeight: number
  readonly selected: number | null
  readonly onPick: (index: number) => void
  readonly onShow: (first: number, last: number) => void
  readonly children: (index: number) => ReactNode
  readonly empty: ReactNode
}

/** A list of any length with one tab stop: arrows move, Enter or a click picks. */
export function VirtualList(props: VirtualListProps) {
  const { count, lineHeight, onShow, onPick } = props
  const [active, setActive] = useState(0)
  const [seen, setSeen] = useState(props.selected)
  if (seen !== props.selected) {
    setSeen(props.selected)
    if (props.selected !== null) setActive(props.selected)
  }
  const follow = useRef(false)
  const { scroller, first, last, scrollTo } = useRowWindow({ count, lineHeight, headHeight: 0 })
  const shown = shownLines({ first, last }, { count, overscan: 4, kept: -1 })
  useEffect(() => onShow(first, last), [first, last, onShow])
  useEffect(() => {
    if (!follow.current) return
    scrollTo(active, 'auto')
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true }))
  }, [active, scrollTo, scroller])

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moveCursor({ row: active, column: 0 }, { key: event.key, ctrl: event.ctrlKey || event.key === 'Home' || event.key === 'End' }, { rows: count, columns: 1, rowsPerPage: 8 })
    if (next !== null) {
      follow.current = true
      setActive(next.row)
    } else if (event.key === 'Enter' || event.key === ' ') onPick(active)
    else return
    event.preventDefault()
  }
  // The one tab stop must exist: when the active line is scrolled away, the first one shown takes its place.
  const stop = shown.includes(active) ? active : shown[0]
  return (
    <div ref={scroller} className="vlist">
      {count === 0
        ? <div className="vlist-empty">{props.empty}</div>
        : <div role="listbox" aria-label={props.label} className="vlist-body" style={{ height: count * lineHeight }} onKeyDown={onKeyDown}>
            {shown.map((line) => (
              <div key={line} role="option" aria-selected={line === props.selected} aria-setsize={count} aria-posinset={line + 1}
                tabIndex={line === stop ? 0 : -1} data-active={line === active ? '' : undefined} className="vlist-line"
                style={{ transform: `translateY(${line * lineHeight}px)`, height: lineHeight }} onClick={() => { setActive(line); onPick(line) }}>
                {props.children(line)}
              </div>
            ))}
          </div>}
    </div>
  )
}
