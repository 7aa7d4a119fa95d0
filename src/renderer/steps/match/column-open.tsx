import type { ColumnView } from '../../app/views.ts'
import { ColumnQuestion } from './column-question.tsx'
import { ValueTable } from './value-table.tsx'

interface ColumnOpenProps { readonly table: number; readonly column: ColumnView; readonly name: string }

/** What a matched column asks: which of two readings it has, and what its values become. Below its samples, in their width too. */
export function ColumnOpen({ table, column, name }: ColumnOpenProps) {
  const { question, values } = column
  if (question === null && values === null) return null
  return (
    <div className="column-open">
      {question === null ? null : <ColumnQuestion key={column.target} table={table} column={column} name={name} question={question} />}
      {values === null ? null : <ValueTable key={column.target} table={table} column={column} name={name} values={values} />}
    </div>
  )
}
