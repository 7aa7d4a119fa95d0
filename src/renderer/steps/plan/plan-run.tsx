import { Play } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../../app/session.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { TextBox } from '../../ui/text-box.tsx'
import type { Step } from '../../wizard/wizard-state.ts'
import { BackButton } from '../back-button.tsx'
import { StepPage } from '../step-page.tsx'
import { BeforePlan } from './before-plan.tsx'
import { isConfirmed } from './confirm.ts'
import { PlanChoices } from './plan-choices.tsx'
import { PlanView } from './plan-view.tsx'

const w = words.plan

export function PlanRun({ step }: { readonly step: Extract<Step, { kind: 'plan' }> }) {
  const { wizard, act } = useSession()
  const { dryRun } = step
  // Kept with the plan it was typed for: another plan asks for another number.
  const [confirmation, setConfirmation] = useState({ hash: '', text: '' })
  const hash = dryRun?.planHash ?? ''
  const typed = confirmation.hash === hash ? confirmation.text : ''
  const ready = dryRun?.counts.customersReady ?? 0
  const isLive = wizard.target?.kind === 'live'
  const isBusy = wizard.busy !== null
  const mayStart = dryRun !== null && ready > 0 && !isBusy && (!isLive || isConfirmed(typed, ready))
  const start = (): void => { if (mayStart) void act.start(isLive ? typed.trim() : null) }
  return (
    <StepPage title={words.stepTitles.plan} isFilled back={<BackButton />} note={dryRun !== null && ready === 0 ? w.nothing : ''}
      next={<>
        {dryRun !== null && ready > 0 && isLive ? <div className="confirm"><TextBox label={w.confirm(ready)} value={typed} onChange={(text) => setConfirmation({ hash, text })} onEnter={start} /></div> : null}
        {dryRun === null
          ? <Button look="primary" isDisabled={isBusy} icon={<Play className="icon" aria-hidden />} onPress={() => void act.dryRun()}>{w.run}</Button>
          : <Button look={isLive ? 'danger' : 'primary'} isDisabled={!mayStart} onPress={start}>{w.import(ready)}</Button>}
      </>}>
      <div className="plan">
        <PlanChoices choice={step.choice} isDone={dryRun !== null} />
        {dryRun === null || wizard.busy === 'planning'
          ? <BeforePlan sourceId={step.work.source.sourceId} counts={step.review.counts} />
          : <PlanView sourceId={step.work.source.sourceId} dryRun={dryRun} />}
      </div>
    </StepPage>
  )
}
