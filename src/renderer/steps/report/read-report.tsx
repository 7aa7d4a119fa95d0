import { CircleCheck, Download, FilePenLine, Hourglass, OctagonAlert, RotateCcw, ShieldCheck, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { unfinishedBuckets } from '#core/model/report.ts'
import { formatSpan } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import type { ReportView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { LedgerBar } from '../../ui/ledger-bar.tsx'
import type { Step } from '../../wizard/wizard-state.ts'
import { GiveUp } from '../give-up.tsx'
import { reportParts } from '../ledger-parts.ts'
import { StepPage } from '../step-page.tsx'
import { OutcomeChart } from './outcome-chart.tsx'
import { outcomeOf, type Outcome } from './outcome.ts'
import { ReportLines } from './report-lines.tsx'

const w = words.report
const icons: Readonly<Record<Outcome, typeof CircleCheck>> = {
  done: CircleCheck, held: TriangleAlert, partly: TriangleAlert, cancelled: TriangleAlert, closed: TriangleAlert, stopped: OctagonAlert, interrupted: OctagonAlert, running: Hourglass,
}

export function ReadReport({ step }: { readonly step: Extract<Step, { kind: 'report' }> }) {
  const { wizard, act, client } = useSession()
  const [report, setReport] = useState<ReportView | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [saved, setSaved] = useState<'result' | 'fix' | null>(null)
  const { run, end } = step
  // Which server is at hand decides whether a practice run can be resumed.
  const { target } = wizard
  useEffect(() => {
    void client.report.read({ runId: run.runId }).then((answer) => {
      if (answer.ok) setReport(answer.value)
      else setFailure(answer.failure.message)
    })
  }, [client, run.runId, target])
  const isBusy = wizard.busy !== null
  const save = async (what: 'result' | 'fix'): Promise<void> => {
    if (await act.saveReport(run, what)) setSaved(what)
  }
  const hasUnfinished = report !== null && unfinishedBuckets.some((bucket) => report.rowsByBucket[bucket] > 0)
  return (
    <StepPage title={words.stepTitles.report} isFilled aside={report === null ? null : <p className="faint">{w.facts(report.target, formatSpan(report.startedAt, report.finishedAt))}</p>}
      back={<Button isDisabled={isBusy} onPress={act.startOver}>{w.again}</Button>} note={saved === null ? '' : saved === 'fix' ? w.savedFix : w.saved}
      next={<>
        {report !== null && (report.state === 'stopped' || report.state === 'interrupted') ? <GiveUp run={report} /> : null}
        {report?.resumable === true ? <Button isDisabled={isBusy} icon={<RotateCcw className="icon" aria-hidden />} onPress={() => void act.resume(run)}>{w.resume}</Button> : null}
        {hasUnfinished ? <Button isDisabled={isBusy} icon={<FilePenLine className="icon" aria-hidden />} onPress={() => void save('fix')}>{w.saveFix}</Button> : null}
        <Button look="primary" isDisabled={isBusy || report === null} icon={<Download className="icon" aria-hidden />} onPress={() => void save('result')}>{w.save}</Button>
      </>}>
      {failure === null ? null : <p className="banner is-error" role="alert">{failure}</p>}
      {report === null ? <p className="faint">{failure === null ? words.busy.loading : ''}</p> : <Outcomes report={report} stopReason={end?.failure ?? null} state={end?.state ?? report.state} />}
      {report === null ? null : <ReportLines report={report} />}
    </StepPage>
  )
}

interface OutcomesProps {
  readonly report: ReportView
  readonly stopReason: string | null
  readonly state: Parameters<typeof outcomeOf>[1]
}

/** What stands on the server in the end, which only the server can tell. */
function FinalLook({ look }: { readonly look: NonNullable<ReportView['finalLook']> }) {
  const Icon = look.isClean ? ShieldCheck : TriangleAlert
  return (
    <section className={`final-look ${look.isClean ? 'is-clean' : 'is-wrong'}`} aria-label={w.finalLook}>
      <Icon className="icon" aria-hidden />
      <p><b>{w.finalLook}.</b> {look.says.join(' ')}</p>
    </section>
  )
}

function Outcomes({ report, stopReason, state }: OutcomesProps) {
  const outcome = outcomeOf(report, state)
  const Icon = icons[outcome]
  return (
    <div className="outcome">
      <p className={`outcome-line is-${outcome}`}><Icon className="icon" aria-hidden /><b>{w.outcome[outcome]}</b>{stopReason === null ? null : <span>{stopReason}</span>}{report.rowsByBucket.held === 0 ? null : <span>{w.heldBack(report.customers.held, report.rowsByBucket.held)}</span>}</p>
      <LedgerBar whole={w.rows} total={report.rows} parts={reportParts(report)} />
      {report.sumsAgree ? null : <p className="wrong"><b>{w.sumsWrong}</b></p>}
      <div className="outcome-facts">
        <OutcomeChart customers={report.customers} />
        {report.finalLook === null ? null : <FinalLook look={report.finalLook} />}
      </div>
    </div>
  )
}
