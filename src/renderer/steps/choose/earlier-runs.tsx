import { useEffect, useState } from 'react'
import { formatCount, formatWhen } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import type { RunSummary } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'

const w = words.choose

export function EarlierRuns() {
  const { client } = useSession()
  const [runs, setRuns] = useState<readonly RunSummary[] | null>(null)
  useEffect(() => {
    void client.run.list({}).then((answer) => setRuns(answer.ok ? answer.value.runs : []))
  }, [client])
  return (
    <section className="runs" aria-label={w.runs}>
      <h2>{w.runs}</h2>
      {runs === null || runs.length === 0
        ? <p className="faint runs-empty">{runs === null ? words.busy.loading : w.noRuns}</p>
        : <table className="table">
            <thead><tr><th scope="col">File</th><th scope="col">Started</th><th scope="col">Into</th><th scope="col">By</th><th scope="col" className="is-number">Created</th><th scope="col">State</th><th scope="col"><span className="sr-only">Actions</span></th></tr></thead>
            <tbody>{runs.map((run) => <RunLine key={run.runId} run={run} />)}</tbody>
          </table>}
    </section>
  )
}

function RunLine({ run }: { readonly run: RunSummary }) {
  const { wizard, act } = useSession()
  const isBusy = wizard.busy !== null
  return (
    <tr>
      <th scope="row">{run.file}</th>
      <td>{formatWhen(run.startedAt)}</td>
      <td>{run.target}</td>
      <td>{run.user}</td>
      <td className="is-number">{formatCount(run.created)} of {formatCount(run.customers)}</td>
      <td><span className={`chip is-${run.state}`}>{words.runStates[run.state]}</span></td>
      <td><div className="table-actions">
        {run.resumable ? <Button size="small" isDisabled={isBusy} aria-label={`${w.resume} ${run.file}`} onPress={() => void act.resume(run)}>{w.resume}</Button> : null}
        <Button size="small" look="quiet" isDisabled={isBusy} aria-label={`${w.report} ${run.file}`} onPress={() => act.openReport(run)}>{w.report}</Button>
      </div></td>
    </tr>
  )
}
