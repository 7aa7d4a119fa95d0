import { useSession } from '../../app/session.ts'
import type { RunSummary } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { RunLine } from './run-line.tsx'
import type { KnownRuns } from './use-runs.ts'

const w = words.choose

/** Runs that came to an end; those that did not stand apart, above. */
export function EarlierRuns({ known: { runs, failure } }: { readonly known: KnownRuns }) {
  const { problem } = useSession().wizard
  const ended = runs?.filter(hasEnded) ?? []
  // A journal that cannot be opened is the answer to everything that is asked: it is said once, above, as long as it stands there.
  const why = failure !== null && failure === problem?.message ? w.runsUnread : failure
  return (
    <section className="runs" aria-label={w.runs}>
      <h2>{w.runs}</h2>
      {ended.length === 0 ? <p className="faint runs-empty">{why ?? (runs === null ? words.busy.loading : w.noRuns)}</p> : <RunTable runs={ended} />}
    </section>
  )
}

/** What an operator has to see first: an import that is going on, or was interrupted. */
export function UnfinishedRuns({ known: { runs } }: { readonly known: KnownRuns }) {
  const unfinished = runs?.filter((run) => !hasEnded(run)) ?? []
  if (unfinished.length === 0) return null
  return (
    <section className="runs is-apart" aria-label={w.unfinished}>
      <h2>{w.unfinished}</h2>
      <RunTable runs={unfinished} />
    </section>
  )
}

function hasEnded({ state }: RunSummary): boolean {
  return state === 'finished' || state === 'closed'
}

function RunTable({ runs }: { readonly runs: readonly RunSummary[] }) {
  const { columns } = w
  return (
    <table className="table">
      <thead>
        <tr>
          {(['file', 'started', 'into', 'by'] as const).map((name) => <th key={name} scope="col">{columns[name]}</th>)}
          <th scope="col" className="is-number">{columns.created}</th><th scope="col">{columns.state}</th><th scope="col"><span className="sr-only">{columns.actions}</span></th>
        </tr>
      </thead>
      <tbody>{runs.map((run) => <RunLine key={run.runId} run={run} />)}</tbody>
    </table>
  )
}
