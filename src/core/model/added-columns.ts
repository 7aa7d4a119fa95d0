/**
 * Headings of the columns that we add to the operator's own ones when a result is given back. They say whose they are, so that none
 * is taken for a field when the workbook comes back; only a table with the heading of the run is such a workbook.
 */
export const addedHeadings = {
  sheet: 'Source sheet',
  row: 'Source row',
  state: 'Import outcome',
  reason: 'Import reason',
  whatToDo: 'What to do',
  /** Of rows whose reading was in doubt: the doubt would be forgotten with the file it arose from. */
  check: 'Check first',
  customerId: 'Elevate customer id',
  siteIds: 'Elevate site ids',
  contacts: 'Import contacts',
  link: 'Elevate link',
  attempts: 'Requests sent',
  run: 'Import run',
  apostrophes: 'Columns with an added apostrophe',
} as const

const known: ReadonlySet<string> = new Set(Object.values(addedHeadings))

/** Whether a table was given back by an earlier import. */
export function isReturned(headers: readonly string[]): boolean {
  return headers.includes(addedHeadings.run)
}

/** By column index: whether we added the column. */
export function addedColumns(headers: readonly string[]): readonly boolean[] {
  const returned = isReturned(headers)
  return headers.map((header) => returned && known.has(header))
}

/** The headings that are the operator's own. */
export function ownHeaders(headers: readonly string[]): readonly string[] {
  const added = addedColumns(headers)
  return headers.filter((_, column) => added[column] !== true)
}
