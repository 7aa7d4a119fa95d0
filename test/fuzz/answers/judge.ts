import type { Socket } from 'node:net'
import type { CreateRequest, ReadOutcome, SendOutcome } from '#core/ports.ts'
import { systemClock } from '#node/clock.ts'
import { createTransport, type Transport } from '#node/http/transport.ts'
import { FakeSocket } from './fake-socket.ts'
import { makeAnswer, type MadeAnswer } from './make-answer.ts'
import { ACCOUNT, created, OWNER } from './make-body.ts'
import { jsonOf, readRaw } from './read-raw.ts'

export type Kind = SendOutcome['kind']

export const request: CreateRequest = { path: '/customers', body: '{"customerAccountNumber":"A1"}', expect: { kind: 'customer', key: { customer: ACCOUNT, contractOwnerId: OWNER } }, idempotencyKey: 'k' }

/** A server that ends its answer must never be waited for so long; one that falls silent is given up soon. */
const LONG_MS = 60_000
export const SILENCE_MS = 80

const transports = new Map<number, Transport>()
function transportOf(deadlineMs: number): Transport {
  const transport = transports.get(deadlineMs) ?? createTransport({ baseUrl: new URL('http://127.0.0.1:1/v1'), brand: 'b', username: 'u', password: 'p', clock: systemClock, deadlineMs: { write: deadlineMs, read: deadlineMs } })
  transports.set(deadlineMs, transport)
  return transport
}

/** One create answered by the bytes of a seed, through Node's own parser and the real client, without a network. Throws when a rule is broken. */
export async function judgeCreate(seed: number): Promise<Kind> {
  const made = makeAnswer(seed, created)
  const socket = new FakeSocket(made)
  const deadlineMs = made.ending === 'silence' ? SILENCE_MS : LONG_MS
  // The client uses nothing of a socket that a stream does not have.
  const outcome = await transportOf(deadlineMs).create(request, { socket: socket as unknown as Socket, token: 't', generation: 1 })
  const wrong = judgeOutcome(outcome, made)
  if (socket.sent.split('POST /v1/customers HTTP/1.1').length !== 2) wrong.push(`sent ${socket.sent.split('POST ').length - 1} requests`)
  if (!socket.destroyed) wrong.push('left its connection open')
  if (wrong.length > 0) throw new Error(`seed ${seed}: ${wrong.join('; ')}\n${JSON.stringify(outcome).slice(0, 300)}\n${JSON.stringify(Buffer.concat(made.pieces).toString('latin1')).slice(0, 1_500)}`)
  return outcome.kind
}

const definite: Readonly<Partial<Record<Kind, readonly number[]>>> = {
  accepted: [200, 201], critical: [200, 201], unauthorised: [401], throttled: [403, 429], 'not-applied': [407, 425],
  rejected: [400, 403, 404, 405, 406, 410, 411, 413, 414, 415, 422, 431, 501], unreachable: [],
}

/** What is wrong with an outcome, by the bytes it was made of. */
export function judgeOutcome(outcome: SendOutcome, made: MadeAnswer): string[] {
  const wrong: string[] = []
  const raw = readRaw(Buffer.concat(made.pieces))
  const statuses = definite[outcome.kind]
  if (statuses !== undefined && (raw === null || !statuses.includes(raw.status) || raw.bodies.length === 0)) wrong.push(`${outcome.kind} without such an answer`)
  if (made.isGood && outcome.kind !== 'accepted') wrong.push(`a good answer is ${outcome.kind}`)
  if (outcome.kind === 'accepted' && !(raw === null ? [] : jsonOf(raw)).some(isOurs)) wrong.push('accepted, and no customer of ours was shown')
  if (outcome.kind === 'critical' && !(raw === null ? [] : jsonOf(raw)).some((value) => isRecord(value) && !isOurs(value))) wrong.push('critical, and no other customer was shown')
  if ('reason' in outcome) {
    if (outcome.reason.length > 900 || /\p{Cc}|\p{Cf}|\p{Cs}/u.test(outcome.reason)) wrong.push('its reason is not fit to be shown')
    if (outcome.reason.startsWith('no complete answer within') && made.ending !== 'silence') wrong.push('waited for an answer that had ended')
  }
  if ('id' in Object.prototype || 'customerAccountNumber' in Object.prototype) wrong.push('a property of all objects was set')
  return wrong
}

/** What is wrong with what a read is said to have shown. A good answer may be lost with a kept connection that ends: reads are repeated. */
export function judgeRead(outcome: ReadOutcome<readonly unknown[]>, made: MadeAnswer): string[] {
  if (outcome.kind !== 'answer') return []
  const raw = readRaw(Buffer.concat(made.pieces))
  return raw?.status === 200 && jsonOf(raw).some((value) => Array.isArray(value) && value.length === outcome.value.length) ? [] : ['a list that nobody sent']
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isOurs(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { id, customerAccountNumber, contractOwnerId } = value
  return (typeof id === 'number' || typeof id === 'string') && customerAccountNumber === ACCOUNT && (contractOwnerId === undefined || contractOwnerId === null || contractOwnerId === OWNER || contractOwnerId === Number(OWNER))
}

/** Many side by side, so that silent servers cost no time. Stops at the first broken rule, or hands it to `onWrong`. */
export async function judgeMany(from: number, count: number, onWrong?: (error: unknown) => void): Promise<Record<Kind, number>> {
  const seen: Record<Kind, number> = { accepted: 0, rejected: 0, throttled: 0, 'not-applied': 0, unreachable: 0, unclear: 0, unauthorised: 0, critical: 0 }
  let next = from
  const lane = async (): Promise<void> => {
    while (next < from + count) {
      const seed = next++
      try {
        seen[await judgeCreate(seed)] += 1
      } catch (error) {
        if (onWrong === undefined) {
          // The other lanes stop as well.
          next = Number.POSITIVE_INFINITY
          throw error
        }
        onWrong(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(200, count) }, lane))
  return seen
}
