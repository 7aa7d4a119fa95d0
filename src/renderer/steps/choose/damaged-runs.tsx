import { formatWhen } from '../../app/format.ts'
import type { DamagedRun } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { ForgetRun } from './forget-run.tsx'

const w = words.choose

/** Runs of which the journal holds what nobody can read: what is wrong with each, and what can be done. All others are listed as ever. */
export function DamagedRuns({ damaged }: { readonly damaged: readonly DamagedRun[] }) {
  if (damaged.length === 0) return null
  return (
    <section className="runs is-apart is-damaged" aria-label={w.damaged}>
      <h2>{w.damaged}</h2>
      <ul>
        {damaged.map((run) => (
          <li key={run.runId}>
            <p><b>{run.file}</b>{run.startedAt === null ? null : <span className="faint">{w.damagedStarted(formatWhen(run.startedAt))}</span>}</p>
            <p>{run.says}</p>
            {run.hasEnded ? <ForgetRun run={run} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
