import { normaliseFieldPath, findField, isCustomFieldPath } from '#core/catalogue/index.ts'
import { formatTarget, parseTarget, type ColumnMatch, type ColumnTarget, type DateOrder, type DecimalSign } from '#core/model/mapping.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import { touch, type Session } from './session.ts'

export interface ColumnChoice {
  readonly table: number
  readonly column: number
  /** As `formatTarget` writes it; null leaves the column out. */
  readonly target: string | null
  readonly dateOrder?: DateOrder | undefined
  readonly decimalSign?: DecimalSign | undefined
}

/** Reads a target as people type it; says what is wrong when there is no such field. */
export function readTarget(text: string): Result<ColumnTarget> {
  const parsed = parseTarget(text)
  const target = parsed === null ? null : { ...parsed, field: normaliseFieldPath(parsed.field) }
  if (target === null || (findField(target.field) === null && !isCustomFieldPath(target.field))) {
    return fail('bad-usage', `There is no field called "${text}". docs/fields.md lists them all, for example customer.customerAccountNumber.`)
  }
  return ok(target)
}

/** The operator's own choice for a column. Another column of the table that had the field loses it, and says to whom. */
export function chooseColumn(session: Session, choice: ColumnChoice): Result<null> {
  const target = choice.target === null ? ok(null) : readTarget(choice.target)
  if (!target.ok) return target
  const table = session.mapping.tables[choice.table]
  const chosen = table?.columns.find((match) => match.column === choice.column)
  if (table === undefined || chosen === undefined) return fail('bad-usage', 'There is no such column in this file.')
  const columns = table.columns.map((match) => (match === chosen ? ownChoice(match, target.value, choice) : yielding(match, target.value, chosen)))
  session.mapping = { ...session.mapping, tables: session.mapping.tables.map((each, index) => (index === choice.table ? { ...each, columns } : each)) }
  touch(session)
  return ok(null)
}

function ownChoice(match: ColumnMatch, target: ColumnTarget | null, { dateOrder, decimalSign }: ColumnChoice): ColumnMatch {
  const order = dateOrder === undefined ? {} : { dateOrder, dateOrderProven: true }
  const sign = decimalSign === undefined ? {} : { decimalSign, decimalSignProven: true }
  // How its dates and numbers are read belongs to the column's texts; what they mean belongs to the field.
  const { values, ...rest } = match
  const kept = values === undefined || match.target?.field !== target?.field ? rest : match
  return { ...kept, ...order, ...sign, target, confidence: 1, accepted: target !== null, chosen: true, reason: target === null ? 'Left out by your choice.' : 'Your choice.' }
}

function yielding(match: ColumnMatch, target: ColumnTarget | null, winner: ColumnMatch): ColumnMatch {
  if (target === null || match.target === null || formatTarget(match.target) !== formatTarget(target)) return match
  // Not chosen to be left out: nothing is to be learned from that.
  return { ...match, target: null, accepted: false, confidence: 1, chosen: false, reason: `You chose the column "${winner.header}" for this field.` }
}

/** A value for a field the file lacks; null takes it away again. */
export function setFixed(session: Session, field: string, text: string | null): Result<null> {
  const target = readTarget(field)
  if (!target.ok) return target
  const { [target.value.field]: _, ...others } = session.mapping.fixed
  session.mapping = { ...session.mapping, fixed: text === null || text.trim() === '' ? others : { ...others, [target.value.field]: text } }
  touch(session)
  return ok(null)
}

export interface ValuesChoice {
  readonly table: number
  readonly column: number
  /** All confirmed texts of the column: text to what the field takes. */
  readonly values: Readonly<Record<string, string>>
}

/** What the operator confirmed of the texts of a column, in place of what was confirmed before. */
export function setValues(session: Session, choice: ValuesChoice): Result<null> {
  const table = session.mapping.tables[choice.table]
  const match = table?.columns.find(({ column }) => column === choice.column)
  if (table === undefined || match?.target === undefined || match.target === null) return fail('bad-usage', 'There is no column of this file with a field there.')
  const { values: _, ...rest } = match
  const changed = Object.keys(choice.values).length === 0 ? rest : { ...rest, values: choice.values }
  const columns = table.columns.map((each) => (each === match ? changed : each))
  session.mapping = { ...session.mapping, tables: session.mapping.tables.map((each) => (each === table ? { ...table, columns } : each)) }
  touch(session)
  return ok(null)
}
