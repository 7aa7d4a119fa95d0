// For the tests of this folder: a client without any cleverness, and bodies that are accepted as they are.
import { type JsonValue, parseWireJson, writeWireJson } from './json.ts'
import { PRACTICE_CREDENTIALS, type SandboxOptions } from './options.ts'
import { startSandbox } from './server.ts'

export type Got = { readonly status: number; readonly headers: Headers; readonly text: string; readonly json: unknown }
type Sending = { readonly body?: JsonValue; readonly rawBody?: string; readonly headers?: Readonly<Record<string, string>> }

/** The value at a path of an answer; undefined where there is none. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>)[key] : undefined), value)
}

const parsed = (text: string): unknown => {
  try {
    return parseWireJson(text)
  } catch {
    // A page of HTML, or nothing: the text says it all.
    return undefined
  }
}

export const address = { address1: '1 Mill Lane', town: 'Leeds', postcode: 'LS1 4AB', country: 'GB' }
export const contact = { contactName: 'Ann Example', contactEmailAddress: 'ann@example.org', receiveInvoiceBy: 'EMAIL' }
export const details = { invoiceTemplateId: 201, paymentTermsInDays: 30 }
export const site = {
  customerId: 0,
  siteName: 'Head office',
  siteReference: 'S1',
  startDate: '2024-03-01',
  siteAddress: address,
  siteInvoiceDetails: details,
  siteContacts: [contact],
}
export const customer = {
  contractOwnerId: 1,
  customerType: 'BUSINESS',
  customerName: 'Mill & Co',
  customerAccountNumber: 'A-1',
  startDate: '2024-03-01',
  billingCycleId: 601,
  sites: [site],
}

export type TestClient = {
  readonly url: string
  readonly send: (method: string, path: string, sending?: Sending) => Promise<Got>
  readonly get: (path: string) => Promise<Got>
  readonly post: (path: string, body: JsonValue) => Promise<Got>
  readonly patch: (path: string, body: JsonValue, headers?: Readonly<Record<string, string>>) => Promise<Got>
  readonly control: (method: string, path: string, body?: JsonValue) => Promise<Got>
  readonly login: () => Promise<Got>
  readonly close: () => Promise<void>
}

async function exchange(url: string, method: string, { body, rawBody, headers = {} }: Sending): Promise<Got> {
  const text = rawBody ?? (body === undefined ? null : writeWireJson(body))
  const response = await fetch(url, { method, headers: { ...(text === null ? {} : { 'Content-Type': 'application/json' }), ...headers }, body: text })
  const received = await response.text()
  return { status: response.status, headers: response.headers, text: received, json: parsed(received) }
}

/** A sandbox of its own on a free port, and a client that is logged in. */
export async function startTestClient(options: SandboxOptions = {}): Promise<TestClient> {
  const sandbox = await startSandbox(options)
  let token = ''
  const send: TestClient['send'] = (method, path, sending = {}) =>
    exchange(sandbox.url + path, method, { ...sending, headers: { Authorization: `Bearer ${token}`, ...sending.headers } })
  const login = async (): Promise<Got> => {
    const got = await send('POST', '/authenticate', { body: { ...PRACTICE_CREDENTIALS } })
    token = String(at(got.json, 'token'))
    return got
  }
  await login()
  return {
    url: sandbox.url,
    send,
    login,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, { body }),
    patch: (path, body, headers = {}) => send('PATCH', path, { body, headers: { 'Content-Type': 'application/json-patch+json', ...headers } }),
    control: (method, path, body) => exchange(sandbox.controlUrl + path, method, body === undefined ? {} : { body }),
    close: sandbox.close,
  }
}
