// The cells of a range, by the list that the operator saw. It is not said by positions alone: a list changes with what is in the rows.
import type { z } from 'zod'
import { fail, ok, type Result } from '#core/model/result.ts'
import { mostRangeCells, type CellRange as CellRangeShape } from '#shared/ipc/source-schemas.ts'
import { listedRows, type Listed } from '../lists/listed-rows.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import { preparedOf, type Session } from '../session/session.ts'

export type CellRange = z.output<typeof CellRangeShape>

export interface FoundRange {
  readonly prepared: PreparedFile
  readonly listed: Listed
  /** Place in the list of the first row of the range. */
  readonly from: number
}

/** Fails where the rows between the first and the last are not those that the operator saw, and where they are too many. */
export async function findRange(session: Session, range: CellRange): Promise<Result<FoundRange>> {
  const tooMany = tooManyCells(range.rows * range.width)
  if (tooMany !== null) return tooMany
  const prepared = await preparedOf(session)
  const listed = await listedRows(session, prepared, range)
  const from = listed.indexOf(range.firstRow)
  if (from < 0 || listed.at(from + range.rows - 1)?.row !== range.lastRow) {
    return fail('bad-usage', 'The list has changed since the cells were selected. Nothing was done: select them again.')
  }
  return ok({ prepared, listed, from })
}

export function tooManyCells(cells: number): ReturnType<typeof fail> | null {
  if (cells <= mostRangeCells) return null
  const count = (number: number): string => number.toLocaleString('en-GB')
  return fail('bad-usage', `These are ${count(cells)} cells, and ${count(mostRangeCells)} is the most that is copied or changed at once. Nothing was done: select fewer.`)
}
