// The Api port of one process, over the simulated server. Tokens, the order of token and connection, and what a status means are the
// real modules' of src/node/http; only sockets are played.
import type { Api, Clock, CreateRequest, ReadOutcome, SendOutcome } from '#core/ports.ts'
import { classifyCreate } from '#node/http/classify-create.ts'
import { openLine } from '#node/http/line.ts'
import { createTokenSource, type Login } from '#node/http/token.ts'
import type { Transport } from '#node/http/transport.ts'
import { type Answer, toldBy } from './answers.ts'
import { SERVER_EPOCH } from './questions.ts'
import type { Server, ServerRead } from './server.ts'
import type { Process, Timeline } from './timeline.ts'
import type { ProcessRecord, SentRecord } from './watch.ts'

/** The real client's (connect.ts). */
const WRITE_DEADLINE_MS = 60_000
/** An operator of this world opens no more (operator.ts, climate.ts). */
const MOST_LANES = 8

export interface WireInit {
  readonly server: Server
  readonly process: Process
  readonly timeline: Timeline
  readonly clock: Clock
  readonly record: ProcessRecord
  /** Whether this process's journal has an open intent for the step on the disk. */
  readonly hasIntent: (step: string) => boolean
  readonly run: string
  /** A moment at which the process may die; answers after how long, if it does. */
  readonly mayDie: (where: string) => number | null
  readonly tell: (line: () => string) => void
}

interface Way {
  readonly token: string
  readonly generation: number
}

export function createWire(init: WireInit): Api {
  const { server, process, timeline, clock, record, tell } = init
  const wait = (delayMs: number): Promise<void> => new Promise((resolve) => {
    timeline.after(delayMs, resolve, process)
  })
  const risk = (where: string): void => {
    const afterMs = init.mayDie(where)
    if (afterMs === null) return
    timeline.after(afterMs, () => {
      tell(() => `  killed ${where}`)
      process.alive = false
    }, process)
  }
  const tokens = createTokenSource(async (): Promise<Login> => {
    record.logins += 1
    await wait(server.latencyMs())
    const login = server.logIn()
    if (login.kind !== 'token') record.failedLogins += 1
    return login
  }, clock, () => timeline.now())
  const failing = new Set<string>()
  let unopened = 0
  /** A question asked again because it was not answered is a retry. */
  const begin = (question: string): ((isAnswered: boolean) => void) => {
    record.requests.push({ begunAt: timeline.now(), isRetry: failing.has(question) })
    return (isAnswered) => void (isAnswered ? failing.delete(question) : failing.add(question))
  }
  const floor = (afterMs: number | null): void => {
    if (afterMs !== null) record.floors.push({ from: timeline.now(), until: timeline.now() + afterMs })
  }
  /** There and back: the server sees what is there at the moment the question arrives. */
  const ask = <Value>(token: string, make: () => Value | null): Promise<ServerRead<Value>> => new Promise((resolve) => {
    timeline.after(server.latencyMs(), () => {
      const outcome = server.read(token, make)
      timeline.after(server.latencyMs(), () => resolve(outcome), process)
    }, process)
  })
  const read = async <Value>(question: string, make: () => Value | null): Promise<ReadOutcome<Value>> => {
    const end = begin(question)
    for (;;) {
      const token = await tokens.get()
      if (token.kind !== 'token') end(false)
      if (token.kind === 'refused') return { kind: 'unauthorised', reason: token.reason }
      if (token.kind === 'wrong-address') return { kind: 'unusable', reason: token.reason }
      if (token.kind !== 'token') return token
      risk(`while reading ${question}`)
      const outcome = await ask(token.token, make)
      tell(() => `  ${question}: ${JSON.stringify(outcome)}`)
      if (outcome !== 'unauthorised') {
        end(outcome.kind === 'answer' || outcome.kind === 'refused')
        if (outcome.kind === 'answer') tokens.prove(token.generation)
        if (outcome.kind === 'throttled' || outcome.kind === 'unclear') floor(outcome.afterMs)
        return outcome
      }
      record.refusedTokens += 1
      if (tokens.refuse(token.generation)) return { kind: 'unauthorised', reason: 'refused twice' }
    }
  }
  const create = async (request: CreateRequest, { token, generation }: Way): Promise<SendOutcome> => {
    const { said, sent } = await exchange(init, request, token)
    const outcome = classifyCreate(said, request.expect, SERVER_EPOCH + timeline.now())
    tell(() => `  ${sent.steps[0]} -> ${JSON.stringify(outcome)}`)
    if (outcome === 'unauthorised') {
      record.refusedTokens += 1
      return { kind: 'unauthorised', reason: 'refused', final: tokens.refuse(generation) }
    }
    if (outcome.kind === 'accepted') tokens.prove(generation)
    if (outcome.kind === 'throttled' || outcome.kind === 'unclear') floor(outcome.afterMs)
    return outcome
  }
  const dial = async (): Promise<{ readonly kind: 'opened'; readonly socket: { destroy(): void } } | { readonly kind: 'failed'; readonly reason: string }> => {
    risk('while connecting')
    await wait(server.latencyMs())
    return server.isReachable() ? { kind: 'opened', socket: { destroy: () => undefined } } : { kind: 'failed', reason: 'no route' }
  }
  // Only what opening a line needs of it.
  const transport = { tokens, dial, create, baseUrl: null } as unknown as Transport
  return {
    baseUrl: 'https://sim.example/v1', brand: 'b', username: 'u',
    customers: (query, page) => read(`customers ${query.accountNumbers?.join() ?? ''} of ${query.contractOwnerId ?? 'all'} since ${query.createdAfter ?? 'ever'} page ${page.number}`, () => server.customers(query, page)),
    sites: (query, page) => read(`sites of ${query.customerId ?? 'all'} since ${query.createdAfter ?? 'ever'} page ${page.number}`, () => server.sites(query, page)),
    customer: (id) => read(`customer ${id}`, () => server.customer(id)),
    reference: (_kind, page) => read(`owners page ${page.number}`, () => (page.number > 1 ? [] : [{ id: '1', name: 'Owner' }])),
    async open() {
      // For whom is not said: each lane may be the first one that finds no way for its customer.
      record.requests.push({ begunAt: timeline.now(), isRetry: unopened >= MOST_LANES })
      const opened = await openLine(transport)
      unopened = opened.kind === 'open' ? 0 : unopened + 1
      tell(() => `  connect: ${opened.kind}`)
      return opened
    },
    serverTime: () => `${new Date(SERVER_EPOCH + timeline.now()).toISOString().slice(0, 19)}Z`,
    quota: () => null,
    timing: () => ({ writeDeadlineMs: WRITE_DEADLINE_MS, slowestMs: null }),
    close: () => undefined,
  }
}

/** The request on its way, whoever dies meanwhile; the answer, or the client's own deadline. */
function exchange({ server, process, timeline, hasIntent, run, mayDie, tell }: WireInit, request: CreateRequest, token: string): Promise<{ readonly said: Answer; readonly sent: SentRecord }> {
  const sent = server.noteSent(request, run, hasIntent)
  const deathAfterMs = mayDie('while sending')
  if (deathAfterMs !== null) {
    timeline.after(deathAfterMs, () => {
      tell(() => '  killed while sending')
      process.alive = false
    }, process)
  }
  return new Promise((resolve) => {
    const hear = (said: Answer): void => {
      if (sent.heardAt !== null) return
      giveUp()
      sent.heardAt = timeline.now()
      sent.told = toldBy(said)
      if (sent.told === 'open') server.met.unclearAnswers += 1
      resolve({ said, sent })
    }
    timeline.after(server.latencyMs(), () => {
      server.receive({ request, token, sentAt: sent.at }, (said, afterMs) => timeline.after(afterMs + server.latencyMs(), () => hear(said), process))
    })
    const giveUp = timeline.after(WRITE_DEADLINE_MS, () => hear({ kind: 'failed', connected: true, reason: 'no complete answer within 60 seconds' }), process)
  })
}
