import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { formatCount } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import type { Step } from '../../wizard/wizard-state.ts'
import { BackButton } from '../back-button.tsx'
import { StepPage } from '../step-page.tsx'
import { FileFacts } from './file-facts.tsx'
import { ReadingQuestions } from './reading-questions.tsx'
import { TablePreview } from './table-preview.tsx'

const w = words.check

/** What was read, how surely, and everything that can be decided otherwise. Nothing goes on before all questions are answered. */
export function CheckSource({ step }: { readonly step: Extract<Step, { kind: 'check' }> }) {
  const { wizard, act } = useSession()
  const [file, setFile] = useState(0)
  const { source } = step.work
  const isReading = source.state === 'reading'
  const note = isReading && source.progress !== null
    ? w.reading(formatCount(source.progress.rows), Math.floor(source.progress.share * 100))
    : source.questions.length > 0 ? w.toDecide(source.questions.length) : null
  return (
    <StepPage title={words.stepTitles.check} isFilled back={<BackButton />} note={note}
      next={<Button look="primary" isDisabled={wizard.busy !== null || isReading || source.questions.length > 0} onPress={() => void act.readMapping()} iconAtEnd icon={<ArrowRight className="icon" aria-hidden />}>{w.next}</Button>}>
      <div className="check">
        <FileFacts work={step.work} file={Math.min(file, source.files.length - 1)} onFile={setFile} />
        <div className={`check-main${source.questions.length > 0 ? ' has-questions' : ''}`}>
          {source.questions.length > 0 ? <ReadingQuestions source={source} /> : null}
          <TablePreview source={source} version={wizard.version} />
        </div>
      </div>
    </StepPage>
  )
}
