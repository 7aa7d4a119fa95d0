// Creates that store something else than they were asked to. The answer is given as if all were well, except where the fate says so.
import { type Answer, isSuccess } from '../answer.ts'
import type { Id } from '../ids.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { Twist } from './fate.ts'
import type { Operation } from './operation.ts'
import type { Fault } from './order.ts'

export function carryOutTwisted(twist: Twist, order: Fault, operation: Operation): Answer {
  const answer = operation.carryOut()
  if (!isSuccess(answer) || !isJsonObject(answer.body)) return answer
  const { body } = answer
  switch (twist) {
    case 'twice':
      operation.carryOut({ isLax: true })
      return answer
    case 'first-sites': return { ...answer, body: { ...body, ...keepFirstSites(body, order.split ?? 0, operation) } }
    case 'squeezed-key':
      rename(body, operation, (key) => key.replaceAll(/\s/g, ''))
      return answer
    case 'folded-key':
      rename(body, operation, (key) => key.toLowerCase())
      return answer
    case 'nothing':
      remove(body, operation)
      operation.takeBack()
      return answer
    default: return twist satisfies never
  }
}

// Everything stored has an id, and the answer to a create shows it.
const idOf = (row: JsonObject): Id => row['id'] as Id

function keepFirstSites(body: JsonObject, split: number, { world }: Operation): JsonObject {
  const sites = Array.isArray(body['sites']) ? (body['sites'] as readonly JsonObject[]) : []
  for (const site of sites.slice(split)) world.db.removeSite(idOf(site))
  return sites.length === 0 ? {} : { sites: sites.slice(0, split) }
}

function rename(body: JsonObject, { name, world: { db } }: Operation, change: (key: string) => string): void {
  if (name === 'createSite') {
    const site = db.site(idOf(body))
    if (site !== undefined) db.saveSite({ ...site, siteReference: change(site.siteReference) })
    return
  }
  const customer = db.customer(idOf(body))
  if (customer !== undefined) db.saveCustomer({ ...customer, customerAccountNumber: change(customer.customerAccountNumber) })
}

function remove(body: JsonObject, { name, world: { db } }: Operation): void {
  if (name === 'createSite') db.removeSite(idOf(body))
  else db.removeCustomer(idOf(body))
}
