// The filter grammar of list GETs and HEADs. elevate-api.md section 2.2; what it leaves open is decided in
// docs/sandbox-differences.md.
import type { FilterKind } from '#api/endpoint.ts'
import { WireDate } from '#api/schemas/primitives.ts'
import type { JsonValue } from './json.ts'

export type Filter = {
  readonly field: string
  readonly matches: (value: JsonValue | undefined) => boolean
  /** The values that can match, when the filter names them: lets a handler use an index. */
  readonly exact: readonly string[] | null
}
type Grammar = (text: string) => Omit<Filter, 'field'> | null

const scalarText = (value: JsonValue | undefined): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : null

const oneOf = (values: readonly string[]) => (value: JsonValue | undefined) => {
  const text = scalarText(value)
  return text !== null && values.includes(text)
}

/** SQL LIKE: % any run, _ any one character; everything else stands for itself. */
function likePattern(pattern: string): RegExp {
  const source = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%', '.*').replaceAll('_', '.')
  return new RegExp(`^${source}$`, 'su')
}

const stringFilter: Grammar = (text) => {
  if (text.startsWith('in:')) return { matches: oneOf(text.slice(3).split(',')), exact: text.slice(3).split(',') }
  if (!text.startsWith('like:')) return { matches: oneOf([text]), exact: [text] }
  const pattern = likePattern(text.slice(5))
  return { matches: (value) => typeof value === 'string' && pattern.test(value), exact: null }
}

const idFilter: Grammar = (text) => (/^\d+$/.test(text) ? { matches: oneOf([BigInt(text).toString()]), exact: [BigInt(text).toString()] } : null)

/** Dates and date-times compare as text: both forms are fixed in width. */
const ordered =
  (isOperand: (text: string) => boolean, operators: readonly string[]): Grammar =>
  (text) => {
    const operator = operators.find((candidate) => text.startsWith(candidate)) ?? ''
    const operand = text.slice(operator.length)
    if (!isOperand(operand)) return null
    const compare = (value: JsonValue | undefined): boolean => {
      if (typeof value !== 'string') return operator === 'gtn:'
      if (operator === 'lt:') return value < operand
      return operator === '' ? value === operand : value > operand
    }
    return { matches: compare, exact: null }
  }

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/
const isDate = (text: string): boolean => WireDate.safeParse(text).success
const isDateTime = (text: string): boolean => isDate(DATE_TIME.exec(text)?.[1] ?? '')

const grammars: Readonly<Record<FilterKind, Grammar>> = {
  string: stringFilter,
  id: idFilter,
  integer: idFilter,
  date: ordered(isDate, ['lt:', 'gtn:', 'gt:']),
  'date-time': ordered(isDateTime, ['lt:', 'gt:']),
  boolean: (text) => (text === 'true' || text === 'false' ? { matches: oneOf([text]), exact: null } : null),
}

export function parseFilter(field: string, kind: FilterKind, text: string): Filter | null {
  const grammar = grammars[kind](text)
  return grammar === null ? null : { field, ...grammar }
}
