import { issue, type Issue } from '#core/model/issue.ts'
import { ownCopy } from '#core/model/own-copy.ts'
import type { NewRowSink, SourceRow } from '#core/model/source.ts'
import type { ShownNumbers } from './scan-sheet.ts'

export interface MarkWatch {
  /** A sink that is watched on the way: what goes to it are the records, without header, title and footer. */
  watch(newSink: NewRowSink): NewRowSink
  finish(): readonly Issue[]
}

/**
 * What the marks of a table's cells oblige us to say: errors in cells, numbers whose digits are lost, and formulas, of which only
 * the first in each column is named (params `count`: how many cells of the column). `value` of a `cell-error` is null where a
 * formula has no saved result.
 */
export function newMarkWatch(table: number): MarkWatch {
  const issues: Issue[] = []
  const formulas = new Map<number, { readonly row: number; readonly value: string; count: number }>()

  function note({ row, cells, marks }: SourceRow): void {
    for (const key in marks) {
      const column = Number(key)
      const mark = marks[column]
      if (mark === 'number' || mark === 'date' || mark === 'boolean') continue
      const value = ownCopy(cells[column] ?? '')
      const place = { table, row, column }
      if (mark === 'error') issues.push(issue({ code: 'cell-error', severity: 'error', place, value: value === '' ? null : value }))
      if (mark === 'imprecise-number') issues.push(issue({ code: 'imprecise-number', severity: 'warning', place, value }))
      if (mark !== 'formula') continue
      const known = formulas.get(column)
      if (known === undefined) formulas.set(column, { row, value, count: 1 })
      else known.count += 1
    }
  }
  return {
    watch: (newSink) => () => {
      const sink = newSink()
      return {
        add(row) {
          if (row.marks !== undefined) note(row)
          sink.add(row)
        },
        finish: () => sink.finish(),
      }
    },
    finish: () => [
      ...issues,
      ...[...formulas].toSorted(([a], [b]) => a - b).map(([column, { row, value, count }]) =>
        issue({ code: 'formula-value', severity: 'info', place: { table, row, column }, value, params: { count } })),
    ],
  }
}

/** Numbers that the sheet shows as something else, the first of each column (params `shows`, and `count` of the column). */
export function shownOtherwiseIssues(table: number, { shown, headerRow }: { readonly shown: ShownNumbers; readonly headerRow: number }): readonly Issue[] {
  return [...shown].flatMap(([column, { row, value, shows, count }]) =>
    (row <= headerRow ? [] : [issue({ code: 'number-shown-otherwise', severity: 'warning', place: { table, row, column }, value, params: { shows, count } })]))
}
