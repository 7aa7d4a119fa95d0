import type { Result } from '../../model/result.ts'
import { fail, ok } from '../../model/result.ts'
import type { CustomerSeen } from '../../ports.ts'
import { askByKey, isExactly, isPlainFilterValue, notFoundByKey } from './look-up.ts'
import type { Reader } from './reader.ts'
import { readAllPages, readPatiently, waitForLag } from './reader.ts'

/**
 * Before the first create: can this server be believed when it says that a customer is not there? Reads only. A server without
 * customers proves nothing yet: until it has found one, `lookUpCustomer` reads the whole list as well.
 */
export async function calibrate(reader: Reader, contractOwnerIds: readonly string[]): Promise<Result<null>> {
  const owners = await seeOwners(reader, contractOwnerIds)
  if (!owners.ok) return owners
  const [contractOwnerId = '1'] = contractOwnerIds
  const impossible = { customer: `none-${Math.floor(reader.random() * 1e9)}-${Math.floor(reader.random() * 1e9)}`, customerName: '', contractOwnerId }
  const nothing = await askByKey(reader, impossible)
  if (!nothing.ok) return nothing
  if (nothing.value.kind !== 'customer-absent') return fail('server-unusable', 'Asked for an account number that nobody has, the server answered with a customer. Nothing was sent.')
  const sample = await readPatiently(reader, () => reader.api.customers({}, { number: 1, size: 10 }))
  if (!sample.ok) return sample
  const known = sample.value.find((seen) => isPlainFilterValue(seen.customer) && seen.contractOwnerId !== null)
  return known === undefined ? ok(null) : findKnown(reader, known)
}

async function findKnown(reader: Reader, known: CustomerSeen): Promise<Result<null>> {
  const key = { customer: known.customer, contractOwnerId: known.contractOwnerId ?? '' }
  for (let looks = 0; ; looks += 1) {
    const list = await readAllPages(reader, { size: 100, pages: 20 }, (page) => reader.api.customers({ accountNumbers: [key.customer], contractOwnerId: key.contractOwnerId }, page))
    if (!list.ok) return list
    if (list.value?.some((seen) => seen.id === known.id && isExactly(key, seen)) === true) break
    if (!(await waitForLag(reader, looks))) return notFoundByKey(known.customer)
  }
  reader.oracle.findsByKey = true
  return ok(null)
}

/** A user limited to one contract owner does not see the customers of others, and would take them for absent. */
async function seeOwners(reader: Reader, wanted: readonly string[]): Promise<Result<null>> {
  const list = await readAllPages(reader, { size: 1000, pages: 20 }, (page) => reader.api.reference('contract-owners', page))
  // A user without access to this list may still create customers: then the owners stay unproved.
  if (!list.ok) return list.failure.code === 'forbidden' || list.failure.code === 'bad-address' ? ok(null) : list
  const visible = new Set((list.value ?? []).map(({ id }) => id))
  const hidden = wanted.filter((id) => !visible.has(id))
  if (hidden.length === 0 || list.value === null) return ok(null)
  return fail('forbidden', `This user cannot see contract owner ${hidden.join(', ')} on the server, so it could not be told whether its customers are there already. Nothing was sent.`)
}
