import type { ColumnView, ValueLine } from '../../app/views.ts'

/** Known: it reads so by itself. Confirmed: by the operator. Open: until it is confirmed it is an error of its cells. */
export type ValueState = 'known' | 'confirmed' | 'open'

export function valueState(line: Pick<ValueLine, 'taken' | 'confirmed'>): ValueState {
  if (line.confirmed !== null) return 'confirmed'
  return line.taken ? 'known' : 'open'
}

export function openValues(column: Pick<ColumnView, 'values'>): number {
  return column.values?.lines.filter((line) => valueState(line) === 'open').length ?? 0
}

/** Values as `mapping.setValues` takes them: all that were confirmed before, and these. */
export function withConfirmed(lines: readonly ValueLine[], more: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const before = lines.flatMap((line) => (line.confirmed === null ? [] : [[line.text, line.confirmed] as const]))
  return Object.fromEntries([...before, ...more])
}
