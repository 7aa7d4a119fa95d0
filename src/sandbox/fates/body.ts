// The bodies that a fate may show.
import { STATUS_CODES } from 'node:http'
import type { Answer, RawBody } from '../answer.ts'
import { isJsonObject, type JsonObject, type JsonValue, writeWireJson } from '../json.ts'
import type { BodyKind } from './fate.ts'

const JSON_TYPE = 'application/json'
const PAGE = '<!DOCTYPE html><html><head><title>Request blocked</title></head><body><h1>Request blocked</h1></body></html>'

const MESSAGES: Readonly<Record<number, string>> = {
  400: 'startDate: is not accepted today',
  401: 'The bearer token is not valid',
  422: 'billingCycleId: is closed for new customers',
  429: 'Too many requests',
  500: 'Unexpected failure, contact support',
  503: 'The service is not available',
}

const OTHER = 'SOMEBODY-ELSE'
const DEPTH = 100_000

type Shape = Pick<Answer, 'body'> | { readonly raw: RawBody }
const raw = (bytes: Uint8Array | string, type = JSON_TYPE): Shape => ({ raw: { type, bytes: Buffer.from(bytes) } })
const json = (body: JsonValue | undefined): Shape => ({ body })

/** `body` is that of the true answer, where there is one. */
export function makeBody(kind: BodyKind, status: number, body: JsonValue | undefined): Shape {
  switch (kind) {
    case 'truth': return json(body)
    case 'without-id': return json(ofEach(body, ({ id: _gone, ...row }) => row))
    case 'null-id': return json(ofEach(body, (row) => ({ ...row, id: null })))
    case 'object-id': return json(ofEach(body, (row) => ({ ...row, id: { value: row['id'] } })))
    case 'text-id': return json(ofEach(body, (row) => ({ ...row, id: writeWireJson(row['id'] ?? null) })))
    case 'other-key': return json(ofEach(body, (row) => ({ ...row, ...(row['siteReference'] === undefined ? { customerAccountNumber: OTHER } : { siteReference: OTHER }) })))
    case 'other-owner': return json(ofEach(body, (row) => ({ ...row, ...(row['siteReference'] === undefined ? { contractOwnerId: 99 } : { customerId: 99 }) })))
    case 'without-sites': return json(ofEach(body, ({ sites: _gone, ...row }) => row))
    case 'in-a-list': return json([body ?? null])
    case 'in-an-envelope': return json({ data: body ?? null })
    case 'with-prototype-keys': return raw(withPrototypeKeys(body))
    case 'with-byte-order-mark': return raw(`\u{feff}${textOf(body)}`)
    case 'message': return json({ error: STATUS_CODES[status] ?? 'Error', message: MESSAGES[status] ?? 'It is not possible' })
    // A 400 that names no field: the guide says 400 can also mean a server error. elevate-api.md section 2.5.
    case 'bare': return json({ error: STATUS_CODES[status] ?? 'Error' })
    case 'server-error': return json({ error: STATUS_CODES[status] ?? 'Error', message: 'Internal server error' })
    case 'page': return raw(PAGE, 'text/html; charset=utf-8')
    case 'empty': return json(undefined)
    case 'text': return raw('OK', 'text/plain')
    case 'foreign': return json({ status: 'up', uptime: 4711 })
    case 'null': return json(null)
    case 'half-json': return raw(halfOf(Buffer.from(textOf(body))))
    case 'broken-utf8': return raw(Buffer.concat([Buffer.from([0xff, 0xc3, 0x28]), Buffer.from(textOf(body))]))
    case 'deep': return raw('['.repeat(DEPTH) + ']'.repeat(DEPTH))
    default: return kind satisfies never
  }
}

const textOf = (body: JsonValue | undefined): string => (body === undefined ? '' : writeWireJson(body))
const halfOf = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2))

function ofEach(body: JsonValue | undefined, change: (row: JsonObject) => JsonObject): JsonValue | undefined {
  if (Array.isArray(body)) return (body as readonly JsonValue[]).map((row) => (isJsonObject(row) ? change(row) : row))
  return isJsonObject(body) ? change(body) : body
}

/** As text, because an object literal would set its prototype. */
function withPrototypeKeys(body: JsonValue | undefined): string {
  return textOf(body).replaceAll(/\{(?=")/g, '{"__proto__":{"id":1},"constructor":{"prototype":{"id":2}},')
}
