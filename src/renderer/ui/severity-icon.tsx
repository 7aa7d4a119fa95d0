import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { Severity } from '../app/views.ts'
import { words } from '../app/wording.ts'

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info } as const

/** Severity by shape, colour and word. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const Icon = icons[severity]
  return <span className={`severity is-${severity}`}><Icon className="icon" aria-hidden /><span className="sr-only">{words.severities[severity]}: </span></span>
}
