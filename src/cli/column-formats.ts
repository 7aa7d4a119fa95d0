import type { ColumnMatch, DateOrder, DecimalSign } from '#core/model/mapping.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import { touch, type Session } from '#engine/session/session.ts'
import { columnNumber } from './column-number.ts'

const dateOrders: readonly DateOrder[] = ['dmy', 'mdy', 'ymd']
const decimalSigns: readonly DecimalSign[] = ['point', 'comma']

/** `dmy` settles each column of dates that leaves its order open; `column=dmy` that one, whatever its values say. */
export function applyDateOrders(session: Session, said: readonly string[]): Result<null> {
  return eachSaid(said, ({ name, word }) => {
    const order = dateOrders.find((known) => known === word)
    if (order === undefined) return fail('bad-usage', '--date-order takes dmy, mdy or ymd, or column=dmy for one column.')
    return changeMatches(session, name, (match) => {
      const isOpen = match.dateOrder !== undefined && (name !== null || match.dateOrderProven !== true)
      return isOpen ? { ...match, dateOrder: order, dateOrderProven: true } : match
    })
  })
}

/** As `applyDateOrders`, for columns of numbers. */
export function applyDecimalSigns(session: Session, said: readonly string[]): Result<null> {
  return eachSaid(said, ({ name, word }) => {
    const sign = decimalSigns.find((known) => known === word)
    if (sign === undefined) return fail('bad-usage', '--decimal-sign takes point or comma, or column=comma for one column.')
    return changeMatches(session, name, (match) => {
      const isOpen = match.decimalSign !== undefined && (name !== null || match.decimalSignProven !== true)
      return isOpen ? { ...match, decimalSign: sign, decimalSignProven: true } : match
    })
  })
}

interface Said {
  /** Of the column; null: all of them. */
  readonly name: string | null
  readonly word: string
}

function eachSaid(said: readonly string[], apply: (said: Said) => Result<null>): Result<null> {
  for (const text of said) {
    const at = text.lastIndexOf('=')
    const done = apply(at < 0 ? { name: null, word: text.trim() } : { name: text.slice(0, at).trim(), word: text.slice(at + 1).trim() })
    if (!done.ok) return done
  }
  return ok(null)
}

function changeMatches(session: Session, name: string | null, change: (match: ColumnMatch) => ColumnMatch): Result<null> {
  const place = name === null ? null : columnNumber(session.source, name)
  if (name !== null && place === null) return fail('bad-usage', `There is no column called "${name}".`)
  if (place !== null && !place.ok) return place
  const isMeant = (table: number, column: number): boolean => place === null || (place.value.table === table && place.value.column === column)
  const tables = session.mapping.tables.map((table, index) => ({
    ...table, columns: table.columns.map((match) => (isMeant(index, match.column) ? change(match) : match)),
  }))
  session.mapping = { ...session.mapping, tables }
  touch(session)
  return ok(null)
}
