// /customers. elevate-api.md section 4.
import { created, ok, refuse } from '../answer.ts'
import type { Call, Handler } from '../call.ts'
import { wireDateTime } from '../clock.ts'
import { insertCustomer } from '../insert.ts'
import type { SandboxUser } from '../options.ts'
import { customerResource, showCustomer } from '../present.ts'
import { refuseFor } from '../problem.ts'
import type { StoredCustomer } from '../records.ts'
import { customerProblems } from '../rules/customer.ts'
import { nestedReceiverProblems } from '../rules/invoice-route.ts'
import { siteProblems } from '../rules/site.ts'
import { accountNumberProblems, repeatedReferenceProblems } from '../rules/uniqueness.ts'
import { checkAnswer, exactly, listAnswer } from './list.ts'

export const sees = (user: SandboxUser | null, customer: StoredCustomer): boolean => user?.contractOwnerId === undefined || user.contractOwnerId === customer.contractOwnerId

function visibleCustomers({ world: { db }, user, query, seenUntilMs }: Call<'listCustomers' | 'checkCustomers'>): readonly StoredCustomer[] {
  const accountNumbers = exactly(query, 'customerAccountNumber')
  const candidates = accountNumbers === null ? db.customers() : [...accountNumbers].flatMap((accountNumber) => db.customersByAccount(accountNumber))
  // By creation, as without an index.
  const ordered = accountNumbers === null || accountNumbers.size === 1 ? candidates : candidates.toSorted((left, right) => (left.id < right.id ? -1 : 1))
  return ordered.filter((customer) => sees(user, customer) && db.savedMs(customer.id) <= seenUntilMs)
}

export const listCustomers: Handler<'listCustomers'> = (call) =>
  listAnswer({ rows: visibleCustomers(call), resource: customerResource, show: (row) => showCustomer(row, call.world.db) }, call.query)

export const checkCustomers: Handler<'checkCustomers'> = (call) => checkAnswer(visibleCustomers(call), call.query, customerResource)

export const getCustomer: Handler<'getCustomer'> = ({ world, user, id, seenUntilMs }) => {
  const customer = world.db.customer(id)
  return customer !== undefined && sees(user, customer) && world.db.savedMs(customer.id) <= seenUntilMs ? ok(showCustomer(customer, world.db)) : refuse(404, `Customer ${id} not found`)
}

export const createCustomer: Handler<'createCustomer'> = ({ world, user, body }) => {
  const { db, settings } = world
  const { sites, ...fields } = body
  if (user?.contractOwnerId !== undefined && user.contractOwnerId !== body.contractOwnerId) return refuse(403, `Contract owner ${body.contractOwnerId} is not permitted for this user`)
  const claim = { accountNumber: body.customerAccountNumber, contractOwnerId: body.contractOwnerId }
  const refused = refuseFor([
    ...customerProblems(fields, db.reference),
    ...sites.flatMap((site, index) => [...siteProblems(site, `sites[${index}]`, db.reference), ...nestedReceiverProblems(site, `sites[${index}]`)]),
    ...(settings.uniqueSiteReferences ? repeatedReferenceProblems(sites) : []),
    ...(settings.uniqueAccountNumbers ? accountNumberProblems(claim, db) : []),
  ])
  if (refused !== null) return refused
  return created(showCustomer(insertCustomer(world, body, wireDateTime(world.clock.nowMs())), db))
}
