import type { ReadingFinding, ReadingQuestion } from '#core/model/reading.ts'
import { isBlankRow, type SourceRow, type SourceTable } from '#core/model/source.ts'
import { newRowFlow, type SheetRow } from './row-flow.ts'
import { scanSheet, type SheetPart } from './scan-sheet.ts'

/** Something of a sheet that can be read in two ways: what was found, and the question unless it is decided. */
export interface Doubt {
  readonly finding: ReadingFinding
  readonly question: ReadingQuestion | null
}

/** What a doubt is told with: the sheet, read again for a few of its rows. */
export interface DoubtfulSheet extends SheetPart {
  readonly sheet: string
}

const previewRows = 10

/**
 * A few rows for a preview: the header, the row before the first that `isWanted`, and those after it. Blank rows are left out.
 */
export async function glimpseRows(sheet: SheetPart, table: SourceTable, isWanted: (row: SheetRow) => boolean): Promise<readonly SheetRow[]> {
  const body = table.rows.at(0)?.row ?? Number.POSITIVE_INFINITY
  const header: SheetRow[] = []
  const rows: SheetRow[] = []
  let before: SheetRow | null = null
  const flow = newRowFlow((row, isHidden) => {
    const next = { row, isHidden }
    if (row.row < table.headerRow || isBlankRow(row) || header.length + rows.length >= previewRows) return
    const isHeader = row.row < body && header.length < 3 && table.headerRow > 0
    if (rows.length > 0) rows.push(next)
    else if (isHeader) header.push(next)
    else if (isWanted(next)) rows.push(...(before === null ? [] : [before]), next)
    else before = next
  })
  await scanSheet(sheet, { onRow: flow.take, isEnough: () => header.length + rows.length >= previewRows })
  return [...header, ...rows].slice(0, previewRows)
}

export function previewOf(rows: readonly SourceRow[]): readonly (readonly string[])[] {
  return rows.map(({ cells }) => cells)
}
