import type { z } from 'zod'
import type { SourceRow } from '#core/model/source.ts'
import type { RowFilter as RowFilterShape } from '#shared/ipc/source-schemas.ts'
import { pause } from '../prepare/pause.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import type { Session } from '../session/session.ts'

export type RowFilter = z.output<typeof RowFilterShape>

/** Rows in the order of their numbers. */
export interface Listed {
  readonly length: number
  at(index: number): SourceRow | undefined
}

/** The rows of a table that a filter leaves. A million rows are not copied for it: numbers are kept, and only of rows that it names. */
export async function listedRows({ source }: Session, prepared: PreparedFile, { table, filter }: { readonly table: number; readonly filter: RowFilter }): Promise<Listed> {
  const rows: Listed = source.tables[table]?.rows ?? []
  const named = namedRows(prepared, table, filter)
  const words = filter.search?.trim().toLocaleLowerCase('en') ?? ''
  const wanted = words === '' ? named : await searchRows(prepared, { table, rows, named, words })
  return wanted === null ? rows : { length: wanted.length, at: (place) => {
    const row = wanted[place]
    return row === undefined ? undefined : rows.at(firstAtOrAfter(rows, row))
  } }
}

/** Null: all of them. */
function namedRows(prepared: PreparedFile, table: number, { only, cause }: RowFilter): Int32Array | null {
  if (cause !== undefined) return prepared.issueRows(table, { cause })
  switch (only) {
    case 'all': return null
    case 'problems': return prepared.issueRows(table, {})
    case 'errors': return prepared.issueRows(table, { severity: 'error' })
    case 'warnings': return prepared.issueRows(table, { severity: 'warning' })
  }
}

interface Search {
  readonly table: number
  readonly rows: Listed
  readonly named: Int32Array | null
  readonly words: string
}

/** What was last found in a file, as it then was: pages of one list are asked for one after the other. */
const lastFound = new WeakMap<PreparedFile, { readonly name: string; readonly counts: PreparedFile['counts']; readonly found: Int32Array }>()

async function searchRows(prepared: PreparedFile, { table, rows, named, words }: Search): Promise<Int32Array> {
  const name = JSON.stringify([table, words, named?.length, named?.[0]])
  const known = lastFound.get(prepared)
  const { counts } = prepared
  if (known?.name === name && known.counts === counts) return known.found
  const found: number[] = []
  const length = named?.length ?? rows.length
  for (let at = 0; at < length; at++) {
    const index = named === null ? at : firstAtOrAfter(rows, named[at] ?? 0)
    const { row, cells } = prepared.rowAt(table, index)
    const customer = prepared.ledgerAt(table, index).customer ?? ''
    if ([customer, ...cells].some((text) => text.toLocaleLowerCase('en').includes(words))) found.push(row)
    if (at % 2_000 === 1_999) await pause()
  }
  const numbers = Int32Array.from(found)
  lastFound.set(prepared, { name, counts, found: numbers })
  return numbers
}

/** Rows stand in the order of their numbers, so that a place is found by halving. */
export function firstAtOrAfter(rows: Listed, row: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows.at(middle)?.row ?? Infinity) < row) low = middle + 1
    else high = middle
  }
  return low
}
