import type { z } from 'zod'
import type { RowOrder as RowOrderShape } from '#shared/ipc/source-schemas.ts'
import { pause } from '../prepare/pause.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import type { Session } from '../session/session.ts'
import { sortKeyOf } from './sort-key.ts'
import { sortPositions } from './sort-positions.ts'

type RowOrder = z.output<typeof RowOrderShape>

/** The rows of a table in the order that was asked for: positions in it, and of each position its place. */
export interface Order {
  readonly positions: Int32Array
  readonly placeOf: Int32Array
}

interface Asked {
  readonly table: number
  readonly order: RowOrder
}

/** The order last asked for. It is not made again when rows change: under the operator's hands no row goes elsewhere. */
const lastOrder = new WeakMap<Session, { readonly name: string; readonly order: Promise<Order> }>()

export function orderOf(session: Session, prepared: PreparedFile, asked: Asked): Promise<Order> {
  const name = JSON.stringify([asked.table, asked.order.column, asked.order.descending, asked.order.turn])
  const known = lastOrder.get(session)
  if (known?.name === name) return known.order
  const order = makeOrder(session, prepared, asked)
  lastOrder.set(session, { name, order })
  return order
}

async function makeOrder(session: Session, prepared: PreparedFile, { table, order: { column, descending } }: Asked): Promise<Order> {
  const keyOf = sortKeyOf(session, table, column)
  const keys = []
  for (let index = 0; index < (session.source.tables[table]?.rows.length ?? 0); index++) {
    keys.push(keyOf(prepared.rowAt(table, index).cells[column] ?? ''))
    if (index % 2_000 === 1_999) await pause()
  }
  const positions = await sortPositions(keys, descending)
  const placeOf = new Int32Array(positions.length)
  for (const [place, position] of positions.entries()) placeOf[position] = place
  return { positions, placeOf }
}
