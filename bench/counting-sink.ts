import type { NewRowSink, RowList } from '#core/model/source.ts'

/** Rows that were counted and let go. */
function lostRows(length: number): RowList {
  return { length, at: () => undefined, [Symbol.iterator]: () => [][Symbol.iterator]() }
}

/** Counts the rows and the cells that hold something, and keeps none of them: what reading alone costs. */
export function newCountingSink(): { readonly newSink: NewRowSink; readonly count: { readonly rows: number; readonly cells: number } } {
  const count = { rows: 0, cells: 0 }
  const newSink: NewRowSink = () => ({
    add: ({ cells }) => {
      count.rows += 1
      count.cells += countFilled(cells)
    },
    finish: () => ({ rows: lostRows(count.rows), columns: [] }),
  })
  return { newSink, count }
}

export function countFilled(cells: readonly string[]): number {
  let filled = 0
  for (const cell of cells) if (cell !== '') filled += 1
  return filled
}
