import type { ReadingDecisions } from '#core/model/reading.ts'
import type { SourceTable } from '#core/model/source.ts'
import { fileLimits } from '../source-file/read-options.ts'
import { rangeText, type CellRange } from './cell-range.ts'
import { glimpseRows, previewOf, type Doubt, type DoubtfulSheet } from './glimpse.ts'
import { newMergeRule, sortMerges } from './merged-cells.ts'
import { scanSheet } from './scan-sheet.ts'

interface MergeFacts {
  readonly table: SourceTable
  readonly merges: readonly CellRange[]
  /** The last row that holds anything. */
  readonly lastRow: number
}

/**
 * Merged cells that hold something and reach the header or the data: which rows and columns their text counts for, only the
 * operator can say. Above the header they are a title; empty ones are decoration.
 */
export async function findMerges(sheet: DoubtfulSheet & { readonly options: ReadingDecisions }, { table, merges, lastRow }: MergeFacts): Promise<Doubt | null> {
  const sorted = sortMerges(merges)
  const inTable = sorted.filter((merge) => merge.lastRow >= table.headerRow && merge.firstRow <= lastRow && merge.firstColumn < table.headers.length)
  const held = await withContent(sheet, inTable)
  const [first] = held
  if (first === undefined) return titleFinding(sheet.sheet, sorted.filter((merge) => merge.lastRow < table.headerRow))
  const what = `On sheet “${sheet.sheet}” ${held.length === 1 ? `merged cells (${rangeText(first)}) reach` : `${held.length} ranges of merged cells (the first is ${rangeText(first)}) reach`} into the table.`
  const { mergedCells: decision } = sheet.options
  if (decision !== undefined) {
    const done = decision === 'fill' ? 'for each cell they cover' : 'for the first cell only'
    return { finding: { about: 'merged-cells', confidence: 1, evidence: `${what} Their text counts ${done}, as chosen.` }, question: null }
  }
  const rows = (await glimpseRows(sheet, table, ({ row }) => row.row >= first.firstRow)).map(({ row }) => row)
  const preview = (rule: 'fill' | 'first') => previewOf(rows.map(newMergeRule(held, rule)))
  return {
    finding: { about: 'merged-cells', confidence: 0.5, evidence: what },
    question: {
      about: 'mergedCells', file: 0, sheet: sheet.sheet, option: '--merged-cells', text: `${what} Does their text count for each cell they cover?`,
      choices: [
        { decision: { mergedCells: 'fill' }, value: 'fill', label: 'It counts for each cell they cover', preview: preview('fill') },
        { decision: { mergedCells: 'first' }, value: 'first', label: 'It counts for the first cell only; the others are empty', preview: preview('first') },
      ],
    },
  }
}

function titleFinding(sheet: string, titles: readonly CellRange[]): Doubt | null {
  const [first] = titles
  if (first === undefined) return null
  return { finding: { about: 'merged-cells', confidence: 1, evidence: `On sheet “${sheet}” merged cells above the header (${rangeText(first)}) are a title and no data.` }, question: null }
}

/** Those whose first cell holds something, or one of the cells they cover: the sheet shows nothing of the latter. */
async function withContent(sheet: DoubtfulSheet, merges: readonly CellRange[]): Promise<readonly CellRange[]> {
  if (merges.length === 0) return []
  const found = new Set<CellRange>()
  let active: CellRange[] = []
  let next = 0
  await scanSheet(sheet, {
    onRow({ row, cells }) {
      active = active.filter((merge) => merge.lastRow >= row && !found.has(merge))
      for (let merge = merges[next]; merge !== undefined && merge.firstRow <= row; merge = merges[next]) {
        if (merge.lastRow >= row) active.push(merge)
        next += 1
      }
      for (const merge of active) {
        for (let column = merge.firstColumn; column <= Math.min(merge.lastColumn, fileLimits.columns - 1); column++) {
          if ((cells[column] ?? '').trim() !== '') found.add(merge)
        }
      }
    },
  })
  return merges.filter((merge) => found.has(merge))
}
