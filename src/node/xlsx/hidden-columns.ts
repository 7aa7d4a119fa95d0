import { nameSome } from '#core/model/name-some.ts'
import { columnLetters } from '#core/model/place.ts'
import type { ReadingDecisions } from '#core/model/reading.ts'
import type { SourceRow, SourceTable } from '#core/model/source.ts'
import { glimpseRows, previewOf, type Doubt, type DoubtfulSheet } from './glimpse.ts'

type BlankColumns = (row: SourceRow, hidden: ReadonlySet<number>) => SourceRow

/** Empties the cells of hidden columns when they are left out: the other columns keep their letters. */
export function blankColumns(decision: ReadingDecisions['hiddenColumns']): BlankColumns {
  if (decision !== 'skip') return (row) => row
  return (row, hidden) => (hidden.size === 0 ? row : withoutColumns(row, hidden))
}

function withoutColumns({ row, cells, marks = {} }: SourceRow, hidden: ReadonlySet<number>): SourceRow {
  const kept = cells.map((cell, column) => (hidden.has(column) ? '' : cell))
  const left = Object.fromEntries(Object.entries(marks).filter(([column]) => !hidden.has(Number(column))))
  const end = kept.findLastIndex((cell, column) => cell !== '' || left[column] !== undefined) + 1
  return { row, cells: kept.slice(0, end), ...(Object.keys(left).length === 0 ? {} : { marks: left }) }
}

interface HiddenColumnFacts {
  readonly table: SourceTable
  readonly hiddenColumns: ReadonlySet<number>
}

/** Hidden columns that hold data are neither read nor left out silently. */
export async function findHiddenColumns(sheet: DoubtfulSheet & { readonly options: ReadingDecisions }, { table, hiddenColumns }: HiddenColumnFacts): Promise<Doubt | null> {
  const { hiddenColumns: decision } = sheet.options
  const isSkipped = decision === 'skip'
  // Columns left out are empty in the table, so what they held is not known any more.
  const columns = [...hiddenColumns].filter((column) => isSkipped || (table.columns?.[column]?.filled ?? 0) > 0).toSorted((a, b) => a - b)
  if (columns.length === 0) return null
  const letters = nameSome(columns.map(columnLetters), 12)
  const named = columns.length === 1 ? `column ${letters} is hidden` : `columns ${letters} are hidden`
  if (decision !== undefined) {
    return { finding: { about: 'hidden', confidence: 1, evidence: `On sheet “${sheet.sheet}” ${named}; ${isSkipped ? 'left out' : 'read like the others'}, as chosen.` }, question: null }
  }
  const hidden = new Set(columns)
  const what = `On sheet “${sheet.sheet}” ${named}, and ${columns.length === 1 ? 'it holds' : 'they hold'} data.`
  const rows = (await glimpseRows(sheet, table, ({ row }) => columns.some((column) => (row.cells[column] ?? '') !== ''))).map(({ row }) => row)
  return {
    finding: { about: 'hidden', confidence: 0.5, evidence: what },
    question: {
      about: 'hiddenColumns', file: 0, sheet: sheet.sheet, option: '--hidden-columns', text: `${what} Shall ${columns.length === 1 ? 'it' : 'they'} be read?`,
      choices: [
        { decision: { hiddenColumns: 'include' }, value: 'include', label: 'Read hidden columns like the others', preview: previewOf(rows) },
        { decision: { hiddenColumns: 'skip' }, value: 'skip', label: 'Leave hidden columns out', preview: previewOf(rows.map((row) => withoutColumns(row, hidden))) },
      ],
    },
  }
}
