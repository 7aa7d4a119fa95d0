// The one way in which rows are changed: every change is a step of the history, and only what it touches is checked again.
import { inverse, pathBetween } from '#core/mend/history-path.ts'
import { editOf, withEdits } from '#core/model/edits.ts'
import type { CellText } from '#core/model/fix.ts'
import type { CellChange, RowChange, RowChanges, Step } from '#core/model/history.ts'
import { cellKey, type CellPlace, type RowPlace } from '#core/model/place.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import { indexOfRow } from '#core/model/row-index.ts'
import { preparedOf, reviseRows, type Session } from './session.ts'

/** New texts for cells, null for what the file says; rows to leave out or take in. */
export interface WantedChanges {
  readonly cells?: readonly (Omit<CellText, 'text'> & { readonly text: string | null })[]
  readonly rows?: readonly (RowPlace & { readonly isLeftOut: boolean })[]
}

/** Changes rows and keeps the step. A change that changes nothing is none. Answers how many cells and rows are others now. */
export async function changeRows(session: Session, step: Step, wanted: WantedChanges): Promise<number> {
  const changes = changesOf(session, wanted)
  const count = changes.cells.length + changes.rows.length
  if (count === 0) return 0
  session.history?.add(step, changes)
  await takeIn(session, changes)
  return count
}

/** Goes to another state of the file: back, forth, to the file itself, or to another branch. */
export async function goTo(session: Session, id: number): Promise<Result<null>> {
  const { history } = session
  if (history === null) return fail('bad-usage', 'No history is kept of this file.')
  const parents = history.parents()
  if (id !== 0 && !parents.has(id)) return fail('bad-usage', 'There is no such step in the history of this file.')
  const { back, forth } = pathBetween(parents, history.current(), id)
  const changes = joined([...back.map((step) => inverse(history.changesOf(step))), ...forth.map((step) => history.changesOf(step))])
  history.moveTo(id)
  await takeIn(session, changes)
  return ok(null)
}

/** Takes the state in which the file was left, when it is opened. */
export function restore(session: Session): void {
  const { history } = session
  if (history === null || history.current() === 0) return
  const { forth } = pathBetween(history.parents(), 0, history.current())
  write(session, joined(forth.map((step) => history.changesOf(step))))
}

/** Only the last text of a cell counts, and only where it is another than the first. */
function joined(all: readonly RowChanges[]): RowChanges {
  const cells = new Map<string, CellChange>()
  const rows = new Map<string, { readonly change: RowChange; readonly wasLeftOut: boolean }>()
  for (const changes of all) {
    for (const change of changes.cells) {
      const [table, row, column, before, after] = change
      const key = cellKey({ table, row, column })
      const first = cells.get(key)
      cells.set(key, [table, row, column, first === undefined ? before : first[3], after])
    }
    for (const change of changes.rows) {
      const key = `${change[0]}:${change[1]}`
      rows.set(key, { change, wasLeftOut: rows.get(key)?.wasLeftOut ?? !change[2] })
    }
  }
  return {
    cells: [...cells.values()],
    rows: [...rows.values()].flatMap(({ change, wasLeftOut }) => (change[2] === wasLeftOut ? [] : [change])),
  }
}

function changesOf(session: Session, { cells = [], rows = [] }: WantedChanges): RowChanges {
  const last = new Map(cells.map((cell) => [cellKey(cell.place), cell]))
  return {
    cells: [...last.values()].flatMap(({ place, text }): readonly CellChange[] => {
      const before = editOf(session.edits, place) ?? null
      const after = text === null || text === fileText(session, place) ? null : text
      return before === after ? [] : [[place.table, place.row, place.column, before, after]]
    }),
    rows: [...new Map(rows.map((row) => [`${row.table}:${row.row}`, row]))].flatMap(([key, { table, row, isLeftOut }]): readonly RowChange[] =>
      session.excluded.has(key) === isLeftOut ? [] : [[table, row, isLeftOut]]),
  }
}

function fileText({ source }: Session, { table, row, column }: CellPlace): string {
  const rows = source.tables[table]?.rows ?? []
  const index = indexOfRow(rows, row)
  return index < 0 ? '' : (rows.at(index)?.cells[column] ?? '')
}

function write(session: Session, { cells, rows }: RowChanges): void {
  session.edits = withEdits(session.edits, cells.map(([table, row, column, , text]) => ({ place: { table, row, column }, text })))
  for (const [table, row, isLeftOut] of rows) {
    if (isLeftOut) session.excluded.add(`${table}:${row}`)
    else session.excluded.delete(`${table}:${row}`)
  }
}

async function takeIn(session: Session, changes: RowChanges): Promise<void> {
  write(session, changes)
  const rows = new Map([...changes.cells, ...changes.rows].map(([table, row]) => [`${table}:${row}`, { table, row }]))
  reviseRows(session, [...rows.values()])
  await preparedOf(session)
}
