import type { z } from 'zod'
import { readCause } from '#core/mend/cause.ts'
import { choicesOf, takesText } from '#core/mend/offer-fixes.ts'
import { editOf } from '#core/model/edits.ts'
import type { Fix } from '#core/model/fix.ts'
import { columnLetters } from '#core/model/place.ts'
import { indexOfRow } from '#core/model/row-index.ts'
import type { CauseFixes, CauseView, FixPreview } from '#shared/ipc/mend-schemas.ts'
import { causeLooks, causePlace, fixLabel, unfitText } from '#shared/wording/fixes.ts'
import { issueMessage, issueTitle } from '#shared/wording/issue-text.ts'
import { helpingFixes, helps } from '../mend/helping-fixes.ts'
import type { MendedCause } from '../mend/mend-cause.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import type { Session } from '../session/session.ts'

const mostCauses = 300

/** The causes of a file's problems; the rarest of very many are left out and counted. */
export function causesView({ source }: Session, prepared: PreparedFile): { total: number; causes: z.input<typeof CauseView>[] } {
  const { total, causes } = prepared.causes(mostCauses)
  return {
    total,
    causes: causes.flatMap(({ cause: key, count, example }) => {
      const cause = readCause(key)
      if (cause === null) return []
      const { code, severity, table } = cause
      return [{
        cause: key, code, severity, count, title: issueTitle(code), where: causePlace(cause, source.tables[table]?.headers[cause.column]),
        looks: causeLooks(cause), example: issueMessage(example), table,
      }]
    }),
  }
}

export function fixesView(session: Session, prepared: PreparedFile, cause: string): z.input<typeof CauseFixes> {
  const [example] = prepared.issues({ cause }, 0, 1).issues
  if (example === undefined) return { fixes: [], takesText: false, choices: [] }
  const fixes = helpingFixes(session, prepared, cause).map((fix) => ({ fix, label: fixLabel(fix, example.code) }))
  return { fixes, takesText: takesText(example), choices: [...choicesOf(example.field)] }
}

export interface PreviewQuery {
  readonly cause: string
  readonly fix: Fix
  readonly from: number
  readonly count: number
}

/** Before and after, a page of them: of rows that are left out there is no after. */
export function previewView(session: Session, { prepared, mended, query }: { readonly prepared: PreparedFile; readonly mended: MendedCause; readonly query: PreviewQuery }): z.input<typeof FixPreview> {
  const { cause, fix, from, count } = query
  const [found] = prepared.issues({ cause }, 0, 1).issues
  const { tables } = session.source
  const cells = mended.cells.slice(from, from + count).map(({ place, text }) => ({
    table: place.table, row: place.row, cell: `${columnLetters(place.column)}${place.row}`, column: tables[place.table]?.headers[place.column] ?? '',
    before: textBefore(session, place), after: text,
  }))
  const rows = mended.rows.slice(Math.max(0, from - mended.cells.length), Math.max(0, from + count - mended.cells.length)).map(({ table, row }) => ({
    table, row, cell: String(row), column: '', before: rowText(session, prepared, { table, row }), after: null,
  }))
  return {
    label: found === undefined ? '' : fixLabel(fix, found.code), fitted: mended.fitted, left: Array.from(mended.unfit, ([why, times]) => ({ why: unfitText(why), count: times })),
    helps: found !== undefined && helps(session, prepared, { fix, found }), total: mended.cells.length + mended.rows.length, changes: [...cells, ...rows],
  }
}

function textBefore({ source, edits }: Session, place: { readonly table: number; readonly row: number; readonly column: number }): string {
  const rows = source.tables[place.table]?.rows ?? []
  const index = indexOfRow(rows, place.row)
  return editOf(edits, place) ?? (index < 0 ? '' : (rows.at(index)?.cells[place.column] ?? ''))
}

/** The first texts of a row, to know it by. */
function rowText({ source }: Session, prepared: PreparedFile, { table, row }: { readonly table: number; readonly row: number }): string {
  const index = indexOfRow(source.tables[table]?.rows ?? [], row)
  return index < 0 ? '' : prepared.rowAt(table, index).cells.filter((text) => text.trim() !== '').slice(0, 3).join(' · ')
}
