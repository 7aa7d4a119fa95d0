import { FlaskConical, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { ProgressBar } from 'react-aria-components'
import { formatDuration, formatRate } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import type { RunProgress } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'
import { ListPanel } from '../../ui/list-panel.tsx'
import type { Step } from '../../wizard/wizard-state.ts'
import { StepPage } from '../step-page.tsx'
import { BeingChecked } from './being-checked.tsx'
import { RunControls } from './run-controls.tsx'
import { RunCounts } from './run-counts.tsx'
import { percentDone, stillLeft } from './run-share.ts'

const w = words.import

export function ImportRun({ step }: { readonly step: Extract<Step, { kind: 'import' }> }) {
  const { act, wizard } = useSession()
  const [isAsking, setAsking] = useState(false)
  const { progress, notices } = step
  const percent = progress === null ? 0 : percentDone(progress)
  const isStopping = progress?.state === 'stopping'
  const title = progress === null ? w.starting : w.title[progress.state]
  const cancel = (): void => {
    setAsking(false)
    void act.cancel()
  }
  return (
    <StepPage title={title} isFilled back={isStopping ? null : <Button onPress={() => setAsking(true)}>{w.cancel}</Button>} next={<RunControls progress={progress} />}>
      <div className="import">
        <ProgressBar className="big-progress" aria-label={title} value={percent} valueLabel={w.progress(percent)}>
          <div className="big-track">{progress === null ? null : <Shares progress={progress} />}</div>
          <div className="big-line"><b>{percent}%</b>{progress === null ? null : <span className="phase" role="status" aria-label={w.phase}>{progress.state === 'paused' ? w.pausedPhase : progress.phase}</span>}<span className="big-rate">{progress === null ? '' : rateLine(progress)}</span></div>
        </ProgressBar>
        {/* Told every ten percent, not at every step: a screen reader would never be silent. */}
        <p className="sr-only" role="status">{w.progress(Math.floor(percent / 10) * 10)}</p>
        <p className={`waiting${progress === null || progress.waiting === null ? ' is-quiet' : ''}`}>
          <span role="status">{progress?.waiting ?? (isStopping ? w.stopping : w.safe)}</span>
          {/* Beside what is read out: it changes every second. */}
          {progress === null || progress.waitingSeconds === null ? null : <span className="waiting-left">{w.waitLeft(formatDuration(progress.waitingSeconds))}</span>}
        </p>
        {wizard.target?.difficult === true ? <p className="notice"><FlaskConical className="icon" aria-hidden />{words.target.difficultOn}</p> : null}
        {notices.length === 0 ? null : <section className="notices" aria-label={w.notices}>{notices.map((line) => <p key={line} className="notice"><TriangleAlert className="icon" aria-hidden />{line}</p>)}</section>}
        <RunCounts progress={progress} />
        <div className="import-lists">
          <BeingChecked progress={progress} />
          <ListPanel title={w.problems} none={w.noProblems}>{(progress?.lastProblems ?? []).map((line, index) => <li key={`${index}:${line}`}>{line}</li>)}</ListPanel>
        </div>
      </div>
      <AskFirst title={w.cancelTitle} isOpen={isAsking} no={w.cancelNo} onNo={() => setAsking(false)} yes={w.cancelYes} onYes={cancel}>
        <p>{w.cancelText}</p>
      </AskFirst>
    </StepPage>
  )
}

/** What goes out and how long it will take; while nothing goes on, how many are left. */
function rateLine(progress: RunProgress): string {
  const { state, ratePerSecond, slowedTo, etaSeconds } = progress
  if (state === 'paused') return w.leftOver(stillLeft(progress))
  const rate = `${formatRate(ratePerSecond)} ${w.rate}${slowedTo === null ? '' : w.slowed(formatRate(slowedTo))}`
  return state === 'running' && etaSeconds !== null ? `${rate} · ${formatDuration(etaSeconds)} ${w.eta}` : rate
}

function Shares({ progress }: { readonly progress: RunProgress }) {
  const parts = [['created', progress.created], ['existing', progress.existing], ['rejected', progress.rejected], ['incomplete', progress.incomplete], ['unknown', progress.unknown], ['duplicate', progress.duplicate], ['checking', progress.checking], ['left', stillLeft(progress)]] as const
  return parts.filter(([, count]) => count > 0).map(([name, count]) => <span key={name} className={`ledger-part tone-${name}`} style={{ flexGrow: count }} />)
}
