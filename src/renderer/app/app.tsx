import { useState } from 'react'
import { ChooseFile } from '../steps/choose/choose-file.tsx'
import { CheckSource } from '../steps/check/check-source.tsx'
import { MatchColumns } from '../steps/match/match-columns.tsx'
import { ReviewData } from '../steps/review/review-data.tsx'
import { PlanRun } from '../steps/plan/plan-run.tsx'
import { ImportRun } from '../steps/import/import-run.tsx'
import { ReadReport } from '../steps/report/read-report.tsx'
import { ProgressLine } from '../ui/progress-line.tsx'
import type { Wizard } from '../wizard/wizard-state.ts'
import type { AppClient } from './client.ts'
import { DropWindow } from './drop-window.tsx'
import { Header } from './header.tsx'
import { ProblemBanner } from './problem-banner.tsx'
import { SessionContext } from './session.ts'
import { Stepper } from './stepper.tsx'
import { TargetDialog } from './target-dialog.tsx'
import { useTitle } from './use-title.ts'
import { useWizard } from './use-wizard.ts'
import { words } from './wording.ts'

export function App({ client }: { readonly client: AppClient }) {
  const session = useWizard(client)
  const [isTargetOpen, setTargetOpen] = useState(false)
  const { wizard } = session
  useTitle(words.stepTitles[wizard.step.kind])
  return (
    <SessionContext value={session}>
      <DropWindow>
        <div className="frame">
          <Header onTarget={() => setTargetOpen(true)} />
          <Stepper />
          <ProgressLine label={wizard.busy === null ? null : words.busy[wizard.busy]} />
          {wizard.problem === null || isTargetOpen ? null : <ProblemBanner problem={wizard.problem} />}
          <main className="content" key={contentKey(wizard)}><CurrentStep wizard={wizard} /></main>
        </div>
      </DropWindow>
      <TargetDialog isOpen={isTargetOpen} onClose={() => setTargetOpen(false)} />
    </SessionContext>
  )
}

// Another step, or another file, is another page: nothing of the old one (scroll, open lists) is kept.
function contentKey({ step }: Wizard): string {
  return 'work' in step ? `${step.kind}:${step.work.source.sourceId}` : step.kind
}

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
