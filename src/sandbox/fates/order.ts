// A fault: a fate ordered for certain requests. Which call it meets, how often, and the numbers of the fate itself.
import { endpoints } from '#api/endpoints.ts'
import type { Endpoint } from '#api/endpoint.ts'
import { isJsonObject, type JsonObject, type JsonValue, writeWireJson } from '../json.ts'
import { type FateName, fates } from './table/index.ts'

export type Fault = {
  /** Method and path template as in the endpoint table, for example `POST /customers`; `*` is any. */
  readonly endpoint: string
  readonly fault: FateName
  /** An account number, or a site reference; absent: any. */
  readonly key?: string
  /** The n-th request for one endpoint and key; absent or `every`: any. */
  readonly attempt?: number | 'every'
  /** How many requests it meets; absent: 1, or without end where `attempt` is given. */
  readonly count?: number
  /** Matching requests let through first. */
  readonly skip?: number
  /** Of what comes late: how late. Of `stale`: how old. Of `token-short-lived`: how long it lives. */
  readonly delayMs?: number
  /** Seconds, or a text sent as it is; null leaves the header out. Of 429 and 503 with Retry-After; absent: 1. */
  readonly retryAfter?: number | string | null
  /** Instead of the status of the fate. */
  readonly status?: number
  /** Of `partial`: so many sites are stored; absent: none. */
  readonly split?: number
  /** Of a redirect to another server: its address. */
  readonly location?: string
}

export type Arrival = {
  /** Method and path template. */
  readonly endpoint: string
  /** What the request is about: account number, site reference. The last one says it most closely. */
  readonly keys: readonly string[]
  /** Only requests that create something heed words in their keys. */
  readonly creates: boolean
}

const table: readonly Endpoint[] = Object.values(endpoints)
const endpointNames: ReadonlySet<string> = new Set(['*', ...table.map((endpoint) => `${endpoint.method} ${endpoint.path}`)])

type Check = (value: JsonValue) => boolean
const isText: Check = (value) => typeof value === 'string'
const countsFrom = (least: number): Check => (value) => typeof value === 'number' && Number.isInteger(value) && value >= least

const members: Readonly<Record<keyof Fault, Check>> = {
  endpoint: (value) => typeof value === 'string' && endpointNames.has(value),
  fault: (value) => typeof value === 'string' && Object.hasOwn(fates, value),
  key: isText,
  attempt: (value) => value === 'every' || countsFrom(1)(value),
  count: countsFrom(1),
  skip: countsFrom(0),
  delayMs: (value) => countsFrom(0)(value) && Number(value) <= 600_000,
  retryAfter: (value) => value === null || isText(value) || typeof value === 'number',
  status: (value) => countsFrom(200)(value) && Number(value) <= 599,
  split: countsFrom(0),
  location: isText,
}

function faultProblem(fault: JsonObject): string | null {
  for (const name of ['endpoint', 'fault']) if (fault[name] === undefined) return `${name} is required`
  for (const [name, value] of Object.entries(fault)) {
    const check = Object.hasOwn(members, name) ? members[name as keyof Fault] : undefined
    if (check === undefined) return `'${name}' is no member of a fault`
    if (value === undefined || !check(value)) return `${name}: ${value === undefined ? 'nothing' : writeWireJson(value)} is not possible`
  }
  return null
}

/** One fault, or an array of them. */
export function parseFaults(value: JsonValue): { readonly faults: readonly Fault[] } | { readonly problem: string } {
  const given: readonly JsonValue[] = Array.isArray(value) ? value : [value as JsonValue]
  for (const [index, fault] of given.entries()) {
    const problem = isJsonObject(fault) ? faultProblem(fault) : 'is no object'
    if (problem !== null) return { problem: `fault ${index + 1}: ${problem}` }
  }
  // Every member was checked just above, and no other can be there.
  return { faults: given as unknown as readonly Fault[] }
}
