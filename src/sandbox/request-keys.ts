// What a request is about, in the words a fault script and a reader of the ledger use: account number, then site reference.
import type { EndpointName } from '#api/endpoints.ts'
import type { Database } from './db.ts'
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts'
import type { Incoming } from './request.ts'

type Source = { readonly fields: JsonObject; readonly search: URLSearchParams; readonly id: string; readonly db: Database }

const text = (value: JsonValue | undefined): readonly string[] => (typeof value === 'string' ? [value] : [])

function accountOf(id: JsonValue | undefined, db: Database): readonly string[] {
  const customer = typeof id === 'string' || typeof id === 'number' || typeof id === 'bigint' ? db.customer(id) : undefined
  return text(customer?.customerAccountNumber)
}

const ofCustomerQuery = ({ search }: Source): readonly string[] => text(search.get('customerAccountNumber'))
const ofSiteQuery = ({ search, db }: Source): readonly string[] => [...accountOf(search.get('customerId'), db), ...text(search.get('siteReference'))]
const ofCustomerId = ({ id, db }: Source): readonly string[] => accountOf(id, db)

/** Authentication and reference lists are about no customer. */
const readers: Readonly<Partial<Record<EndpointName, (source: Source) => readonly string[]>>> = {
  createCustomer: ({ fields }) => text(fields['customerAccountNumber']),
  createSite: ({ fields, db }) => [...accountOf(fields['customerId'], db), ...text(fields['siteReference'])],
  listCustomers: ofCustomerQuery,
  checkCustomers: ofCustomerQuery,
  listSites: ofSiteQuery,
  checkSites: ofSiteQuery,
  getCustomer: ofCustomerId,
  updateCustomer: ofCustomerId,
  getSite: ({ id, db }) => [...accountOf(db.site(id)?.customerId, db), ...text(db.site(id)?.siteReference)],
}

export function requestKeys({ name, id, search, body }: Omit<Incoming, 'user' | 'seenUntilMs'>, db: Database): readonly string[] {
  const fields = body.kind === 'json' && isJsonObject(body.value) ? body.value : {}
  return readers[name]?.({ fields, search, id, db }) ?? []
}
