import type { ReactNode } from 'react'

/** A titled list that scrolls by itself; `none` in its place while it is empty. */
export function ListPanel({ title, none, children }: { readonly title: string; readonly none: string; readonly children: readonly ReactNode[] }) {
  return (
    <section className="list-panel" aria-label={title}>
      <h2>{title}</h2>
      {children.length === 0 ? <p className="list-none faint">{none}</p> : <ul tabIndex={0}>{children}</ul>}
    </section>
  )
}
