import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useTools } from '../../app/session.ts'
import type { ColumnView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { readingChoice } from './reading-choice.ts'

const w = words.match

interface ColumnQuestionProps { readonly table: number; readonly column: ColumnView; readonly name: string; readonly question: NonNullable<ColumnView['question']> }

/** Which of two readings the dates or numbers of a column have: the column itself does not say, so the operator does. */
export function ColumnQuestion({ table, column, name, question }: ColumnQuestionProps) {
  const { act } = useTools()
  const [picked, setPicked] = useState<string | null>(null)
  const decide = (): void => {
    if (picked !== null) void act.setColumn({ table, column: column.column, target: column.target, ...readingChoice(question.about, picked) })
  }
  return (
    <div className="column-question">
      <p><CircleHelp className="icon" aria-hidden /><span>{question.text}</span></p>
      <RadioGroup className="column-readings" aria-label={question.text} value={picked} onChange={setPicked}>
        {question.choices.map(({ value, label }) => <Radio key={value} value={value} className="card-radio">{label}</Radio>)}
      </RadioGroup>
      <Button look="primary" size="small" isDisabled={picked === null} aria-label={w.readSoFor(name)} onPress={decide}>{w.readSo}</Button>
    </div>
  )
}
