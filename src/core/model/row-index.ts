import type { RowList } from './source.ts'

/**
 * Position of a row in its table; -1 when there is none. Rows stand in ascending order, most often without a gap: then the first
 * look finds it, and a staged file is not searched.
 */
export function indexOfRow(rows: RowList, row: number): number {
  const first = rows.at(0)?.row
  if (first === undefined || row < first) return -1
  let high = Math.min(rows.length - 1, row - first)
  let low = 0
  let middle = high
  while (low <= high) {
    const at = rows.at(middle)?.row ?? 0
    if (at === row) return middle
    if (at < row) low = middle + 1
    else high = middle - 1
    middle = (low + high) >> 1
  }
  return -1
}
