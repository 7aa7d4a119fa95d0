import { formatCount } from '../../app/format.ts'
import type { RunProgress } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { stillLeft } from './run-share.ts'

const shown = ['created', 'existing', 'rejected', 'incomplete', 'unknown', 'duplicate', 'checking', 'left'] as const
const always: readonly string[] = ['created', 'existing', 'rejected', 'checking', 'left']

export function RunCounts({ progress }: { readonly progress: RunProgress | null }) {
  const counts = progress === null ? null : { ...progress, left: stillLeft(progress) }
  return (
    <dl className="figures is-big" aria-label={words.import.customers}>
      {shown.filter((name) => always.includes(name) || (counts?.[name] ?? 0) > 0).map((name) => (
        <div key={name}><dt><span className={`ledger-key tone-${name}`} aria-hidden />{words.import[name]}</dt><dd>{formatCount(counts?.[name] ?? 0)}</dd></div>
      ))}
    </dl>
  )
}
