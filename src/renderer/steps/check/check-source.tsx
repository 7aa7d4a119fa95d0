import { ArrowRight } from 'lucide-react'
import { formatCount, formatSize } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import type { Step } from '../../wizard/wizard-state.ts'
import { BackButton } from '../back-button.tsx'
import { StepPage } from '../step-page.tsx'
import { FirstRows } from './first-rows.tsx'
import { ReadingChoice } from './reading-choice.tsx'

const w = words.check

export function CheckSource({ step }: { readonly step: Extract<Step, { kind: 'check' }> }) {
  const { wizard, act } = useSession()
  const { source } = step.work
  const { reading } = source
  return (
    <StepPage title={words.stepTitles.check} isFilled back={<BackButton />}
      next={<Button look="primary" isDisabled={wizard.busy !== null} onPress={() => void act.readMapping()} iconAtEnd icon={<ArrowRight className="icon" aria-hidden />}>{w.next}</Button>}>
      <div className="check">
        <section className="check-facts" aria-label={w.facts}>
          <dl className="facts">
            <div><dt>{w.file}</dt><dd>{source.file}</dd></div>
            <div><dt>{w.size}</dt><dd>{formatSize(source.sizeBytes)}</dd></div>
            {source.tables.map((table, index) => (
              <div key={index}><dt>{table.sheet ?? w.rows}</dt><dd>{formatCount(table.rows)} {w.rows.toLowerCase()} × {formatCount(table.columns)} {w.columns.toLowerCase()}</dd></div>
            ))}
          </dl>
          <ReadingChoice work={step.work} />
          {reading.evidence.length === 0
            ? null
            : <><h2>{w.evidence}</h2><ul className="evidence">{reading.evidence.map((line) => <li key={line}>{line}</li>)}</ul></>}
        </section>
        <FirstRows source={source} version={wizard.version} />
      </div>
    </StepPage>
  )
}
