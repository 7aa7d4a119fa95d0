import type { Delimiter } from '#core/model/reading.ts'
import { maskOf } from './cell-shape.ts'

/**
 * Whether the lines of a record that has line breaks inside quotes are rows of the table each: then a quote was left open and
 * another one, rows later, seemed to close it. A text of several lines hardly ever has all the delimiters of a row on each of
 * them; where rows are narrow, the lines must begin alike as well, such as with a number.
 */
export function looksLikeRows(record: string, delimiter: Delimiter, widthOfRows: () => number): boolean {
  // Nearly every text of several lines is told by its last line, which is cheap to look at.
  const columns = cellsOfLastLine(record, delimiter)
  if (columns < 3 || columns !== widthOfRows()) return false
  const lines = record.split(/\r\n|\n|\r/).map((line) => line.split(delimiter))
  if (!lines.every((cells) => cells.length === columns)) return false
  if (columns >= 6) return true
  const mask = maskOf(lines[0]?.[0] ?? '')
  return mask.includes('9') && lines.every(([first = '']) => maskOf(first) === mask)
}

function cellsOfLastLine(record: string, delimiter: Delimiter): number {
  let cells = 1
  for (let at = record.length - 1; at >= 0; at -= 1) {
    const sign = record[at]
    if (sign === delimiter) cells += 1
    else if (sign === '\n' || sign === '\r') break
  }
  return cells
}
