import { useEffect, useRef, type ReactNode } from 'react'

interface StepPageProps {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
  /** Left and right of the bar at the bottom. */
  readonly back?: ReactNode
  readonly note?: ReactNode
  readonly next?: ReactNode
  /** The page fills the window and scrolls inside (grids) instead of as a whole. */
  readonly isFilled?: boolean
}

/** The frame of every step: title, content, one bar with the ways back and on. The bar never moves. */
export function StepPage({ title, aside, children, back, note, next, isFilled = false }: StepPageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // A new step is announced and the keyboard starts at its title.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className={`page${isFilled ? ' is-filled' : ''}`}>
      <div className="page-scroll">
        <div className="page-head">
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {aside}
        </div>
        {children}
      </div>
      {back === undefined && next === undefined
        ? null
        : <div className="page-bar">{back}<span className="page-note" role="status">{note}</span>{next}</div>}
    </div>
  )
}
