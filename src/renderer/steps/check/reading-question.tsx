import { CircleHelp } from 'lucide-react'
import { useId, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useSession } from '../../app/session.ts'
import type { QuestionView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { differingCells } from './differing-cells.ts'
import { ReadingPreview } from './reading-preview.tsx'

const w = words.question

interface ReadingQuestionProps { readonly question: QuestionView; readonly number: string | null; readonly place: string }

/** One question: the likeliest reading stands first and is chosen already, but nothing is taken before it is said. */
export function ReadingQuestion({ question, number, place }: ReadingQuestionProps) {
  const { act, wizard } = useSession()
  const [picked, setPicked] = useState('0')
  const id = useId()
  const differing = differingCells(question.choices.map((choice) => choice.preview))
  const choice = question.choices[Number(picked)]
  return (
    <section className="question" aria-labelledby={id}>
      <div className="question-head">
        <CircleHelp className="icon" aria-hidden />
        <h2 id={id}>{question.text}</h2>
        <span className="faint">{[number, place].filter((part) => part !== null && part !== '').join(' · ')}</span>
      </div>
      <RadioGroup aria-label={question.text} value={picked} onChange={setPicked} className="readings" isDisabled={wizard.busy !== null}>
        {question.choices.map((each, index) => (
          <div key={each.value} className={`reading${picked === String(index) ? ' is-picked' : ''}`}>
            <Radio value={String(index)} className="reading-radio">
              <b>{each.label}</b>
              {index === 0 ? <span className="chip">{w.likeliest}</span> : null}
            </Radio>
            <ReadingPreview label={w.previewOf(each.label)} rows={each.preview} differing={differing} onPick={() => setPicked(String(index))} />
          </div>
        ))}
      </RadioGroup>
      <div className="question-foot">
        <Button look="primary" isDisabled={wizard.busy !== null || choice === undefined} onPress={() => { if (choice !== undefined) void act.reread(question.file, choice.decision) }}>{w.read}</Button>
        <span className="faint">{choice?.label ?? ''}</span>
      </div>
    </section>
  )
}
