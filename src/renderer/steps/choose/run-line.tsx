import { useComfort } from '../../app/comfort.ts'
import { formatCount, formatWhen } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import type { RunSummary } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { ForgetRun } from './forget-run.tsx'
import { GiveUp } from '../give-up.tsx'

const w = words.choose

export function RunLine({ run }: { readonly run: RunSummary }) {
  const isOver = run.state === 'interrupted' || run.state === 'stopped'
  return (
    <tr>
      <th scope="row">{run.file}</th>
      <td className="is-whole">{formatWhen(run.startedAt)}</td>
      <td>{run.target}</td>
      <td>{run.user}</td>
      <td className="is-number">{w.createdOf(formatCount(run.created), formatCount(run.customers))}</td>
      <td>
        <span className={`chip is-${run.state}`}>{words.runStates[run.state]}</span>
        {run.sender === null ? null : <span className="faint run-note">{w.senders[run.sender]}</span>}
        {isOver && !run.resumable ? <span className="faint run-note">{w.practiceGone}</span> : null}
      </td>
      <td><div className="table-actions"><RunActions run={run} isOver={isOver} /></div></td>
    </tr>
  )
}

function RunActions({ run, isOver }: { readonly run: RunSummary; readonly isOver: boolean }) {
  const { wizard, act } = useSession()
  // Known by its name alone: the journal does not keep where a file was. The dry run says what has changed in it since.
  const again = useComfort().recent.find(({ name, isThere }) => isThere && name === run.file)
  const isBusy = wizard.busy !== null
  return (
    <>
      {run.sender === 'here' ? <Button size="small" isDisabled={isBusy} aria-label={`${w.watch} ${run.file}`} onPress={() => act.watch(run)}>{w.watch}</Button> : null}
      {run.sender === null || run.sender === 'here' ? null : <Button size="small" isDisabled={isBusy} aria-label={`${w.stop} ${run.file}`} onPress={() => void act.stopElsewhere(run)}>{w.stop}</Button>}
      {run.resumable ? <Button size="small" isDisabled={isBusy} aria-label={`${w.resume} ${run.file}`} onPress={() => void act.resume(run)}>{w.resume}</Button> : null}
      {isOver ? <GiveUp run={run} size="small" /> : null}
      {again === undefined || run.sender !== null ? null : <Button size="small" look="quiet" isDisabled={isBusy} aria-label={`${w.again} ${run.file}`} onPress={() => void act.openRecent(again.id)}>{w.again}</Button>}
      <Button size="small" look="quiet" isDisabled={isBusy} aria-label={`${w.report} ${run.file}`} onPress={() => act.openReport(run)}>{w.report}</Button>
      {run.state === 'finished' || run.state === 'closed' ? <ForgetRun run={run} /> : null}
    </>
  )
}
