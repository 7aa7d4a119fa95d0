// Everything that is decided once for a column before its first cell is converted.
import type { ColumnProfile } from '#core/model/column-profile.ts'
import type { FieldEntry, FieldType } from '#core/model/field.ts'
import type { ColumnMatch } from '#core/model/mapping.ts'
import { inOrder, readDates } from './date-reading.ts'
import type { DateReading } from './date-reading.ts'
import { readNumbers, undecidedNumbers } from './number-reading.ts'
import type { NumberReading } from './number-reading.ts'

export interface ColumnReading {
  readonly dates: DateReading
  readonly numbers: NumberReading
}

/** For a text without a column, such as a fixed value: dates day first, as the United Kingdom writes them. */
export const aloneReading: ColumnReading = { dates: inOrder('dmy'), numbers: undecidedNumbers }

export function readColumn(entry: FieldEntry | null, match: ColumnMatch | null, profile: ColumnProfile): ColumnReading {
  const kind = entry?.type.kind
  return {
    dates: kind === 'date' ? readDates(match, profile.dates) : aloneReading.dates,
    numbers: kind === 'integer' || kind === 'decimal' ? readNumbers(match, profile.numbers) : aloneReading.numbers,
  }
}

const tableKinds: ReadonlySet<FieldType['kind']> = new Set<FieldType['kind']>(['boolean', 'country', 'enum', 'reference', 'reference-list', 'integer', 'decimal', 'date'])

/** Whether the texts of such a field may stand in a table of values (`ColumnMatch.values`); a name or a code is only what it is. */
export function takesValueTable(entry: FieldEntry | null): boolean {
  return entry !== null && tableKinds.has(entry.type.kind)
}
