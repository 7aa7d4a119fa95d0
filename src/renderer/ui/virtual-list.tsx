import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { moveCursor } from './grid/move-cursor.ts'

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
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const [seen, setSeen] = useState(props.selected)
  if (seen !== props.selected) {
    setSeen(props.selected)
    if (props.selected !== null) setActive(props.selected)
  }
  const follow = useRef(false)
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer is read while drawing, which is what it is for
  const lines = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => lineHeight, overscan: 4, useFlushSync: false })
  const first = lines.range?.startIndex ?? 0
  const last = lines.range?.endIndex ?? 0
  useEffect(() => onShow(first, last), [first, last, onShow])
  useEffect(() => {
    if (!follow.current) return
    lines.scrollToIndex(active, { align: 'auto' })
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true }))
  }, [active, lines])

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moveCursor({ row: active, column: 0 }, { key: event.key, ctrl: event.ctrlKey || event.key === 'Home' || event.key === 'End' }, { rows: count, columns: 1, rowsPerPage: 8 })
    if (next !== null) {
      follow.current = true
      setActive(next.row)
    } else if (event.key === 'Enter' || event.key === ' ') onPick(active)
    else return
    event.preventDefault()
  }
  const shown = lines.getVirtualItems()
  // The one tab stop must exist: when the active line is scrolled away, the first one shown takes its place.
  const stop = shown.some((line) => line.index === active) ? active : shown[0]?.index
  return (
    <div ref={scroller} className="vlist">
      {count === 0
        ? <div className="vlist-empty">{props.empty}</div>
        : <div role="listbox" aria-label={props.label} className="vlist-body" style={{ height: lines.getTotalSize() }} onKeyDown={onKeyDown}>
            {shown.map((line) => (
              <div key={line.index} role="option" aria-selected={line.index === props.selected} aria-setsize={count} aria-posinset={line.index + 1}
                tabIndex={line.index === stop ? 0 : -1} data-active={line.index === active ? '' : undefined} className="vlist-line"
                style={{ transform: `translateY(${line.start}px)`, height: lineHeight }} onClick={() => { setActive(line.index); onPick(line.index) }}>
                {props.children(line.index)}
              </div>
            ))}
          </div>}
    </div>
  )
}
