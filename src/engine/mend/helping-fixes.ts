// Fixes are offered because they help: each is tried on the first customers of the cause, in the head, and only those are shown
// after which the problem is gone and no other has come.
import { mendIssue } from '#core/mend/mend-issue.ts'
import { offerFixes } from '#core/mend/offer-fixes.ts'
import type { Fix } from '#core/model/fix.ts'
import type { Issue } from '#core/model/issue.ts'
import { withEdits } from '#core/model/edits.ts'
import { indexOfRow } from '#core/model/row-index.ts'
import type { CheckedCustomer } from '#core/pipeline.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import { prepareInput, type Session } from '../session/session.ts'
import { subjectsOf } from './subject-of.ts'

const tried = 3

/** In the order in which they were offered; two that do the same are one. */
export function helpingFixes(session: Session, prepared: PreparedFile, cause: string): readonly Fix[] {
  const { issues } = prepared.issues({ cause }, 0, tried)
  const [example] = issues
  if (example === undefined) return []
  const done = new Set<string>()
  return offerFixes(example).filter((fix) => {
    const effects = issues.map((found) => mendIssue(fix, subjectsOf(session, prepared)(found)))
    const name = JSON.stringify(effects)
    if (done.has(name) || !issues.some((found) => helps(session, prepared, { fix, found }))) return false
    done.add(name)
    return true
  })
}

/** Whether the problem would be gone, and no more errors be there than now. */
export function helps(session: Session, prepared: PreparedFile, { fix, found }: { readonly fix: Fix; readonly found: Issue }): boolean {
  const mended = mendIssue(fix, subjectsOf(session, prepared)(found))
  const { place } = found
  if (mended.kind === 'unfit' || place === null) return false
  // Whose the row is then is another question: the file as a whole answers it.
  if (found.field === 'customer.customerAccountNumber') return true
  const index = indexOfRow(session.source.tables[place.table]?.rows ?? [], place.row)
  const edits = mended.kind === 'cells' ? withEdits(session.edits, mended.cells) : session.edits
  const excluded = new Set(session.excluded)
  if (mended.kind !== 'cells') for (const row of mended.rows) excluded.add(`${row.table}:${row.row}`)
  const before = prepared.checkBeside(place.table, index)
  const after = prepared.checkBeside(place.table, index, { ...prepareInput(session), edits, excluded })
  if (before === null || after === null) return false
  return !after.issues.some((issue) => isSame(issue, found)) && countErrors(after) <= countErrors(before)
}

function isSame(issue: Issue, found: Issue): boolean {
  return issue.code === found.code && issue.field === found.field && issue.site === found.site && issue.place?.table === found.place?.table && issue.place?.row === found.place?.row
}

function countErrors({ issues }: CheckedCustomer): number {
  return issues.reduce((sum, { severity }) => sum + Number(severity === 'error'), 0)
}
