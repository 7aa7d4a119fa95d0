import { helpHeadings, issueHeadings, summaryHeadings } from '../own-sheets.ts'
import { isReturned } from '#core/model/added-columns.ts'
import { isBlankRow, type SourceRow } from '#core/model/source.ts'
import { newRowFlow } from './row-flow.ts'
import { scanSheet, type SheetPart } from './scan-sheet.ts'

/**
 * What a sheet is at a glance. A table has a row of two filled cells or more and something below it; a header alone has nothing
 * below. `notes` have one cell in each row: explanations, or a list of one column. `ours` are sheets about the table that the program
 * writes (the fields of a template, the sum of an import), known by their very headings and by nothing else.
 */
export type SheetKind = 'blank' | 'notes' | 'ours' | 'header-only' | 'table'

export interface SheetGlance {
  readonly kind: SheetKind
  /** The first rows from the header on that are not blank. */
  readonly preview: readonly (readonly string[])[]
  /** Its table was given back by an earlier import. */
  readonly isReturned: boolean
}

const previewRows = 10

/** Looks at as few rows as tell; the part's sum is not checked, so nothing but the choice of sheets rests on it. */
export async function glanceAt(sheet: SheetPart): Promise<SheetGlance> {
  const rows: SourceRow[] = []
  let headerAt = -1
  const flow = newRowFlow((row) => {
    if (isBlankRow(row) || isEnough()) return
    // Lines above the header are kept out of the preview; of notes the first rows are enough.
    if (headerAt === -1 && row.cells.filter((cell) => cell.trim() !== '').length >= 2) {
      headerAt = 0
      rows.length = 0
    }
    if (headerAt !== -1 || rows.length < previewRows) rows.push(row)
  })
  function isEnough(): boolean {
    return headerAt !== -1 && rows.length >= previewRows
  }
  await scanSheet(sheet, { onRow: flow.take, isEnough })
  return { kind: kindOf(rows, headerAt !== -1), preview: rows.map(({ cells }) => cells), isReturned: rows.some(({ cells }) => isReturned(cells)) }
}

function kindOf(rows: readonly SourceRow[], hasHeader: boolean): SheetKind {
  if (rows.length === 0) return 'blank'
  if (!hasHeader) return 'notes'
  const first = rows[0]?.cells ?? []
  if ([helpHeadings, summaryHeadings, issueHeadings].some((headings) => first.length === headings.length && headings.every((heading, column) => first[column] === heading))) return 'ours'
  return rows.length === 1 ? 'header-only' : 'table'
}
