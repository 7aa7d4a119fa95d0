// One request under /v1: limit, route, token, fate, operation; in that order, each noted in the ledger.
import { type Answer, isSuccess, refuse } from './answer.ts'
import type { Delays } from './delays.ts'
import type { Operation } from './fates/operation.ts'
import type { Fault } from './fates/order.ts'
import { delayOf, isAnsweredLate, perform as performFate } from './fates/perform.ts'
import { show } from './fates/show.ts'
import { fates } from './fates/table/index.ts'
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

const answered = (answer: Answer): Reply => ({ delivery: 'whole', answer })

function rateRefusal(world: World): Answer | null {
  const waitMs = world.rateLimit.waitMs()
  if (waitMs === null) return null
  const { perSecond, form } = { perSecond: world.settings.rateLimitPerSecond, form: world.settings.retryAfterForm }
  return refuse(429, `No more than ${perSecond} requests a second`, { 'Retry-After': retryAfterText(waitMs, world.clock.nowMs() + world.settings.dateSkewMs, form) })
}

/** The operation of one request, to be carried out as it is or as a fate has it. */
function operationOf(incoming: Omit<Incoming, 'seenUntilMs'>, world: World, entry: LedgerEntry): Operation {
  const { endpoint, name, search } = incoming
  const changes = endpoint.needsToken && (endpoint.method === 'POST' || endpoint.method === 'PATCH')
  const { settings, clock, ledger } = world
  return {
    name, world, search,
    carryOut: (change = {}) => {
      const seenUntilMs = change.seenUntilMs ?? (settings.readsLagMs > 0 ? clock.nowMs() - settings.readsLagMs : Number.POSITIVE_INFINITY)
      const lax = change.isLax === true ? { ...world, settings: { ...settings, uniqueAccountNumbers: false, uniqueSiteReferences: false } } : world
      const answer = perform({ ...incoming, search: change.search ?? search, seenUntilMs }, lax)
      if (changes && isSuccess(answer)) ledger.noteApplied(entry, true)
      return answer
    },
    takeBack: () => ledger.noteApplied(entry, false),
  }
}

async function operate(route: Found, exchange: Exchange, context: { readonly world: World; readonly delays: Delays }): Promise<Reply> {
  const { world, delays } = context
  const { entry, headers } = exchange
  const holder = route.endpoint.needsToken ? world.tokens.userOf(headers.authorization as string | undefined) : { user: null }
  if ('problem' in holder) return answered(refuse(401, holder.problem, { 'WWW-Authenticate': 'Bearer' }))
  const bare = { name: route.name, endpoint: route.endpoint, id: route.id, search: exchange.url.searchParams, headers, body: readBody(exchange.bytes) }
  entry.keys = requestKeys(bare, world.db)
  const { attempt, fault } = world.faults.meet({ endpoint: route.label, keys: entry.keys, creates: route.name === 'createCustomer' || route.name === 'createSite' })
  entry.attempt = attempt
  entry.fault = fault?.fault ?? null
  const operation = operationOf({ ...bare, user: holder.user }, world, entry)
  return fault === null ? answered(operation.carryOut()) : play(fault, operation, delays)
}

async function play(fault: Fault, operation: Operation, delays: Delays): Promise<Reply> {
  const fate = fates[fault.fault]
  const { settings, clock } = operation.world
  const truth = performFate(fate, fault, { operation, delays })
  if (isAnsweredLate(fate)) await delays.wait(delayOf(fate, fault))
  return show(fate, fault, { truth, nowMs: clock.nowMs() + settings.dateSkewMs, retryAfterForm: settings.retryAfterForm })
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
