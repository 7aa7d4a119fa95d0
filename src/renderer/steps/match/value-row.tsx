import { Check } from 'lucide-react'
import { useMemo } from 'react'
import type { ColumnView, ValueLine } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceBox } from '../../ui/choice-box.tsx'
import { TextBox } from '../../ui/text-box.tsx'
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
    // Several ids in one cell are no entry of the list; they are shown as they stand.
    const own = value === null || value === '' || listed.some((item) => item.id === value) ? [] : [{ id: value, name: value }]
    return [...own, ...listed, ...(listed.some((item) => item.id === emptyId) ? [] : [{ id: emptyId, name: w.empty }])]
  }, [choices, value])
  const isWaiting = isPicked || (state === 'open' && value !== null)
  return (
    <tr className={`is-${isPicked ? 'open' : state}`}>
      <th scope="row"><span className="value-text">{line.text}</span></th>
      <td className="is-number">{count}</td>
      <td>
        {choices.length === 0
          ? <TextBox label={w.becomesFor(line.text)} hidesLabel value={value ?? ''} onChange={onPick} onEnter={onUse} placeholder={w.empty} />
          : <ChoiceBox label={w.becomesFor(line.text)} choices={items} value={value === '' ? emptyId : value} onChange={(id) => onPick(id === emptyId ? '' : id)}
              placeholder={w.choose} searchLabel={w.search} noneText={w.none} />}
        <span className="faint value-why">{line.reason}</span>
      </td>
      <td className="value-act">
        {isWaiting
          ? <Button size="small" aria-label={w.useFor(line.text)} onPress={onUse}>{w.use}</Button>
          : state === 'open' ? null : <span className="status is-matched"><Check className="icon" aria-hidden />{state === 'known' ? w.known : w.done}</span>}
      </td>
    </tr>
  )
}
