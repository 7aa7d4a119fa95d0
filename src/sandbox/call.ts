// What a handler is given, typed by the endpoint it serves.
import type { z } from 'zod'
import type { EndpointName, endpoints } from '#api/endpoints.ts'
import type { Answer } from './answer.ts'
import type { SandboxUser } from './options.ts'
import type { Query } from './query.ts'
import type { World } from './world.ts'

type SchemaOf<Name extends EndpointName> = (typeof endpoints)[Name]['request']
type BodyOf<Name extends EndpointName> = SchemaOf<Name> extends z.ZodType ? z.output<SchemaOf<Name>> : undefined

export type Call<Name extends EndpointName> = {
  readonly world: World
  /** Null for the one operation that needs no token. */
  readonly user: SandboxUser | null
  readonly body: BodyOf<Name>
  /** The value in the path's braces. */
  readonly id: string
  readonly query: Query
  /** What was saved later is not shown yet. */
  readonly seenUntilMs: number
  readonly headers: NodeJS.Dict<string | string[]>
}

export type Handler<Name extends EndpointName> = (call: Call<Name>) => Answer
/** Total: an endpoint without a handler does not compile. */
export type Handlers = { readonly [Name in EndpointName]: Handler<Name> }
