import { Check, CircleHelp, CircleSlash2, CircleDashed } from 'lucide-react'
import { memo } from 'react'
import { FieldHelp } from '../../app/field-help.tsx'
import { useTools } from '../../app/session.ts'
import type { ColumnView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { ColumnOpen } from './column-open.tsx'
import { ColumnReading } from './column-reading.tsx'
import { fieldStatusOf, statusOf, type ColumnStatus } from './column-status.ts'
import { FieldPicker } from './field-picker.tsx'

const w = words.match
const icons: Readonly<Record<ColumnStatus, typeof Check>> = { matched: Check, question: CircleHelp, unmatched: CircleDashed, 'left-out': CircleSlash2 }

interface ColumnLineProps { readonly table: number; readonly view: ColumnView; readonly sheet: string | null }

/** One column of the file: what is in it, which field it fills, why. Drawn again when something of it changed: there may be hundreds. */
export const ColumnLine = memo(function ColumnLine({ table, view, sheet }: ColumnLineProps) {
  const { act } = useTools()
  const status = statusOf(view)
  const field = fieldStatusOf(view)
  const Icon = icons[field]
  const header = view.header.trim() === '' ? words.check.noHeader : view.header
  const set = (target: string | null): void => void act.setColumn({ table, column: view.column, target })
  return (
    <li className={`column is-${status}`}>
      <div className="column-name"><span className="letters">{view.letters}</span><span><b>{header}</b>{sheet === null ? null : <span className="faint"> {sheet}</span>}</span></div>
      <div className="samples">
        {view.samples.length === 0 ? <span className="faint">{w.empty}</span> : view.samples.slice(0, 3).map((sample, index) => <span key={index} className="sample" title={sample}>{sample}</span>)}
      </div>
      <div className="column-field">
        <div className="column-pick">
          <FieldPicker label={`${w.field}: ${header}`} value={view.target} header={header} onPick={set} />
          {view.target === null ? null : <FieldHelp target={view.target} />}
          {view.target !== null && !view.accepted ? <Button look="primary" size="small" aria-label={w.yesFor(header)} onPress={() => set(view.target)}>{w.yes}</Button> : null}
          {status === 'left-out' ? null : <Button look="quiet" size="small" aria-label={`${w.leaveOut}: ${header}`} onPress={() => set(null)}>{w.leaveOut}</Button>}
        </div>
        <p className="column-why">
          <span className={`status is-${field}`}><Icon className="icon" aria-hidden />{w.status[field]}</span>
          {view.target !== null && view.confidence < 1 ? <span className="faint">{w.sure(Math.round(view.confidence * 100))}</span> : null}
          <span className="faint">{view.reason}</span>
        </p>
        {view.target === null || !view.accepted ? null : <ColumnReading table={table} column={view} />}
      </div>
      {view.target === null || !view.accepted ? null : <ColumnOpen table={table} column={view} name={header} />}
    </li>
  )
}, isSame)

/** Each answer of the engine brings all columns anew. */
function isSame(before: ColumnLineProps, now: ColumnLineProps): boolean {
  return before.table === now.table && before.sheet === now.sheet && (before.view === now.view || JSON.stringify(before.view) === JSON.stringify(now.view))
}
