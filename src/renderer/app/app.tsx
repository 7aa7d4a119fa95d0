import { memo, useCallback, useMemo, useState } from 'react'
import { ChooseFile } from '../steps/choose/choose-file.tsx'
import { CheckSource } from '../steps/check/check-source.tsx'
import { MatchColumns } from '../steps/match/match-columns.tsx'
import { ReviewData } from '../steps/review/review-data.tsx'
import { PlanRun } from '../steps/plan/plan-run.tsx'
import { ImportRun } from '../steps/import/import-run.tsx'
import { ReadReport } from '../steps/report/read-report.tsx'
import { ProgressLine } from '../ui/progress-line.tsx'
import type { Wizard } from '../wizard/wizard-state.ts'
import { ArrivingFiles } from './arriving-files.tsx'
import type { AppClient } from './client.ts'
import { DropWindow } from './drop-window.tsx'
import { ComfortContext, useMakeComfort, type FirstComfort } from './comfort.ts'
import { Header } from './header.tsx'
import { ProblemBanner } from './problem-banner.tsx'
import { SessionContext, ToolsContext, type Session } from './session.ts'
import { Stepper } from './stepper.tsx'
import { TargetDialog } from './target-dialog.tsx'
import { TourHint } from './tour-hint.tsx'
import { pageKey, useDrawn } from './use-drawn.ts'
import { useTitle } from './use-title.ts'
import { useWizard } from './use-wizard.ts'
import { words } from './wording.ts'

export function App({ client, first }: { readonly client: AppClient; readonly first: FirstComfort }) {
  const session = useDrawn(useWizard(client))
  const comfort = useMakeComfort(client, first, session.wizard)
  const [isTargetOpen, setTargetOpen] = useState(false)
  const openTarget = useCallback(() => setTargetOpen(true), [])
  const closeTarget = useCallback(() => setTargetOpen(false), [])
  return <ComfortContext value={comfort}><Frame session={session} isTargetOpen={isTargetOpen} onTarget={openTarget} onClose={closeTarget} /></ComfortContext>
}

interface FrameProps {
  readonly session: Session
  readonly isTargetOpen: boolean
  readonly onTarget: () => void
  readonly onClose: () => void
}

const Frame = memo(function Frame({ session, isTargetOpen, onTarget, onClose }: FrameProps) {
  const { wizard, act, client } = session
  const tools = useMemo(() => ({ act, client }), [act, client])
  useTitle(words.stepTitles[wizard.step.kind])
  return (
    <SessionContext value={session}>
      <ToolsContext value={tools}>
        <ArrivingFiles><DropWindow>
          <div className="frame">
            <Header onTarget={onTarget} />
            <Stepper />
            <ProgressLine label={wizard.busy === null ? null : words.busy[wizard.busy]} />
            {wizard.problem === null || isTargetOpen ? null : <ProblemBanner problem={wizard.problem} />}
            <TourHint />
            <main className="content" key={pageKey(wizard)}><CurrentStep wizard={wizard} /></main>
          </div>
        </DropWindow></ArrivingFiles>
        <TargetDialog isOpen={isTargetOpen} onClose={onClose} />
      </ToolsContext>
    </SessionContext>
  )
})

function CurrentStep({ wizard }: { readonly wizard: Wizard }) {
  const { step } = wizard
  switch (step.kind) {
    case 'choose': return <ChooseFile />
    case 'check': return <CheckSource step={step} />
    case 'match': return <MatchColumns step={step} />
    case 'review': return <ReviewData step={step} />
    case 'plan': return <PlanRun step={step} />
    case 'import': return <ImportRun step={step} />
    case 'report': return <ReadReport step={step} />
  }
}
