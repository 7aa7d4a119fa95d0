import type { RowChanges } from '../model/history.ts'

/** How to come from one state of a file to another: steps to take back, the latest first, then steps to do again. */
export interface HistoryPath {
  readonly back: readonly number[]
  readonly forth: readonly number[]
}

/** `parents`: by the number of each step, the state it was made in. */
export function pathBetween(parents: ReadonlyMap<number, number>, from: number, to: number): HistoryPath {
  const below = lineOf(parents, to)
  const common = new Set(below)
  const back = lineOf(parents, from)
  const meeting = back.findIndex((id) => common.has(id))
  return { back: back.slice(0, meeting), forth: below.slice(0, below.indexOf(back[meeting] ?? 0)).toReversed() }
}

/** From a state up to the file itself, both included. */
export function lineOf(parents: ReadonlyMap<number, number>, from: number): readonly number[] {
  const line = [from]
  for (let id = from; id !== 0;) {
    id = parents.get(id) ?? 0
    line.push(id)
  }
  return line
}

/** The same the other way round. */
export function inverse({ cells, rows }: RowChanges): RowChanges {
  return {
    cells: cells.map(([table, row, column, before, after]) => [table, row, column, after, before]),
    rows: rows.map(([table, row, isLeftOut]) => [table, row, !isLeftOut]),
  }
}
