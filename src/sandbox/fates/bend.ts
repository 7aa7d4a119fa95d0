// Lists that are wrong. Each is made of true lists: asked for otherwise, and put together again.
import { type Answer, isSuccess } from '../answer.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import type { Bend } from './fate.ts'
import type { Operation } from './operation.ts'
import type { Fault } from './order.ts'

const SMALL_PAGE = 2
const STALE_MS = 1000
/** The filters that a mistaken server would mistake. */
const KEYS = ['customerAccountNumber', 'siteReference']
const PAGING = new Set(['page', 'pageSize', 'sort', 'fields'])

export function bendList(bend: Bend, order: Fault, operation: Operation): Answer {
  const asked = operation.carryOut
  switch (bend) {
    case 'stale': return asked({ seenUntilMs: operation.world.clock.nowMs() - (order.delayMs ?? STALE_MS) })
    case 'filter-ignored': return asked({ search: without(operation.search, (name) => !PAGING.has(name)) })
    case 'filter-prefix': return asked({ search: changed(operation.search, (key) => `like:${key}%`) })
    case 'filter-folds-case': return alike(operation, (key) => key.toLowerCase())
    case 'filter-trims': return alike(operation, (key) => key.replaceAll(/\s/g, ''))
    case 'filter-drops-zeros': return alike(operation, (key) => key.replace(/^0+/, ''))
    case 'smaller-pages': return asked({ search: withParameter(operation.search, 'pageSize', SMALL_PAGE) })
    case 'page-repeated': return asked({ search: withParameter(operation.search, 'page', Math.max(1, Number(operation.search.get('page')) - 1)) })
    case 'pages-endless': return asked({ search: withParameter(operation.search, 'page', 1) })
    case 'enveloped': return withRows(asked(), (rows) => ({ data: rows, total: rows.length }))
    case 'shown-twice': return withRows(asked(), (rows) => [...rows, ...rows.map((row) => ({ ...row, id: Number(row['id']) + 500_000 }))])
    case 'hidden': return withRows(asked(), () => [])
    case 'foreign-items': return withRows(asked(), (rows) => [...rows, { id: 999_999, customerId: 999_998, customerAccountNumber: 'SOMEBODY-ELSE', contractOwnerId: 99, siteReference: 'ELSEWHERE', customerName: 'Somebody else', name: 'Somebody else' }])
    default: return bend satisfies never
  }
}

function without(search: URLSearchParams, goes: (name: string) => boolean): URLSearchParams {
  return new URLSearchParams([...search].filter(([name]) => !goes(name)))
}

function changed(search: URLSearchParams, change: (key: string) => string): URLSearchParams {
  return new URLSearchParams([...search].map(([name, value]): [string, string] => [name, KEYS.includes(name) ? change(value) : value]))
}

function withParameter(search: URLSearchParams, name: string, value: number): URLSearchParams {
  const other = new URLSearchParams(search)
  other.set(name, String(value))
  return other
}

function withRows(answer: Answer, change: (rows: readonly JsonObject[]) => JsonValue): Answer {
  if (!isSuccess(answer) || !Array.isArray(answer.body)) return answer
  return { ...answer, body: change((answer.body as readonly JsonValue[]).filter((row) => isJsonObject(row))) }
}

const keyOf = (row: JsonObject, name: string): string => (typeof row[name] === 'string' ? row[name] : '')

/** Every row whose key is the same once both are blurred, in pages as asked for. */
function alike(operation: Operation, blur: (key: string) => string): Answer {
  const { search } = operation
  const rows: JsonObject[] = []
  for (let page = 1; ; page += 1) {
    const answer = operation.carryOut({ search: withParameter(withParameter(without(search, (name) => KEYS.includes(name)), 'pageSize', 1000), 'page', page) })
    if (!isSuccess(answer) || !Array.isArray(answer.body)) return answer
    if (answer.body.length === 0) break
    rows.push(...(answer.body as readonly JsonObject[]))
  }
  const matching = rows.filter((row) => KEYS.every((name) => !search.has(name) || blur(keyOf(row, name)) === blur(search.get(name) ?? '')))
  const size = Number(search.get('pageSize'))
  const from = (Number(search.get('page')) - 1) * size
  return { status: 200, body: matching.slice(from, from + size) }
}
