// A fault on request: which call it meets, how often, and what it does there.
import { endpoints } from '#api/endpoints.ts'
import type { Endpoint } from '#api/endpoint.ts'
import { isJsonObject, type JsonObject, type JsonValue, writeWireJson } from '../json.ts'

/** What happens to the request (`now`, `never`, `later`: after delayMs) and what the client gets to see. */
type FaultShape = { readonly applies: 'now' | 'never' | 'later'; readonly reply: 'own' | 'true' | 'drop' | 'cut'; readonly status: number; readonly delayMs: number }

const shape = (applies: FaultShape['applies'], reply: FaultShape['reply'], more: Partial<FaultShape> = {}): FaultShape => ({ applies, reply, status: 0, delayMs: 0, ...more })

export const FAULT_SHAPES = {
  throttle: shape('never', 'own', { status: 429 }),
  unavailable: shape('never', 'own', { status: 503 }),
  'unavailable-applied': shape('now', 'own', { status: 503 }),
  'error-applied': shape('now', 'own', { status: 500 }),
  'error-not-applied': shape('never', 'own', { status: 500 }),
  'bad-request-applied': shape('now', 'own', { status: 400 }),
  unauthorised: shape('never', 'own', { status: 401 }),
  html: shape('never', 'own', { status: 403 }),
  'drop-applied': shape('now', 'drop'),
  'drop-not-applied': shape('never', 'drop'),
  'drop-applied-later': shape('later', 'drop', { delayMs: 1000 }),
  'cut-applied': shape('now', 'cut'),
  slow: shape('now', 'true', { delayMs: 5000 }),
} as const satisfies Record<string, FaultShape>

export type FaultKind = keyof typeof FAULT_SHAPES

export type Fault = {
  /** Method and path template as in the endpoint table, for example `POST /customers`; `*` is any. */
  readonly endpoint: string
  readonly fault: FaultKind
  /** An account number, or a site reference; absent: any. */
  readonly key?: string
  /** The n-th request for one endpoint and key; absent or `every`: any. */
  readonly attempt?: number | 'every'
  /** How many requests it meets; absent: 1, or without end where `attempt` is given. */
  readonly count?: number
  /** Matching requests let through first. */
  readonly skip?: number
  readonly delayMs?: number
  /** Seconds, or a text sent as it is; null leaves the header out. Of 429 and 503 only; absent: 1. */
  readonly retryAfter?: number | string | null
  /** Of `html` only; absent: 403. */
  readonly status?: number
}

const table: readonly Endpoint[] = Object.values(endpoints)
const endpointNames: ReadonlySet<string> = new Set(['*', ...table.map((endpoint) => `${endpoint.method} ${endpoint.path}`)])

type Check = (value: JsonValue) => boolean
const isText: Check = (value) => typeof value === 'string'
const countsFrom = (least: number): Check => (value) => typeof value === 'number' && Number.isInteger(value) && value >= least

const members: Readonly<Record<keyof Fault, Check>> = {
  endpoint: (value) => typeof value === 'string' && endpointNames.has(value),
  fault: (value) => typeof value === 'string' && Object.hasOwn(FAULT_SHAPES, value),
  key: isText,
  attempt: (value) => value === 'every' || countsFrom(1)(value),
  count: countsFrom(1),
  skip: countsFrom(0),
  delayMs: (value) => countsFrom(0)(value) && Number(value) <= 600_000,
  retryAfter: (value) => value === null || isText(value) || typeof value === 'number',
  status: (value) => countsFrom(200)(value) && Number(value) <= 599,
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
