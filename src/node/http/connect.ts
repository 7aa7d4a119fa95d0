// The Api port over Node's own http: a fresh connection for everything that creates, a small pool for reads.
import { z } from 'zod'
import { endpoints } from '#api/endpoints.ts'
import { CustomerResponse } from '#api/schemas/customer.ts'
import { ResponseId } from '#api/schemas/primitives.ts'
import { SiteResponse } from '#api/schemas/site.ts'
import { retryDelay } from '#core/stages/post/pace/index.ts'
import type { Failure, Result } from '#core/model/result.ts'
import { ok } from '#core/model/result.ts'
import type { Api, Clock, CustomerQuery, ReadOutcome, SiteQuery } from '#core/ports.ts'
import { systemClock } from '../clock.ts'
import { baseUrlText, parseBaseUrl } from './base-url.ts'
import type { Network } from './dialler.ts'
import { openLine } from './line.ts'
import { showCustomer, showReference, showSite } from './show.ts'
import type { Login } from './token.ts'
import { createTransport, type Transport } from './transport.ts'

export interface ConnectSettings {
  readonly baseUrl: string
  readonly brand: string
  readonly username: string
  readonly password: string
  /** For a whole answer. Default: 60 s for what creates, 30 s for reads. */
  readonly deadlineMs?: { readonly write: number; readonly read: number }
  readonly clock?: Clock
  readonly network?: Network
}

const LOGIN_TRIES = 4

/**
 * Logs in, so that a wrong address or password shows before anything else. Fails with `bad-address`, `not-authorised`,
 * `no-network` or `server-unusable`.
 */
export async function connect(settings: ConnectSettings): Promise<Result<Api>> {
  const url = parseBaseUrl(settings.baseUrl)
  if (!url.ok) return url
  const clock = settings.clock ?? systemClock
  const transport = createTransport({ ...settings, baseUrl: url.value, clock, deadlineMs: settings.deadlineMs ?? { write: 60_000, read: 30_000 } })
  for (let attempt = 0; ; attempt += 1) {
    const token = await transport.tokens.get()
    if (token.kind === 'token') return ok(createApi(settings, url.value, transport))
    const failure = loginFailure(token, baseUrlText(url.value))
    const again = token.kind === 'throttled' || token.kind === 'unclear'
    if (!again || attempt + 1 >= LOGIN_TRIES) {
      transport.close()
      return { ok: false, failure }
    }
    await new Promise<void>((resolve) => {
      clock.after(retryDelay(attempt, token, Math.random), resolve)
    })
  }
}

function loginFailure(answer: Exclude<Login, { kind: 'token' }>, address: string): Failure {
  switch (answer.kind) {
    case 'refused': return { code: 'not-authorised', message: `The server did not accept this brand, user and password: ${answer.reason}. They were not sent again; correct them and try once more.` }
    case 'wrong-address': return { code: 'bad-address', message: `There is no Elevate API at ${address}: ${answer.reason}. Check the address.` }
    case 'unreachable': return { code: 'no-network', message: `${address} cannot be reached: ${answer.reason}. Check the address and the network.` }
    case 'throttled': return { code: 'server-unusable', message: `${address} takes no login at the moment: it asks to slow down. Try again later.` }
    case 'unclear': return { code: 'server-unusable', message: `${address} takes no login at the moment: ${answer.reason}. Try again later.` }
    default: return answer satisfies never
  }
}

/** Only what look-ups compare: whole customers may have a thousand sites each. */
const CUSTOMER_FIELDS = 'id,customerAccountNumber,contractOwnerId,customerName'
const SITE_FIELDS = 'id,customerId,siteReference'
// Made once: to make a schema costs more than to read an answer with it.
const CustomerRows = z.array(CustomerResponse)
const SiteRows = z.array(SiteResponse)
const ReferenceRows = z.array(z.looseObject({ id: ResponseId }))

function createApi(settings: ConnectSettings, url: URL, transport: Transport): Api {
  return {
    baseUrl: baseUrlText(url), brand: settings.brand, username: settings.username,
    customers: async (query, page) => map(await transport.read(endpoints.listCustomers.path, { ...paging(page), fields: CUSTOMER_FIELDS, ...customerFilters(query) }, CustomerRows), showCustomer),
    sites: async (query, page) => map(await transport.read(endpoints.listSites.path, { ...paging(page), fields: SITE_FIELDS, ...siteFilters(query) }, SiteRows), showSite),
    customer: (id) => transport.read(endpoints.getCustomer.path.replace('{customer_id}', encodeURIComponent(id)), {}, CustomerResponse),
    // The endpoint table has one path for each kind, named alike.
    reference: async (kind, page) => map(await transport.read(`/${kind}`, paging(page), ReferenceRows), showReference),
    open: () => openLine(transport),
    serverTime: () => transport.signs.serverTime(),
    quota: () => transport.signs.quota(),
    timing: () => ({ writeDeadlineMs: transport.writeDeadlineMs, slowestMs: transport.signs.slowestMs() }),
    close: () => transport.close(),
  }
}

function paging({ number, size }: { readonly number: number; readonly size: number }): Record<string, string> {
  return { page: String(number), pageSize: String(size), sort: 'id' }
}

function customerFilters({ accountNumbers = [], contractOwnerId, createdAfter }: CustomerQuery): Record<string, string> {
  const [first, ...more] = accountNumbers
  return {
    ...(contractOwnerId === undefined ? {} : { contractOwnerId }),
    ...(first === undefined ? {} : { customerAccountNumber: more.length === 0 ? first : `in:${accountNumbers.join(',')}` }),
    ...(createdAfter === undefined ? {} : { createdDate: `gt:${createdAfter}` }),
  }
}

function siteFilters({ customerId, createdAfter }: SiteQuery): Record<string, string> {
  return { ...(customerId === undefined ? {} : { customerId }), ...(createdAfter === undefined ? {} : { createdDate: `gt:${createdAfter}` }) }
}

function map<Row, Item>(outcome: ReadOutcome<readonly Row[]>, show: (row: Row) => Item): ReadOutcome<readonly Item[]> {
  return outcome.kind === 'answer' ? { kind: 'answer', value: outcome.value.map(show) } : outcome
}
