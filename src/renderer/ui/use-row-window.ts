import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { offsetFor, seenLines, type Lines } from './row-window.ts'

/** `first` and `last` are on the screen. */
export interface RowWindow extends Lines {
  /** For the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly scrollTo: (index: number, align: 'auto' | 'center') => void
}

export interface RowWindowInput {
  readonly count: number
  readonly lineHeight: number
  /** Height of what stands still above the lines. */
  readonly headHeight: number
}

/**
 * Which lines of a long list are on the screen, all of one height. A general virtualizer measures every line anew whenever there are more of
 * them: with a million that takes 50 ms, several times a second while a file is read.
 */
export function useRowWindow({ count, lineHeight, headHeight }: RowWindowInput): RowWindow {
  const scroller = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState<Lines>({ first: 0, last: 0 })
  const latest = useRef({ lineHeight, headHeight })
  useLayoutEffect(() => { latest.current = { lineHeight, headHeight } })
  const viewOf = useCallback((box: HTMLDivElement) => ({
    offset: box.scrollTop, height: box.clientHeight - latest.current.headHeight, lineHeight: latest.current.lineHeight,
  }), [])
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    const look = (): void => setSeen((before) => {
      const now = seenLines(viewOf(box))
      return now.first === before.first && now.last === before.last ? before : now
    })
    const watch = new ResizeObserver(look)
    look()
    watch.observe(box)
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [viewOf])
  const scrollTo = useCallback((index: number, align: 'auto' | 'center') => {
    const box = scroller.current
    if (box !== null) box.scrollTo({ top: offsetFor(index, align, viewOf(box)) })
  }, [viewOf])
  const last = Math.max(0, Math.min(seen.last, count - 1))
  return { scroller, first: Math.min(seen.first, last), last, scrollTo }
}
