import type { z } from 'zod'
import { endpoints } from '#api/endpoints.ts'
import type { Clock, CreateRequest, ReadOutcome, SendOutcome } from '#core/ports.ts'
import type { Socket } from 'node:net'
import { classifyCreate } from './classify-create.ts'
import { classifyRead } from './classify-read.ts'
import { createDialler, type Dial, type Network } from './dialler.ts'
import type { HttpAnswer, HttpFailure } from './exchange.ts'
import { talkOver } from './exchange.ts'
import { classifyLogin } from './log-in.ts'
import { openReadPool } from './read-pool.ts'
import { headWriter, type HeadWriter } from './request-head.ts'
import { type ServerSigns, watchServer } from './server-signs.ts'
import type { TokenSource } from './token.ts'
import { createTokenSource } from './token.ts'

export interface TransportSettings {
  readonly baseUrl: URL
  readonly brand: string
  readonly username: string
  readonly password: string
  readonly deadlineMs: { readonly write: number; readonly read: number }
  readonly clock: Clock
  readonly network?: Network | undefined
}

export interface Transport {
  readonly baseUrl: URL
  readonly dial: Dial
  readonly tokens: TokenSource
  read<Schema extends z.ZodType>(path: string, query: Readonly<Record<string, string>>, schema: Schema): Promise<ReadOutcome<z.output<Schema>>>
  /** On a connection of its own that has carried nothing. */
  create(request: CreateRequest, way: { readonly socket: Socket; readonly token: string; readonly generation: number }): Promise<SendOutcome>
  readonly writeDeadlineMs: number
  readonly signs: Pick<ServerSigns, 'serverTime' | 'quota' | 'slowestMs'>
  close(): void
}

const READ_CONNECTIONS = 8
const MAX_WRITE_ANSWER = 1_048_576
const MAX_READ_ANSWER = 8_388_608
const common = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'elevate-onboarder' }
const refusedText = 'The server does not accept this login any more, although it was just renewed. Check that the user is still enabled.'

export function createTransport(settings: TransportSettings): Transport {
  const { baseUrl, clock, deadlineMs } = settings
  const dial = createDialler(settings.network ?? {}, clock)
  const pool = openReadPool(baseUrl, { dial, clock, most: READ_CONNECTIONS })
  const readHead = headWriter(baseUrl, { ...common, connection: 'keep-alive' })
  const postHead = headWriter(baseUrl, { ...common, 'content-type': 'application/json', connection: 'close' })
  const tokens = createTokenSource(async () => {
    const { brand, username, password } = settings
    const opened = await dial(baseUrl)
    if (opened.kind === 'failed') return { kind: 'unreachable', reason: opened.reason }
    const body = JSON.stringify({ brand, username, password })
    return classifyLogin(await post(postHead, { path: endpoints.authenticate.path, socket: opened.socket, body, headers: {}, deadlineMs: deadlineMs.read }), Date.now())
  }, clock)

  const get = async (path: string, token: string): Promise<HttpAnswer | HttpFailure> =>
    pool.exchange({
      head: readHead({ method: 'GET', path }, { authorization: `Bearer ${token}` }),
      body: null, deadlineMs: deadlineMs.read, maxBodyBytes: MAX_READ_ANSWER,
    })
  const signs = watchServer(clock)
  const noted = async (asked: Promise<HttpAnswer | HttpFailure>): Promise<HttpAnswer | HttpFailure> => {
    const from = clock.now()
    const answer = await asked
    signs.note(answer, clock.now() - from)
    return answer
  }
  return {
    baseUrl, dial, tokens, signs, writeDeadlineMs: deadlineMs.write,
    async read(path, query, schema) {
      const asked = `${path}?${new URLSearchParams(query).toString()}`
      for (;;) {
        const token = await tokens.get()
        if (token.kind === 'refused') return { kind: 'unauthorised', reason: token.reason }
        if (token.kind === 'wrong-address') return { kind: 'unusable', reason: token.reason }
        if (token.kind !== 'token') return token
        const answer = await noted(get(asked, token.token))
        const outcome = classifyRead(answer, schema, Date.now())
        if (outcome !== 'unauthorised') {
          if (outcome.kind === 'answer') tokens.prove(token.generation)
          return outcome
        }
        if (tokens.refuse(token.generation)) return { kind: 'unauthorised', reason: refusedText }
      }
    },
    async create(request, { socket, token, generation }) {
      // A server that hangs up on a connection nobody has used yet has seen nothing.
      if (socket.destroyed || !socket.writable || socket.readableEnded) return { kind: 'unreachable', reason: 'the server closed the connection before anything was sent' }
      const headers = { authorization: `Bearer ${token}`, 'idempotency-key': request.idempotencyKey }
      const answer = await noted(post(postHead, { path: request.path, socket, body: request.body, headers, deadlineMs: deadlineMs.write }))
      const outcome = classifyCreate(answer, request.expect, Date.now())
      if (outcome === 'unauthorised') return { kind: 'unauthorised', reason: refusedText, final: tokens.refuse(generation) }
      if (outcome.kind === 'accepted') tokens.prove(generation)
      return outcome
    },
    close: () => pool.close(),
  }
}

interface Post {
  readonly path: string
  readonly socket: Socket
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  readonly deadlineMs: number
}

async function post(headOf: HeadWriter, { path, socket, body, headers, deadlineMs }: Post): Promise<HttpAnswer | HttpFailure> {
  const connection = talkOver(socket)
  const head = headOf({ method: 'POST', path }, { 'content-length': String(Buffer.byteLength(body)), ...headers })
  const answer = await connection.exchange({ head, body, deadlineMs, maxBodyBytes: MAX_WRITE_ANSWER })
  connection.end()
  return answer
}
