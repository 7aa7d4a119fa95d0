// What every list and every existence check does alike.
import { type Answer, ok, refuse } from '../answer.ts'
import type { JsonObject } from '../json.ts'
import { matching, nameProblems, pageOf, type Query, type Resource, sorted, withFields } from '../query.ts'
import { refuseFor } from '../problem.ts'

type Listing<Row> = { readonly rows: readonly Row[]; readonly resource: Resource; readonly show: (row: Row) => JsonObject }

/** A bare array, no envelope, no total. */
export function listAnswer<Row extends JsonObject>({ rows, resource, show }: Listing<Row>, query: Query): Answer {
  const refused = refuseFor(nameProblems(query, resource))
  if (refused !== null) return refused
  const page = pageOf(sorted(matching(rows, query, resource), query.sort), query)
  return ok(page.map((row) => withFields(show(row), query.fields)))
}

export const checkAnswer = <Row extends JsonObject>(rows: readonly Row[], query: Query, resource: Resource): Answer =>
  matching(rows, query, resource).length > 0 ? ok() : refuse(404, 'Nothing matches')

/** The values of a filter that names them, for an index. */
export const exactly = (query: Query, field: string): ReadonlySet<string> | null => {
  const exact = query.filters.find((filter) => filter.field === field)?.exact ?? null
  return exact === null ? null : new Set(exact)
}
