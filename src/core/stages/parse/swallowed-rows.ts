import { maskOf } from './cell-shape.ts'
import type { Delimiter } from '#core/model/reading.ts'

/**
 * Whether the lines of a record that has line breaks inside quotes are rows of the table each: then a quote was left open and
 * another one, rows later, seemed to close it. A text of several lines hardly ever has all the delimiters of a row on each of
 * them; where rows are narrow, the lines must begin alike as well, such as with a number.
 */
export function looksLikeRows(record: string, delimiter: Delimiter, columns: number): boolean {
  if (columns < 3) return false
  const lines = record.split(/\r\n|\n|\r/).map((line) => line.split(delimiter))
  if (!lines.every((cells) => cells.length === columns)) return false
  if (columns >= 6) return true
  const mask = maskOf(lines[0]?.[0] ?? '')
  return mask.includes('9') && lines.every(([first = '']) => maskOf(first) === mask)
}
