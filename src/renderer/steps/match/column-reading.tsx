import { useTools } from '../../app/session.ts'
import type { ColumnView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { SelectBox } from '../../ui/select-box.tsx'
import { readingChoice } from './reading-choice.ts'

const w = words.match

interface ColumnReadingProps { readonly table: number; readonly column: ColumnView }

/** How the texts of a matched column are read: its dates and numbers. */
export function ColumnReading({ table, column }: ColumnReadingProps) {
  const { act } = useTools()
  const { question, dateOrder, decimalSign } = column
  const set = (about: 'dateOrder' | 'decimalSign', value: string): void =>
    void act.setColumn({ table, column: column.column, target: column.target, ...readingChoice(about, value) })
  return (
    <>
      {dateOrder === null || question?.about === 'dateOrder'
        ? null
        : <div className="date-order"><SelectBox label={w.dateOrder} value={dateOrder} onChange={(id) => set('dateOrder', id)} choices={(['dmy', 'mdy', 'ymd'] as const).map((id) => ({ id, name: w.dateOrders[id] }))} /></div>}
      {decimalSign === null || question?.about === 'decimalSign'
        ? null
        : <div className="date-order"><SelectBox label={w.decimalSign} value={decimalSign} onChange={(id) => set('decimalSign', id)} choices={(['point', 'comma'] as const).map((id) => ({ id, name: w.decimalSigns[id] }))} /></div>}
    </>
  )
}
