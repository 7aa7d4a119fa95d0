import { addedHeadings as headings } from '#core/model/added-columns.ts'
import type { Report, ReportRow } from '#core/model/report.ts'
import { bucketWords } from '#core/model/report.ts'
import { checkFirst } from './check-first.ts'
import type { AddedColumn } from './pack-sheet.ts'

/** What became of a row, beside the row. The link's column is there only where somebody said where customers are looked at. */
export function resultColumns(report: Report): readonly AddedColumn[] {
  const contacts = report.tables.map(({ fields }) => fields.flatMap((field, column) => (isContact(field) ? [column] : [])))
  return [
    { heading: headings.state, read: (row) => bucketWords[row.bucket].title },
    { heading: headings.reason, read: (row) => row.reason ?? '' },
    ...checkFirst(report),
    { heading: headings.customerId, read: (row) => row.customerId ?? '' },
    { heading: headings.siteIds, read: siteIdsText },
    { heading: headings.contacts, read: (row) => contactNote(row, contacts[row.table] ?? []) },
    ...(report.run.customerLink !== null ? [{ heading: headings.link, read: (row: ReportRow) => row.link ?? '' }] : []),
    { heading: headings.attempts, read: (row) => row.attempts },
    { heading: headings.run, read: () => report.run.runId },
  ]
}

export function siteIdsText({ siteIds }: ReportRow): string {
  return Object.entries(siteIds).map(([reference, id]) => `${reference}: ${id}`).join('; ')
}

function isContact(field: string | null): boolean {
  return field !== null && /^(site|customer)Contact\b/.test(field)
}

/** Contacts travel inside their customer and its sites; the API names no id of their own. */
function contactNote({ bucket, cells, edits }: ReportRow, columns: readonly number[]): string {
  const named = columns.some((column) => (edits[column] ?? cells[column] ?? '').trim() !== '')
  return named && bucket === 'created' ? 'Created with its customer or site' : ''
}
