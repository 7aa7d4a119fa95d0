import type { Dialect } from './dialect.ts'
import { newDelimitedReader } from './read-delimited.ts'

/** A few lines as rows, for showing them; what is wrong with them does not matter. */
export function previewRows(text: string, dialect: Dialect): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = []
  const reader = newDelimitedReader({ dialect, onRecord: ({ cells }) => rows.push(cells) })
  return reader.push(text) === null && reader.finish() === null ? rows : text.split('\n').filter((line) => line !== '').map((line) => line.split(dialect.delimiter))
}
