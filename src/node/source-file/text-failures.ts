import { fail, type Result } from '#core/model/result.ts'
import type { DelimitedOutcome } from '#core/stages/parse/index.ts'
import { fileLimits, type ReadOptions } from './read-options.ts'

export function stopped(file: string): Result<never> {
  return fail('stopped', `Reading ${file} was stopped. Nothing was changed.`)
}

export function tooManyColumns(file: string, columns: number): string {
  return `${file} has ${columns} columns; at most ${fileLimits.columns} can be read. Delete the columns that are not needed, then try again.`
}

/** Why a delimited file gave no table, and what to do. */
export function outcomeFailure(file: string, outcome: Exclude<DelimitedOutcome, { readonly kind: 'table' }>, { headerRow }: ReadOptions): Result<never> {
  switch (outcome.kind) {
    case 'unclosed-quote':
      return fail('unclosed-quote', `${file}: a quote opens on line ${outcome.line} (row ${outcome.row}) and is not closed, so the rows after it cannot be told apart. Close or remove that quote, then try again.`)
    case 'record-too-long':
      return fail('file-damaged', `${file}: the record on line ${outcome.line} (row ${outcome.row}) is longer than a million characters, so this is no table or it is damaged. Save it again as CSV or XLSX.`)
    case 'too-many-rows':
      return fail('file-too-large', `${file} has more than 1,048,576 rows. Split it into smaller files.`)
    case 'no-header':
      return fail('no-header', headerRow === undefined
        ? `${file} has no header row: every row is blank. Put the column names in the first row.`
        : `${file} has no header in row ${headerRow}: that row is blank or does not exist. Choose the row that holds the column names.`)
    case 'no-data-rows':
      return fail('no-data-rows', `${file} holds a header but no rows below it. Add the customers below the header, then try again.`)
  }
}
