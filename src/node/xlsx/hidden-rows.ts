import { isBlankRow, type SourceRow, type SourceTable } from '#core/model/source.ts'
import type { ReadingDecisions } from '#core/model/reading.ts'
import { glimpseRows, previewOf, type Doubt, type DoubtfulSheet } from './glimpse.ts'

export interface HiddenRows {
  /** Called for each hidden row: whether it is left out. */
  skips(row: SourceRow): boolean
  /** The hidden rows that hold something. */
  readonly found: readonly number[]
}

export function hideRows(decision: ReadingDecisions['hiddenRows']): HiddenRows {
  const found: number[] = []
  return {
    found,
    skips(row) {
      if (!isBlankRow(row)) found.push(row.row)
      return decision === 'skip'
    },
  }
}

interface HiddenRowFacts {
  readonly table: SourceTable
  readonly hiddenRows: HiddenRows
  readonly isFiltered: boolean
}

/** Hidden rows that hold data are neither read nor left out silently. Those above the header matter to nobody. */
export async function findHiddenRows(sheet: DoubtfulSheet & { readonly options: ReadingDecisions }, { table, hiddenRows, isFiltered }: HiddenRowFacts): Promise<Doubt | null> {
  const { hiddenRows: decision } = sheet.options
  const rows = hiddenRows.found.filter((row) => row >= table.headerRow)
  const [first] = rows
  if (first === undefined) return null
  const many = rows.length === 1 ? `1 hidden row holds data (row ${first})` : `${rows.length} hidden rows hold data (the first is row ${first})`
  const what = `On sheet “${sheet.sheet}” ${many}${isFiltered ? '; a filter is set, which hides rows' : ''}.`
  if (decision !== undefined) {
    const done = decision === 'skip' ? 'left out' : 'read like the others'
    return { finding: { about: 'hidden', confidence: 1, evidence: `${what} ${rows.length === 1 ? 'It was' : 'They were'} ${done}, as chosen.` }, question: null }
  }
  const glimpse = await glimpseRows(sheet, table, ({ row, isHidden }) => isHidden && row.row >= first)
  const shown = glimpse.filter(({ isHidden }) => !isHidden)
  return {
    finding: { about: 'hidden', confidence: 0.5, evidence: what },
    question: {
      about: 'hiddenRows', file: 0, sheet: sheet.sheet, option: '--hidden-rows', text: `${what} Shall they be read?`,
      choices: [
        { decision: { hiddenRows: 'include' }, value: 'include', label: 'Read hidden rows like the others', preview: previewOf(glimpse.map(({ row }) => row)) },
        { decision: { hiddenRows: 'skip' }, value: 'skip', label: 'Leave hidden rows out', preview: previewOf(shown.map(({ row }) => row)) },
      ],
    },
  }
}
