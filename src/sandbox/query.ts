// The query string of a call: filters, and for lists page, pageSize, sort and fields. elevate-api.md section 2.1.
import { type Endpoint, MAX_PAGE_SIZE } from '#api/endpoint.ts'
import { type Filter, parseFilter } from './filters.ts'
import type { JsonObject, JsonValue } from './json.ts'
import { invalid, type Problem } from './problem.ts'

export type SortKey = { readonly field: string; readonly descending: boolean }
export type Query = {
  readonly filters: readonly Filter[]
  readonly page: number
  readonly pageSize: number
  readonly sort: readonly SortKey[]
  readonly fields: readonly string[] | null
}
const emptyQuery: Query = { filters: [], page: 1, pageSize: MAX_PAGE_SIZE, sort: [], fields: null }

const INT32_MAX = 2 ** 31 - 1
const wholeNumber = (text: string | null, max: number): number | null => {
  const value = /^\d{1,10}$/.test(text ?? '') ? Number(text) : 0
  return value >= 1 && value <= max ? value : null
}

const sortKeys = (text: string | null): readonly SortKey[] =>
  (text ?? '').split(',').filter(Boolean).map((part) => ({ field: part.replace(/:desc$/, ''), descending: part.endsWith(':desc') }))

const PAGING = ['page', 'pageSize', 'sort', 'fields']

/** Unknown and repeated parameters are refused: a server that ignored a misspelt filter would answer with everybody. */
function parameterProblems(endpoint: Endpoint, search: URLSearchParams): readonly Problem[] {
  const allowed = new Set([...Object.keys(endpoint.filters), ...(endpoint.paged ? PAGING : [])])
  return [...new Set(search.keys())].flatMap((name) => {
    if (!allowed.has(name)) return [invalid(name, 'is not a parameter of this operation')]
    return search.getAll(name).length > 1 ? [invalid(name, 'is given more than once')] : []
  })
}

type QueryRead = { readonly query: Query; readonly problems: readonly Problem[] }

export function readQuery(endpoint: Endpoint, search: URLSearchParams): QueryRead {
  const problems = [...parameterProblems(endpoint, search)]
  const filters: Filter[] = []
  for (const [field, kind] of Object.entries(endpoint.filters)) {
    const text = search.get(field)
    const filter = text === null ? null : parseFilter(field, kind, text)
    if (filter !== null) filters.push(filter)
    else if (text !== null) problems.push(invalid(field, `'${text}' is no ${kind} filter`))
  }
  if (!endpoint.paged) return { query: { ...emptyQuery, filters }, problems }
  const page = wholeNumber(search.get('page'), INT32_MAX)
  const pageSize = wholeNumber(search.get('pageSize'), MAX_PAGE_SIZE)
  if (page === null) problems.push(invalid('page', 'is required, a whole number from 1'))
  if (pageSize === null) problems.push(invalid('pageSize', `is required, a whole number from 1 to ${MAX_PAGE_SIZE}`))
  const fields = search.get('fields')?.split(',').filter(Boolean) ?? null
  return { query: { filters, page: page ?? 1, pageSize: pageSize ?? 1, sort: sortKeys(search.get('sort')), fields }, problems }
}

/** A list of rows of one kind: which properties it has, and where a filter finds its value when not under its own name. */
export type Resource = {
  readonly properties: ReadonlySet<string>
  readonly filterValue?: (row: JsonObject, field: string) => JsonValue | undefined
}

export function matching<Row extends JsonObject>(rows: readonly Row[], query: Query, resource: Resource): readonly Row[] {
  const valueOf = resource.filterValue ?? ((row: JsonObject, field: string) => row[field])
  return rows.filter((row) => query.filters.every((filter) => filter.matches(valueOf(row, filter.field))))
}

function compareValues(left: JsonValue | undefined, right: JsonValue | undefined): number {
  const leftMissing = left === undefined || left === null
  const rightMissing = right === undefined || right === null
  if (leftMissing || rightMissing) return Number(leftMissing) - Number(rightMissing)
  if (left === right) return 0
  return left < right ? -1 : 1
}

export function sorted<Row extends JsonObject>(rows: readonly Row[], sort: readonly SortKey[]): readonly Row[] {
  if (sort.length === 0) return rows
  return [...rows].sort((left, right) => {
    for (const { field, descending } of sort) {
      const order = compareValues(left[field], right[field])
      if (order !== 0) return descending ? -order : order
    }
    return compareValues(left['id'], right['id'])
  })
}

export const pageOf = <Row>(rows: readonly Row[], query: Query): readonly Row[] => rows.slice((query.page - 1) * query.pageSize, query.page * query.pageSize)

export const withFields = (row: JsonObject, fields: readonly string[] | null): JsonObject =>
  fields === null ? row : Object.fromEntries(fields.map((field) => [field, row[field]]))

/** sort and fields may name properties of the resource only. */
export const nameProblems = (query: Query, resource: Resource): readonly Problem[] => [
  ...query.sort.filter(({ field }) => !resource.properties.has(field)).map(({ field }) => invalid('sort', `'${field}' is no property`)),
  ...(query.fields ?? []).filter((field) => !resource.properties.has(field)).map((field) => invalid('fields', `'${field}' is no property`)),
]
