import type { CustomerSummary } from '#core/model/prepared.ts'
import type { Reference } from '#core/model/reference.ts'
import type { CustomerKey } from '#core/ports.ts'

/**
 * The customers the target is asked about. Held ones too: with its errors mended a customer may turn out to be there already, and
 * one that is skipped by choice needs no mending. An owner that the target does not list has no customers there.
 */
export function keysToAsk(customers: Iterable<CustomerSummary>, lists: Reference['lists']): readonly CustomerKey[] {
  const owners = lists['contract-owners']
  const listed = owners === undefined ? null : new Set(owners.map(({ id }) => id))
  const keys: CustomerKey[] = []
  for (const { key, bucket, contractOwnerId } of customers) {
    if (key === '' || bucket === 'excluded' || contractOwnerId === undefined || listed?.has(contractOwnerId) === false) continue
    keys.push({ customer: key, contractOwnerId })
  }
  return keys
}
