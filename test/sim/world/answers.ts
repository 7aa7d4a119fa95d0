// What a server can say to a request that creates, as it stands on the wire: the real classification reads it.
import type { HttpAnswer, HttpFailure } from '#node/http/exchange.ts'
import { type CustomerRecord, isCustomer, type SiteRecord } from './ledger.ts'

export type Answer = HttpAnswer | HttpFailure

export function answer(status: number, body: string, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return { kind: 'answer', status, headers, body }
}

export const broken: HttpFailure = { kind: 'failed', connected: true, reason: 'the connection was broken off' }
export const page = (status: number): HttpAnswer => answer(status, '<html>Please log in to this network</html>', { 'content-type': 'text/html' })
export const words = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): HttpAnswer => answer(status, `{"message":"${message}"}`, headers)

/** `shown`: the nested sites that the answer speaks of. */
export function confirm(record: CustomerRecord | SiteRecord, shown: number): HttpAnswer {
  if (!isCustomer(record)) return answer(201, `{"id":${record.id},"siteReference":"${record.reference}"}`)
  const sites = record.sites.slice(0, shown).map(({ id, reference }) => `{"id":${id},"siteReference":"${reference}"}`).join(',')
  return answer(201, `{"id":${record.id},"customerAccountNumber":"${record.customer}","contractOwnerId":${record.contractOwnerId},"sites":[${sites}]}`)
}

/** To whoever knows the API, and believes no more than it says. */
export function toldBy(said: Answer): 'not-applied' | 'refused' | 'confirmed' | 'open' {
  if (said.kind === 'failed') return 'open'
  const isPage = said.body.startsWith('<')
  if (said.status === 401 || said.status === 429 || (said.status === 403 && isPage)) return 'not-applied'
  if ((said.status === 400 || said.status === 403 || said.status === 404) && said.body.startsWith('{"message"') && !said.body.includes('nternal')) return 'refused'
  return said.status === 201 && said.body.startsWith('{"id"') && said.body.endsWith('}') ? 'confirmed' : 'open'
}
