import type { z } from 'zod'
import type { RowList, SourceRow } from '#core/model/source.ts'
import { indexOfRow } from '#core/model/row-index.ts'
import type { RowFilter as RowFilterShape } from '#shared/ipc/source-schemas.ts'
import { pause } from '../prepare/pause.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import type { Session } from '../session/session.ts'
import { orderOf, type Order } from './row-order.ts'

export type RowFilter = z.output<typeof RowFilterShape>

/** Rows as a list shows them. */
export interface Listed {
  readonly length: number
  at(index: number): SourceRow | undefined
  /** Place of a row in the list by its number; -1 when it is not in it. */
  indexOf(row: number): number
}

export interface ListQuery {
  readonly table: number
  readonly filter: RowFilter
}

/** The rows of a table that a filter leaves. A million rows are not copied for it: numbers are kept, and only of rows that it names. */
export async function listedRows(session: Session, prepared: PreparedFile, { table, filter }: ListQuery): Promise<Listed> {
  const rows: RowList = session.source.tables[table]?.rows ?? []
  const wanted = await wantedRows(prepared, rows, { table, filter })
  if (filter.order === undefined) return wanted === null ? allRows(rows) : someRows(rows, wanted)
  const order = await orderOf(session, prepared, { table, order: filter.order })
  return orderedRows(rows, order, wanted === null ? order.positions : await inOrder(rows, order, wanted))
}

function allRows(rows: RowList): Listed {
  return { length: rows.length, at: (index) => rows.at(index), indexOf: (row) => indexOfRow(rows, row) }
}

function someRows(rows: RowList, wanted: Int32Array): Listed {
  return {
    length: wanted.length, at: (index) => rowOf(rows, wanted[index]),
    indexOf: (row) => {
      const index = firstNotBefore(wanted.length, (at) => (wanted[at] ?? 0) < row)
      return wanted[index] === row ? index : -1
    },
  }
}

function orderedRows(rows: RowList, { placeOf }: Order, positions: Int32Array): Listed {
  return {
    length: positions.length, at: (index) => rows.at(positions[index] ?? -1),
    indexOf: (row) => {
      const position = indexOfRow(rows, row)
      const index = firstNotBefore(positions.length, (at) => (placeOf[positions[at] ?? -1] ?? -1) < (placeOf[position] ?? -1))
      return position >= 0 && positions[index] === position ? index : -1
    },
  }
}

const lastOrdered = new WeakMap<Int32Array, { readonly order: Order; readonly positions: Int32Array }>()

/** Positions of the wanted rows, in that order; kept while the same rows are wanted, page by page. */
async function inOrder(rows: RowList, order: Order, wanted: Int32Array): Promise<Int32Array> {
  const known = lastOrdered.get(wanted)
  if (known?.order === order) return known.positions
  const places = new Int32Array(wanted.length)
  for (const [at, row] of wanted.entries()) {
    places[at] = order.placeOf[indexOfRow(rows, row)] ?? -1
    if (at % 2_000 === 1_999) await pause()
  }
  const positions = places.sort().map((place) => order.positions[place] ?? -1)
  lastOrdered.set(wanted, { order, positions })
  return positions
}

function rowOf(rows: RowList, row: number | undefined): SourceRow | undefined {
  const index = row === undefined ? -1 : indexOfRow(rows, row)
  return index < 0 ? undefined : rows.at(index)
}

/** Numbers of the wanted rows, ascending; null for all of them. */
async function wantedRows(prepared: PreparedFile, rows: RowList, { table, filter }: ListQuery): Promise<Int32Array | null> {
  const named = namedRows(prepared, table, filter)
  const words = filter.search?.trim().toLocaleLowerCase('en') ?? ''
  return words === '' ? named : searchRows(prepared, { table, filter, rows, named, words })
}

function namedRows(prepared: PreparedFile, table: number, { only, cause, customer }: RowFilter): Int32Array | null {
  if (customer !== undefined) return Int32Array.from((prepared.customer(customer, 0)?.rows ?? []).flatMap((place) => (place.table === table ? [place.row] : []))).sort()
  if (cause !== undefined) return prepared.issueRows(table, { cause })
  switch (only) {
    case 'all': return null
    case 'problems': return prepared.issueRows(table, {})
    case 'errors': return prepared.issueRows(table, { severity: 'error' })
    case 'warnings': return prepared.issueRows(table, { severity: 'warning' })
  }
}

interface Search extends ListQuery {
  readonly rows: RowList
  readonly named: Int32Array | null
  readonly words: string
}

/** What was last found in a file, as it then was: pages of one list are asked for one after the other. */
const lastFound = new WeakMap<PreparedFile, { readonly name: string; readonly counts: PreparedFile['counts']; readonly found: Int32Array }>()

async function searchRows(prepared: PreparedFile, { table, filter, rows, named, words }: Search): Promise<Int32Array> {
  const name = JSON.stringify([table, { ...filter, order: null }])
  const known = lastFound.get(prepared)
  const { counts } = prepared
  if (known?.name === name && known.counts === counts) return known.found
  const found: number[] = []
  const length = named?.length ?? rows.length
  for (let at = 0; at < length; at++) {
    const index = named === null ? at : indexOfRow(rows, named[at] ?? 0)
    const { row, cells } = prepared.rowAt(table, index)
    const customer = prepared.ledgerAt(table, index).customer ?? ''
    if ([customer, ...cells].some((text) => text.toLocaleLowerCase('en').includes(words))) found.push(row)
    if (at % 2_000 === 1_999) await pause()
  }
  const numbers = Int32Array.from(found)
  lastFound.set(prepared, { name, counts, found: numbers })
  return numbers
}

function firstNotBefore(length: number, isBefore: (at: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
