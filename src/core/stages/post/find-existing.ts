import type { Result } from '../../model/result.ts'
import { ok } from '../../model/result.ts'
import type { CustomerKey, CustomerQuery, CustomerSeen } from '../../ports.ts'
import { isExactly, isPlainFilterValue } from './look-up.ts'
import type { Reader } from './reader.ts'
import { readAllPages, readPatiently } from './reader.ts'
import type { Reading } from './read-reference.ts'
import { openReader } from './read-reference.ts'

/** Keeps the address of a request below what servers take. */
const BATCH_KEYS = 50
const BATCH_CHARACTERS = 1500

/**
 * Which of these customers the server has already: account number to customer id. `onProgress` gets how many have been asked.
 * Many at a time by `in:` where the server has proved to understand it; that is good enough to tell the operator, and the import
 * asks for each one again.
 */
export async function findExisting(
  reading: Reading, keys: readonly CustomerKey[], onProgress: (asked: number) => void,
): Promise<Result<ReadonlyMap<string, string>>> {
  const reader = openReader(reading)
  const found = new Map<string, string>()
  const several = await understandsSeveral(reader)
  if (!several.ok) return several
  let asked = 0
  for (const batch of batchesOfKeys(keys, several.value)) {
    const seen = await listKeys(reader, batch)
    if (!seen.ok) return seen
    for (const key of batch) {
      const match = seen.value?.find((customer) => isExactly(key, customer))
      if (match !== undefined) found.set(key.customer, match.id)
    }
    asked += batch.length
    onProgress(asked)
  }
  return ok(found)
}

/** What the server lists for the keys of one batch, not yet compared (`isExactly`). Null: too long a list to be read. */
export async function listKeys(reader: Reader, batch: readonly CustomerKey[]): Promise<Result<readonly CustomerSeen[] | null>> {
  const [first] = batch
  if (first === undefined) return ok([])
  const scope: CustomerQuery = { contractOwnerId: first.contractOwnerId }
  const query = isPlainFilterValue(first.customer) ? { ...scope, accountNumbers: batch.map(({ customer }) => customer) } : scope
  const list = await readAllPages(reader, { size: 1000, pages: 100 }, (page) => reader.api.customers(query, page))
  return list
}

/** A customer that is there must be found among several account numbers, and nobody else. */
export async function understandsSeveral(reader: Reader): Promise<Result<boolean>> {
  const sample = await readPatiently(reader, () => reader.api.customers({}, { number: 1, size: 10 }))
  if (!sample.ok) return sample
  const known = sample.value.find((seen) => isPlainFilterValue(seen.customer))
  // An empty server has none of them, however it is asked.
  if (known === undefined) return ok(sample.value.length === 0)
  const both = { accountNumbers: [`none-${Math.floor(reader.random() * 1e9)}`, known.customer] }
  const list = await readPatiently(reader, () => reader.api.customers(both, { number: 1, size: 10 }))
  if (!list.ok) return list.failure.code === 'server-unusable' ? ok(false) : list
  return ok(list.value.some(({ id }) => id === known.id) && list.value.every(({ customer }) => customer === known.customer))
}

interface Batch<Key> {
  keys: Key[]
  characters: number
}

/**
 * Of one contract owner each, and each key once; an account number that looks like filter grammar stands alone. A file's customers
 * have their owners in any order: of each owner one batch is filled at a time, or nearly every customer would be a question of its own.
 */
export function* batchesOfKeys<Key extends CustomerKey>(keys: Iterable<Key>, several: boolean): Generator<readonly Key[]> {
  const byOwner = new Map<string, Batch<Key>>()
  for (const key of keys) {
    if (!several || !isPlainFilterValue(key.customer)) {
      yield [key]
      continue
    }
    const batch = byOwner.get(key.contractOwnerId) ?? { keys: [], characters: 0 }
    byOwner.set(key.contractOwnerId, batch)
    if (batch.keys.length > 0 && (batch.keys.length === BATCH_KEYS || batch.characters + key.customer.length >= BATCH_CHARACTERS)) {
      yield batch.keys
      batch.keys = []
      batch.characters = 0
    }
    batch.keys.push(key)
    batch.characters += key.customer.length
  }
  for (const { keys: rest } of byOwner.values()) yield rest
}
