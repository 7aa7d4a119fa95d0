import { ProgressBar } from 'react-aria-components'

/** A thin moving line for waits of unknown length; holds its place when nothing is waited for, so that nothing jumps. */
export function ProgressLine({ label }: { readonly label: string | null }) {
  return (
    <div className="progress-line">
      {label === null ? null : <ProgressBar isIndeterminate aria-label={label} className="progress-moving" />}
      <span className="sr-only" role="status">{label ?? ''}</span>
    </div>
  )
}
