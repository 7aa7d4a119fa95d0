import type { ReadingFinding, ReadingQuestion } from '#core/model/reading.ts'
import type { Issue } from '#core/model/issue.ts'
import type { SourceRow, SourceTable } from '#core/model/source.ts'
import { newMemorySink, newTableBuilder, type TableBuilder } from '#core/stages/parse/index.ts'
import type { ReadOptions } from '../source-file/read-options.ts'
import { findHiddenRows, hideRows, type HiddenRows } from './hidden-rows.ts'
import { blankColumns, findHiddenColumns } from './hidden-columns.ts'
import { newMarkWatch, shownOtherwiseIssues } from './mark-issues.ts'
import { newMergeRule } from './merged-cells.ts'
import { findMerges } from './merge-question.ts'
import { newRowFlow, newSortedFlow, type TakeRow } from './row-flow.ts'
import { scanSheet, type SheetFacts, type SheetPart } from './scan-sheet.ts'
import { newUsedRange, refuseMergeOverAll, type UsedRange } from './used-range.ts'

export interface SheetReading extends SheetPart {
  readonly file: string
  readonly sheet: string
  /** Index into `Source.tables`, if it becomes one. */
  readonly tableIndex: number
  readonly options: ReadOptions
  readonly onPiece: (share: number) => void
  readonly onRow: () => void
}

/** What one sheet gave, with what must be decided first. */
export interface SheetRead {
  readonly kind: 'table' | 'header-only'
  readonly table: SourceTable
  readonly findings: readonly ReadingFinding[]
  readonly questions: readonly ReadingQuestion[]
  readonly issues: readonly Issue[]
}

interface Pass {
  readonly built: ReturnType<TableBuilder['finish']>
  readonly issues: readonly Issue[]
  readonly facts: SheetFacts
  readonly used: UsedRange
  readonly hiddenRows: HiddenRows
}

/**
 * Streams one sheet to the table builder, row by row. Merged cells stand behind the rows in the file: when the operator has
 * decided about them they are looked up first; otherwise the rows are read as they stand, and a question is raised at the end.
 * Null when no row could be a header.
 */
export async function readTable(reading: SheetReading): Promise<SheetRead | null> {
  const merges = reading.options.mergedCells === undefined ? null : (await scanSheet(reading, { onRow: () => undefined, onPiece: () => reading.onPiece(0) })).merges
  const pass = (await passOver(reading, { merges, isSorted: false })) ?? (await passOver(reading, { merges, isSorted: true }))
  if (pass === null) throw new Error('sorted rows are in order')
  const { built, facts, used, hiddenRows } = pass
  refuseMergeOverAll(facts.merges, { used, sheet: reading.sheet, headerRow: built.kind === 'no-header' ? null : built.table.headerRow })
  if (built.kind === 'no-header') return null
  const { table } = built
  const doubts = [
    await findMerges(reading, { table, merges: facts.merges, lastRow: used.range().lastRow }),
    await findHiddenRows(reading, { table, hiddenRows, isFiltered: facts.isFiltered }),
    await findHiddenColumns(reading, { table, hiddenColumns: facts.hiddenColumns }),
  ].filter((doubt) => doubt !== null)
  return {
    kind: built.kind, table,
    findings: [...built.findings, ...doubts.map(({ finding }) => finding)],
    questions: [...built.questions, ...doubts.flatMap(({ question }) => (question === null ? [] : [question]))],
    issues: [...built.issues, ...pass.issues, ...shownOtherwiseIssues(reading.tableIndex, { shown: facts.shown, headerRow: table.headerRow })],
  }
}

/** Null when the rows are not in order and were to be taken as they come. */
async function passOver(reading: SheetReading, { merges, isSorted }: { readonly merges: SheetFacts['merges'] | null; readonly isSorted: boolean }): Promise<Pass | null> {
  const { options, tableIndex, file, sheet } = reading
  const watch = newMarkWatch(tableIndex)
  const builder = newTableBuilder({ file, sheet, decisions: options, newSink: watch.watch(options.newSink ?? newMemorySink), onTable: options.onTable, tableIndex })
  const used = newUsedRange()
  const hiddenRows = hideRows(options.hiddenRows)
  const merge = merges === null ? null : newMergeRule(merges, options.mergedCells ?? 'first')
  const blank = blankColumns(options.hiddenColumns)
  const emit: TakeRow = (row, isHidden) => {
    reading.onRow()
    used.note(row)
    const merged = merge === null ? row : merge(row)
    if (isHidden && hiddenRows.skips(merged)) return
    const shown = facts === null ? merged : blank(merged, facts.hiddenColumns)
    if (hasUndecodable(shown)) builder.push(shown, { undecodable: true })
    else builder.push(shown)
  }
  let facts: SheetFacts | null = null
  const sorted = isSorted ? newSortedFlow(emit) : null
  const flow = newRowFlow(emit)
  // A sink that stages its rows lets them go again; in memory they stay.
  const keepsText = options.newSink === undefined || isSorted
  facts = await scanSheet(reading, { keepsText, onFacts: (early) => { facts = early }, onRow: sorted?.take ?? flow.take, onPiece: reading.onPiece, isEnough: flow.isOutOfOrder })
  if (flow.isOutOfOrder()) return null
  sorted?.finish()
  const built = builder.finish()
  return { built, issues: watch.finish(), facts, used, hiddenRows }
}

/** What a writer puts where it could not tell the character: the letter is lost. */
function hasUndecodable({ cells }: SourceRow): boolean {
  for (const cell of cells) if (cell.includes('\ufffd')) return true
  return false
}

