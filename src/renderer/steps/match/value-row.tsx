import { Check } from 'lucide-react'
import { useMemo } from 'react'
import type { ColumnView, ValueLine } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceBox } from '../../ui/choice-box.tsx'
import { valueState } from './value-state.ts'

const w = words.match.values

interface ValueRowProps {
  readonly line: ValueLine
  readonly count: string
  readonly choices: NonNullable<ColumnView['values']>['choices']
  readonly value: string | null
  readonly isPicked: boolean
  readonly onPick: (value: string) => void
  readonly onUse: () => void
}

// An empty id is no key for a list: it stands for "leave the cell empty" on the way to and from the box.
const emptyId = '(empty)'

export function ValueRow({ line, count, choices, value, isPicked, onPick, onUse }: ValueRowProps) {
  const state = valueState(line)
  const items = useMemo(() => {
    const listed = choices.map((choice) => ({ id: choice.value === '' ? emptyId : choice.value, name: choice.label }))
    return listed.some((item) => item.id === emptyId) ? listed : [...listed, { id: emptyId, name: w.empty }]
  }, [choices])
  const isWaiting = isPicked || (state === 'open' && value !== null)
  return (
    <tr className={`is-${isPicked ? 'open' : state}`}>
      <th scope="row">
        <span className="value-text">{line.text}</span>
        <span className="faint value-why">{line.reason}</span>
      </th>
      <td className="is-number">{count}</td>
      <td>
        <ChoiceBox label={w.becomesFor(line.text)} choices={items} value={value === '' ? emptyId : value} onChange={(id) => onPick(id === emptyId ? '' : id)}
          placeholder={w.choose} searchLabel={w.search} noneText={w.none} />
      </td>
      <td className="value-act">
        {isWaiting
          ? <Button size="small" aria-label={w.useFor(line.text)} onPress={onUse}>{w.use}</Button>
          : state === 'open' ? null : <span className="status is-matched"><Check className="icon" aria-hidden />{state === 'known' ? w.known : w.done}</span>}
      </td>
    </tr>
  )
}
