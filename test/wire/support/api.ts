// The real client, for tests that look at its requests one by one.
import type { Api, CreateRequest, SendOutcome } from '#core/ports.ts'
import { connect, type ConnectSettings } from '#node/http/connect.ts'
import { credentials, must } from './run.ts'

/** What is to come has all the time there is; a deadline that is waited for is the test's to set. */
export const deadlineMs = { write: 60_000, read: 60_000 }

export async function openApi(baseUrl: string, more: Partial<ConnectSettings> = {}): Promise<Api> {
  return must(await connect({ ...credentials, baseUrl, deadlineMs, ...more }))
}

export const customerA1: CreateRequest = {
  path: '/customers', body: '{"customerAccountNumber":"A1"}', expect: { kind: 'customer', key: { customer: 'A1', contractOwnerId: '1' } }, idempotencyKey: 'key-of-a1',
}
/** What a server says that has created it. */
export const createdA1 = '{"id":7,"customerAccountNumber":"A1","contractOwnerId":1,"sites":[]}'

/** One create on a line of its own. */
export async function create(api: Api, request: CreateRequest = customerA1): Promise<SendOutcome> {
  const opened = await api.open()
  return opened.kind === 'open' ? opened.line.send(request) : opened
}

export function readA1(api: Api): ReturnType<Api['customers']> {
  return api.customers({ accountNumbers: ['A1'] }, { number: 1, size: 10 })
}
