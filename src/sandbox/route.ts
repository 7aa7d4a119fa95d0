// Method and path -> endpoint, by the table of the wire contract.
import type { Endpoint } from '#api/endpoint.ts'
import { type EndpointName, endpoints } from '#api/endpoints.ts'

export const BASE_PATH = '/v1'

export type Route =
  | { readonly kind: 'found'; readonly name: EndpointName; readonly endpoint: Endpoint; readonly label: string; readonly id: string }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown' }

type Line = { readonly name: EndpointName; readonly endpoint: Endpoint; readonly pattern: RegExp }

/** Ids are int64 from 1 (section 4), so a path with anything else names no resource. */
const lines: readonly Line[] = Object.entries(endpoints).map(([name, endpoint]) => ({
  // Object.entries widens the key, which is one of the table by construction.
  name: name as EndpointName,
  endpoint,
  pattern: new RegExp(`^${BASE_PATH}${endpoint.path.replace(/\{\w+\}/, '([1-9]\\d{0,18})')}$`),
}))

export function findRoute(method: string, path: string): Route {
  const here = lines.flatMap((line) => {
    const match = line.pattern.exec(path)
    return match === null ? [] : [{ line, id: match[1] ?? '' }]
  })
  const found = here.find(({ line }) => line.endpoint.method === method)
  if (found !== undefined) {
    const { name, endpoint } = found.line
    return { kind: 'found', name, endpoint, label: `${endpoint.method} ${endpoint.path}`, id: found.id }
  }
  return here.length > 0 ? { kind: 'wrong-method', allowed: here.map(({ line }) => line.endpoint.method) } : { kind: 'unknown' }
}
