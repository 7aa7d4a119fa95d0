import { mendIssue } from '#core/mend/mend-issue.ts'
import type { CellText, Fix, Unfit } from '#core/model/fix.ts'
import { cellKey, type RowPlace } from '#core/model/place.ts'
import { pause } from '../prepare/pause.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import { preparedOf, type Session } from '../session/session.ts'
import { subjectsOf } from './subject-of.ts'

/** What a fix would do about all issues of a cause. */
export interface MendedCause {
  readonly cells: readonly CellText[]
  readonly rows: readonly (RowPlace & { readonly isLeftOut: true })[]
  /** Issues that it does something about, and why it does nothing about the others. */
  readonly fitted: number
  readonly unfit: ReadonlyMap<Unfit, number>
}

const atOnce = 2_000

/** Goes through the issues of a cause, as they are known, and changes nothing. */
export async function mendCause(session: Session, cause: string, fix: Fix): Promise<MendedCause> {
  for (;;) {
    const prepared = await preparedOf(session)
    const { counts } = prepared
    const mended = await mendWhile(session, { prepared, cause, fix, isSame: () => prepared.counts === counts })
    if (mended !== null) return mended
  }
}

interface Work {
  readonly prepared: PreparedFile
  readonly cause: string
  readonly fix: Fix
  /** False once the file has changed in between. */
  readonly isSame: () => boolean
}

async function mendWhile(session: Session, { prepared, cause, fix, isSame }: Work): Promise<MendedCause | null> {
  const subjectOf = subjectsOf(session, prepared)
  const cells = new Map<string, CellText>()
  const rows = new Map<string, RowPlace & { readonly isLeftOut: true }>()
  const unfit = new Map<Unfit, number>()
  let fitted = 0
  for (let from = 0; ; from += atOnce) {
    const { issues } = prepared.issues({ cause }, from, atOnce)
    for (const found of issues) {
      const mended = mendIssue(fix, subjectOf(found))
      if (mended.kind === 'unfit') unfit.set(mended.why, (unfit.get(mended.why) ?? 0) + 1)
      else fitted += 1
      if (mended.kind === 'cells') for (const cell of mended.cells) cells.set(cellKey(cell.place), cell)
      if (mended.kind === 'rows') for (const row of mended.rows) rows.set(`${row.table}:${row.row}`, { ...row, isLeftOut: true })
    }
    if (issues.length < atOnce) return { cells: [...cells.values()], rows: [...rows.values()], fitted, unfit }
    await pause()
    if (!isSame()) return null
  }
}
