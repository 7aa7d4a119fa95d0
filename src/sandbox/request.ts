// From a request as received to a handler's answer: everything that is checked before a handler runs.
import type { Endpoint } from '#api/endpoint.ts'
import type { EndpointName } from '#api/endpoints.ts'
import { type Answer, refuse } from './answer.ts'
import type { Call } from './call.ts'
import { handlers } from './handlers/index.ts'
import { type JsonValue, parseWireJson } from './json.ts'
import type { SandboxUser } from './options.ts'
import { refuseFor, schemaProblems } from './problem.ts'
import { readQuery } from './query.ts'
import type { World } from './world.ts'

export type Incoming = {
  readonly name: EndpointName
  readonly endpoint: Endpoint
  readonly id: string
  readonly user: SandboxUser | null
  readonly search: URLSearchParams
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: Body
  /** What was saved later is not shown yet. */
  readonly seenUntilMs: number
}

export type Body = { readonly kind: 'none' } | { readonly kind: 'json'; readonly value: JsonValue } | { readonly kind: 'broken'; readonly reason: string }

export function readBody(bytes: Buffer): Body {
  if (bytes.length === 0) return { kind: 'none' }
  try {
    return { kind: 'json', value: parseWireJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch (error) {
    // Whatever is wrong with the text, the client is told the same: it is no JSON.
    return { kind: 'broken', reason: error instanceof Error ? error.message : 'unreadable' }
  }
}

const firstOf = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(',') : (value ?? ''))

function headerRefusal({ endpoint, headers }: Incoming): Answer | null {
  const accept = firstOf(headers.accept)
  if (accept !== '' && !/\*\/\*|application\/(?:\*|json)/.test(accept)) return refuse(406, `Accept: '${accept}' cannot be served`)
  const mediaType = firstOf(headers['content-type']).split(';')[0]?.trim().toLowerCase() ?? ''
  if (endpoint.requestType !== null && mediaType !== endpoint.requestType) return refuse(415, `Content-Type: '${mediaType}' is not ${endpoint.requestType}`)
  return null
}

function parsedBody({ endpoint, body }: Incoming): { readonly value: unknown } | { readonly refused: Answer } {
  if (endpoint.request === null) return { value: undefined }
  if (body.kind === 'none') return { refused: refuse(400, 'A JSON body is required') }
  if (body.kind === 'broken') return { refused: refuse(400, `The body is no JSON: ${body.reason}`) }
  const parsed = endpoint.request.safeParse(body.value)
  return parsed.success ? { value: parsed.data } : { refused: refuseFor(schemaProblems(parsed.error.issues)) ?? refuse(400, 'The body is not valid') }
}

export function perform(incoming: Incoming, world: World): Answer {
  const wrongHeader = headerRefusal(incoming)
  if (wrongHeader !== null) return wrongHeader
  const { query, problems } = readQuery(incoming.endpoint, incoming.search)
  const wrongQuery = refuseFor(problems)
  if (wrongQuery !== null) return wrongQuery
  const body = parsedBody(incoming)
  if ('refused' in body) return body.refused
  // The body was parsed with the schema of this very endpoint: the pairing that the types of a looked-up name cannot show.
  const call = { world, user: incoming.user, body: body.value, id: incoming.id, query, headers: incoming.headers, seenUntilMs: incoming.seenUntilMs } as Call<EndpointName>
  const handler = handlers[incoming.name] as (call: Call<EndpointName>) => Answer
  return handler(call)
}
