import { useEffect, useRef, type RefObject } from 'react'
import type { Cursor } from './move-cursor.ts'

const stepEveryMs = 50

/** The cell that an element is part of. */
export function placeOf(target: EventTarget | null): Cursor | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
}

/** Selecting with the mouse held down; beyond the edge the grid scrolls on. Answers how a drag is begun. */
export function useDragSelect(scroller: RefObject<HTMLElement | null>, extendTo: (place: Cursor) => void): () => void {
  const latest = useRef(extendTo)
  useEffect(() => { latest.current = extendTo })
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => () => stop.current(), [])
  return () => {
    stop.current()
    let at = { x: 0, y: 0 }
    const look = (): void => {
      const box = scroller.current?.getBoundingClientRect()
      if (box === undefined) return
      const inside = { x: Math.max(box.left + 2, Math.min(box.right - 20, at.x)), y: Math.max(box.top + 2, Math.min(box.bottom - 20, at.y)) }
      const place = placeOf(document.elementFromPoint(inside.x, inside.y))
      if (place !== null) latest.current(place)
    }
    const move = (event: MouseEvent): void => {
      if (event.buttons === 0) return stop.current()
      at = { x: event.clientX, y: event.clientY }
      look()
    }
    const timer = setInterval(() => {
      const box = scroller.current?.getBoundingClientRect()
      if (box === undefined || (at.x === 0 && at.y === 0)) return
      const by = (now: number, first: number, last: number): number => (now < first ? -60 : now > last ? 60 : 0)
      const [left, top] = [by(at.x, box.left, box.right), by(at.y, box.top, box.bottom)]
      if (left === 0 && top === 0) return
      scroller.current?.scrollBy({ left, top })
      look()
    }, stepEveryMs)
    stop.current = () => {
      clearInterval(timer)
      window.removeEventListener('mousemove', move)
      window.removeEventListener('mouseup', stop.current)
      stop.current = () => undefined
    }
    window.addEventListener('mousemove', move)
    window.addEventListener('mouseup', stop.current)
  }
}
