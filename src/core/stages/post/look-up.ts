// Asking the server what it has. The filter's answer is never believed: every item is compared here, exactly.
import type { Result } from '../../model/result.ts'
import { fail, ok } from '../../model/result.ts'
import type { CustomerKey, CustomerSeen } from '../../ports.ts'
import type { Reader } from './reader.ts'
import { readAllPages, waitForLag } from './reader.ts'
import type { Happening } from './unit-state.ts'

/**
 * String filters read `in:` and `like:`, and a comma separates (elevate-api.md 2.2): an account number of such a shape would
 * turn the exact question into another one.
 */
export function isPlainFilterValue(value: string): boolean {
  return !/^\s*[a-z]+:|[,|%*\p{C}]|^\s|\s$|^$/iu.test(value)
}

/** Equal but for case, accents, white space, width and leading zeros: nobody can tell whether it is the same customer. */
export function coarseKey(key: string): string {
  return key.normalize('NFKD').replaceAll(/[\p{M}\s\p{C}]/gu, '').toLowerCase().replace(/^0+(?=.)/, '')
}

export interface Sought extends CustomerKey {
  readonly customerName: string
}

const BY_KEY = { size: 100, pages: 20 } as const
const ALL = { size: 1000, pages: 100 } as const

/**
 * Whether the server has this customer. Absence counts only where it has been seen to find a customer by its account number; until
 * then the whole list is read as well, which is short on a server that had nothing to prove it with.
 */
export async function lookUpCustomer(reader: Reader, sought: Sought): Promise<Result<Happening>> {
  for (let looks = 0; ; looks += 1) {
    const asked = await askByKey(reader, sought)
    if (!asked.ok || asked.value.kind !== 'customer-absent' || reader.oracle.findsByKey) return asked
    const list = await readAllPages(reader, ALL, (page) => reader.api.customers({}, page))
    if (!list.ok) return list
    if (list.value === null) return ok({ kind: 'customer-doubtful', reason: 'The server has not shown yet that it finds customers by their account number, and has too many to read them all.' })
    if (judge(sought, list.value).kind === 'customer-absent') return asked
    // It is there now, and may not have been when it was asked for, or not on the copy that answered.
    if (!(await waitForLag(reader, looks))) return notFoundByKey(sought.customer)
  }
}

/** What the server lists and does not find when asked for it: nothing it does not find is known to be absent. */
export function notFoundByKey(customer: string): Result<never> {
  return fail('server-unusable', `The server lists customer ${customer}, but does not find it by its account number. So it cannot be told whether a customer is there already, and nothing more was sent. Go on later, or ask who runs the server.`)
}

/** The same, believing the filter. */
export async function askByKey(reader: Reader, sought: Sought): Promise<Result<Happening>> {
  const plain = isPlainFilterValue(sought.customer)
  const { contractOwnerId } = sought
  const query = plain ? { accountNumbers: [sought.customer], contractOwnerId } : { contractOwnerId }
  const list = await readAllPages(reader, plain ? BY_KEY : ALL, (page) => reader.api.customers(query, page))
  if (!list.ok) return list
  if (list.value === null) {
    return plain
      ? fail('server-unusable', 'The server answers a question for one account number with thousands of others: it cannot be looked up whether a customer is there.')
      : ok({ kind: 'customer-doubtful', reason: 'The server cannot be asked for this account number, as it looks like filter grammar, and it has too many customers to read them all.' })
  }
  if (plain && list.value.some((seen) => !coarseKey(seen.customer).includes(coarseKey(sought.customer)))) {
    return fail('server-unusable', `Asked for account number ${sought.customer}, the server answered with other customers: it cannot be looked up whether a customer is there.`)
  }
  const judged = judge(sought, list.value)
  if (plain && judged.kind === 'customer-found') reader.oracle.findsByKey = true
  return ok(judged)
}

function judge(sought: Sought, list: readonly CustomerSeen[]): Happening {
  const exact = list.filter((seen) => isExactly(sought, seen))
  const [first] = exact
  if (first !== undefined) {
    const same = exact.every(({ name }) => name === null || coarseKey(name) === coarseKey(sought.customerName))
    return { kind: 'customer-found', customerId: first.id, same, times: new Set(exact.map(({ id }) => id)).size }
  }
  const similar = list.find((seen) => coarseKey(seen.customer) === coarseKey(sought.customer))
  if (similar === undefined) return { kind: 'customer-absent' }
  return { kind: 'customer-doubtful', reason: `The server has account number "${similar.customer}", nearly the same as "${sought.customer}": please check which is right.` }
}

/** An owner that the answer leaves out cannot differ. */
export function isExactly(sought: CustomerKey, seen: CustomerSeen): boolean {
  return seen.customer === sought.customer && (seen.contractOwnerId === null || seen.contractOwnerId === sought.contractOwnerId)
}

export async function lookUpSites(reader: Reader, customerId: string): Promise<Result<Extract<Happening, { kind: 'sites-read' }>>> {
  const list = await readAllPages(reader, { size: 1000, pages: 20 }, (page) => reader.api.sites({ customerId }, page))
  if (!list.ok) return list
  if (list.value === null || list.value.some((site) => site.customerId !== null && site.customerId !== customerId)) {
    return fail('server-unusable', `Asked for the sites of customer ${customerId}, the server answered with those of others.`)
  }
  const ids = new Map<string, string>()
  const doubled = new Set<string>()
  for (const { id, reference } of list.value) {
    if (reference === null) continue
    if (ids.has(reference) && ids.get(reference) !== id) doubled.add(reference)
    else ids.set(reference, id)
  }
  return ok({ kind: 'sites-read', siteIds: Object.fromEntries(ids), doubled: [...doubled] })
}
