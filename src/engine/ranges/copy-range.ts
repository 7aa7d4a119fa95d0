import { ok, type Result } from '#core/model/result.ts'
import { editOf } from '#core/model/edits.ts'
import { writeTabText } from '#core/values/tab-text.ts'
import type { Session } from '../session/session.ts'
import { findRange, type CellRange } from './find-range.ts'

/** The texts of a range as they stand, not as they will be sent. */
export async function copyRange(session: Session, range: CellRange): Promise<Result<{ readonly text: string }>> {
  const found = await findRange(session, range)
  if (!found.ok) return found
  const { listed, from } = found.value
  const columns = range.columns.slice(0, range.width)
  const lines = Array.from({ length: range.rows }, (_, at) => {
    const row = listed.at(from + at)
    return columns.map((column) => (row === undefined ? '' : (editOf(session.edits, { table: range.table, row: row.row, column }) ?? row.cells[column] ?? '')))
  })
  return ok({ text: writeTabText(lines) })
}
