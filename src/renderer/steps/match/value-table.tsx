import { Check, ChevronRight, CircleHelp } from 'lucide-react'
import { useId, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { formatCount } from '../../app/format.ts'
import { useTools } from '../../app/session.ts'
import type { ColumnView, ValueLine } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { openValues, valueState, withConfirmed } from './value-state.ts'
import { ValueRow } from './value-row.tsx'

const w = words.match.values

interface ValueTableProps { readonly table: number; readonly column: ColumnView; readonly name: string; readonly values: NonNullable<ColumnView['values']> }

/** What the texts of a column become. Nothing proposed is used before it is confirmed, one by one or all together. */
export function ValueTable({ table, column, name, values }: ValueTableProps) {
  const { act } = useTools()
  const id = useId()
  const open = openValues(column)
  const [isOpen, setOpen] = useState(open > 0)
  // What has been picked and not yet confirmed.
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map())
  const { lines } = values
  const valueOf = (line: ValueLine): string | null => picked.get(line.text) ?? line.confirmed ?? line.proposed
  const confirm = async (texts: readonly ValueLine[]): Promise<void> => {
    const chosen = new Map(texts.flatMap((line) => { const value = valueOf(line); return value === null ? [] : [[line.text, value] as const] }))
    await act.setValues({ table, column: column.column, values: withConfirmed(lines, chosen) })
    setPicked((before) => new Map([...before].filter(([text]) => !chosen.has(text))))
  }
  const waiting = lines.filter((line) => picked.has(line.text) || (valueState(line) === 'open' && line.proposed !== null))
  return (
    <div className={`values${open > 0 ? ' is-open' : ''}`}>
      <AriaButton className="values-head" aria-expanded={isOpen} aria-controls={id} onPress={() => setOpen(!isOpen)}>
        <ChevronRight className="icon values-arrow" aria-hidden />
        {open > 0 ? <CircleHelp className="icon" aria-hidden /> : <Check className="icon" aria-hidden />}
        <span>{open > 0 ? w.open(open) : w.settled(lines.length)}</span>
      </AriaButton>
      {isOpen
        ? <div id={id} className="values-body" role="group" aria-label={w.title(name)}>
            <table className="value-table">
              <thead><tr><th scope="col">{w.text}</th><th scope="col" className="is-number">{w.count}</th><th scope="col">{w.becomes}</th><th scope="col"><span className="sr-only">{w.use}</span></th></tr></thead>
              <tbody>
                {lines.map((line) => (
                  <ValueRow key={line.text} line={line} count={line.count === null ? '' : formatCount(line.count)} choices={values.choices} value={valueOf(line)} isPicked={picked.has(line.text)}
                    onPick={(value) => setPicked(new Map([...picked, [line.text, value]]))} onUse={() => void confirm([line])} />
                ))}
              </tbody>
            </table>
            {lines.some((line) => line.count === null) ? <p className="faint">{w.some}</p> : null}
            {waiting.length > 1 ? <Button look="primary" size="small" aria-label={`${w.useAll}: ${name}`} onPress={() => void confirm(waiting)}>{w.useAll}</Button> : null}
          </div>
        : null}
    </div>
  )
}
