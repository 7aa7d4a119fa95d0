import type { z } from 'zod'
import type { CellText } from '#core/model/fix.ts'
import type { Step } from '#core/model/history.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import { readTabText } from '#core/values/tab-text.ts'
import type { RangeChange as RangeChangeShape } from '#shared/ipc/source-schemas.ts'
import { changeRows } from '../session/row-changes.ts'
import type { Session } from '../session/session.ts'
import { findRange, tooManyCells, type CellRange, type FoundRange } from './find-range.ts'

type RangeChange = z.output<typeof RangeChangeShape>

export interface ChangedRange {
  readonly cells: number
  /** Lines and columns of a paste for which there was no place. */
  readonly lost: { readonly rows: number; readonly columns: number }
}

/** Texts by line and column, to be written from the first cell of a range on; undefined leaves a cell as it is. */
interface Block {
  readonly rows: number
  readonly columns: number
  readonly textAt: (row: number, column: number) => string | undefined
}

/** Changes a range in one step of the history. A cell may hold as much as one of Excel. */
export async function changeRange(session: Session, range: CellRange, change: RangeChange): Promise<Result<ChangedRange>> {
  const block = blockOf(range, change)
  const tooMany = tooManyCells(block.rows * block.columns)
  if (tooMany !== null) return tooMany
  const found = await findRange(session, range)
  if (!found.ok) return found
  const cells = cellsOf(range, block, found.value)
  if (cells.some(({ text }) => text.length > longestText)) return fail('bad-usage', `A cell holds ${longestText.toLocaleString('en-GB')} characters at most, and one of these texts is longer. Nothing was pasted.`)
  const lost = { rows: Math.max(0, found.value.from + block.rows - found.value.listed.length), columns: Math.max(0, block.columns - range.columns.length) }
  return ok({ cells: await changeRows(session, stepOf(change), { cells }), lost })
}

const longestText = 32_767

function stepOf(change: RangeChange): Step {
  return change.kind === 'fill' ? change : { kind: change.kind }
}

function blockOf({ rows, width }: CellRange, change: RangeChange): Block {
  if (change.kind !== 'paste') {
    const text = change.kind === 'fill' ? change.text : ''
    return { rows, columns: width, textAt: () => text }
  }
  const lines = readTabText(change.text)
  const columns = lines.reduce((most, line) => Math.max(most, line.length), 0)
  // As spreadsheet programs do it: a range that a block fits into several times is filled with it.
  const isRepeated = rows % lines.length === 0 && width % columns === 0
  return {
    rows: isRepeated ? rows : lines.length, columns: isRepeated ? width : columns,
    textAt: (row, column) => lines[row % lines.length]?.[column % columns],
  }
}

function cellsOf({ table, columns }: CellRange, block: Block, { listed, from }: FoundRange): readonly CellText[] {
  return Array.from({ length: Math.min(block.rows, listed.length - from) }, (_, at) => {
    const row = listed.at(from + at)
    if (row === undefined) return []
    return columns.slice(0, block.columns).flatMap((column, place): readonly CellText[] => {
      const text = block.textAt(at, place)
      return text === undefined ? [] : [{ place: { table, row: row.row, column }, text }]
    })
  }).flat()
}
