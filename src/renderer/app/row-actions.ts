import { ask, askQuietly, type Desk } from './asking.ts'
import type { CellRange, FixValue, RangeChange, ReviewView, SourceId } from './views.ts'

export interface CellPlace { readonly table: number; readonly row: number; readonly column: number }

/** Mending the rows of the file that is open, and taking that back. */
export function rowActions(desk: Desk) {
  const { client, now, tell } = desk
  const source = (): SourceId | null => {
    const { step } = now()
    return 'work' in step ? step.work.source.sourceId : null
  }
  type Review = ReturnType<typeof client.review.read>
  const changeRows = async (call: (sourceId: SourceId) => Review): Promise<ReviewView | null> => {
    const sourceId = source()
    if (sourceId === null) return null
    const answer = await askQuietly(desk, () => call(sourceId))
    if (answer === null) return null
    tell({ kind: 'review-changed', sourceId, review: answer.value })
    return answer.value
  }
  return {
    async readReview(): Promise<void> {
      const sourceId = source()
      if (sourceId === null) return
      const answer = await ask(desk, 'checking', () => client.review.read({ sourceId }))
      if (answer !== null) tell({ kind: 'review-read', sourceId, review: answer.value })
    },
    applyFix: (cause: string, fix: FixValue) => changeRows((sourceId) => client.mend.apply({ sourceId, cause, fix })),
    undo: () => changeRows((sourceId) => client.mend.undo({ sourceId })),
    redo: () => changeRows((sourceId) => client.mend.redo({ sourceId })),
    goToStep: (step: number) => changeRows((sourceId) => client.mend.goTo({ sourceId, step })),
    editCell: (place: CellPlace, text: string | null) => changeRows((sourceId) => client.source.edit({ sourceId, ...place, text })),
    /** Text of a range for the clipboard; null: it could not be had, which was told. */
    async copyRange(range: CellRange): Promise<string | null> {
      const sourceId = source()
      const answer = sourceId === null ? null : await askQuietly(desk, () => client.source.copy({ sourceId, range }))
      return answer?.value.text ?? null
    },
    async changeRange(range: CellRange, change: RangeChange): Promise<{ readonly cells: number; readonly lost: { readonly rows: number; readonly columns: number } } | null> {
      const sourceId = source()
      if (sourceId === null) return null
      const answer = await askQuietly(desk, () => client.source.changeRange({ sourceId, range, change }))
      if (answer === null) return null
      tell({ kind: 'review-changed', sourceId, review: answer.value.review })
      return answer.value
    },
    excludeRow: (table: number, row: number, excluded: boolean) =>
      changeRows((sourceId) => client.source.exclude({ sourceId, table, rows: [row], excluded })),
  }
}
