// One request under /v1: limit, route, token, fault, operation; in that order, each noted in the ledger.
import { type Answer, isSuccess, refuse } from './answer.ts'
import type { Delays } from './delays.ts'
import { playFault } from './faults/play.ts'
import type { LedgerEntry } from './ledger.ts'
import { retryAfterText } from './rate-limit.ts'
import { type Incoming, perform, readBody } from './request.ts'
import { requestKeys } from './request-keys.ts'
import { findRoute, type Route } from './route.ts'
import type { Reply } from './send.ts'
import type { World } from './world.ts'

export type Exchange = {
  readonly method: string
  readonly url: URL
  readonly headers: NodeJS.Dict<string | string[]>
  readonly bytes: Buffer
  readonly entry: LedgerEntry
}

type Found = Extract<Route, { kind: 'found' }>

const answered = (answer: Answer): Reply => ({ kind: 'answer', answer })

function rateRefusal(world: World): Answer | null {
  const waitMs = world.rateLimit.waitMs()
  if (waitMs === null) return null
  const { perSecond, form } = { perSecond: world.settings.rateLimitPerSecond, form: world.settings.retryAfterForm }
  return refuse(429, `No more than ${perSecond} requests a second`, { 'Retry-After': retryAfterText(waitMs, world.clock.nowMs(), form) })
}

/** Carries the operation out and notes whether it changed anything. */
function performNoted(incoming: Incoming, world: World, entry: LedgerEntry): Answer {
  const answer = perform(incoming, world)
  const changes = incoming.endpoint.needsToken && (incoming.endpoint.method === 'POST' || incoming.endpoint.method === 'PATCH')
  if (changes && isSuccess(answer)) entry.applied = true
  return answer
}

async function operate(route: Found, exchange: Exchange, context: { readonly world: World; readonly delays: Delays }): Promise<Reply> {
  const { world, delays } = context
  const { entry, headers } = exchange
  const holder = route.endpoint.needsToken ? world.tokens.userOf(headers.authorization as string | undefined) : { user: null }
  if ('problem' in holder) return answered(refuse(401, holder.problem, { 'WWW-Authenticate': 'Bearer' }))
  const bare = { name: route.name, endpoint: route.endpoint, id: route.id, search: exchange.url.searchParams, headers, body: readBody(exchange.bytes) }
  const incoming: Incoming = { ...bare, user: holder.user }
  entry.keys = requestKeys(bare, world.db)
  const { attempt, fault } = world.faults.meet({ endpoint: route.label, keys: entry.keys, creates: route.name === 'createCustomer' || route.name === 'createSite' })
  entry.attempt = attempt
  entry.fault = fault?.fault ?? null
  const performNow = (): Answer => performNoted(incoming, world, entry)
  if (fault === null) return answered(performNow())
  return playFault(fault, { perform: performNow, delays, nowMs: world.clock.nowMs, retryAfterForm: world.settings.retryAfterForm })
}

export async function conduct(exchange: Exchange, context: { readonly world: World; readonly delays: Delays }): Promise<Reply> {
  const limited = rateRefusal(context.world)
  if (limited !== null) return answered(limited)
  const route = findRoute(exchange.method, exchange.url.pathname)
  if (route.kind === 'unknown') return answered(refuse(404, `${exchange.url.pathname} not found`))
  if (route.kind === 'wrong-method') return answered(refuse(405, `${exchange.method} is not supported here`, { Allow: route.allowed.join(', ') }))
  exchange.entry.endpoint = route.label
  await context.delays.wait(context.world.settings.latencyMs)
  return operate(route, exchange, context)
}
