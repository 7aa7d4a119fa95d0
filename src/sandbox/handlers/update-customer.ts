// PATCH /customers/{customer_id}. elevate-api.md section 2.4.
import { CustomerRequest } from '#api/schemas/customer.ts'
import { type Answer, ok, refuse } from '../answer.ts'
import type { Handler } from '../call.ts'
import { wireDateTime } from '../clock.ts'
import type { Id } from '../ids.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import { applyPatch, sameJson } from '../json-patch.ts'
import { showCustomer } from '../present.ts'
import { invalid, type Problem, refuseFor, schemaProblems } from '../problem.ts'
import type { CustomerFields, StoredContact, StoredCustomer } from '../records.ts'
import { customerProblems } from '../rules/customer.ts'
import { accountNumberProblems } from '../rules/uniqueness.ts'
import type { World } from '../world.ts'
import { sees } from './customers.ts'

/** Sites are changed by themselves, if at all: whether they can be patched through their customer is unknown. */
const READ_ONLY = ['id', 'createdDate', 'updatedDate', 'sites']
const CustomerFieldsSchema = CustomerRequest.omit({ sites: true })

type Read = { readonly fields: CustomerFields; readonly contactIds: readonly (Id | null)[] } | { readonly problems: readonly Problem[] }

const listOf = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : [])

/** The patched document, checked like a new customer; the ids of contacts are put aside, as a request has none. */
function readPatched(before: JsonObject, after: JsonValue): Read {
  if (!isJsonObject(after)) return { problems: [invalid('body', 'the result is no customer')] }
  const changed = READ_ONLY.filter((name) => !sameJson(before[name], after[name]))
  if (changed.length > 0) return { problems: changed.map((name) => invalid(name, 'is read-only here')) }
  const contacts = listOf(after['customerContacts'])
  const bare = Object.fromEntries(Object.entries(after).filter(([name]) => !READ_ONLY.includes(name)))
  const withoutIds = contacts.map((contact) => (isJsonObject(contact) ? Object.fromEntries(Object.entries(contact).filter(([name]) => name !== 'id')) : contact))
  const parsed = CustomerFieldsSchema.safeParse(Array.isArray(bare['customerContacts']) ? { ...bare, customerContacts: withoutIds } : bare)
  if (!parsed.success) return { problems: schemaProblems(parsed.error.issues) }
  const contactIds = contacts.map((contact) => (isJsonObject(contact) ? asId(contact['id']) : null))
  return { fields: parsed.data, contactIds }
}

const asId = (value: JsonValue | undefined): Id | null => (typeof value === 'number' || typeof value === 'bigint' ? value : null)

function withContactIds(fields: CustomerFields, contactIds: readonly (Id | null)[], world: World): { readonly customerContacts?: readonly StoredContact[] } {
  if (fields.customerContacts === undefined) return {}
  return { customerContacts: fields.customerContacts.map((contact, index) => ({ ...contact, id: contactIds[index] ?? world.nextId() })) }
}

function save(customer: StoredCustomer, read: Extract<Read, { fields: CustomerFields }>, world: World): Answer {
  const { customerContacts: _given, ...fields } = read.fields
  const { id, createdDate } = customer
  const updated = { ...fields, ...withContactIds(read.fields, read.contactIds, world), id, createdDate, updatedDate: wireDateTime(world.clock.nowMs()) }
  world.db.saveCustomer(updated)
  return ok(showCustomer(updated, world.db))
}

export const updateCustomer: Handler<'updateCustomer'> = ({ world, user, id, body, headers }) => {
  const customer = world.db.customer(id)
  if (customer === undefined || !sees(user, customer)) return refuse(404, `Customer ${id} not found`)
  const cascade = headers['cascade_end_date']
  if (cascade !== undefined && cascade !== 'true' && cascade !== 'false') return refuse(400, 'cascade_end_date: must be true or false')
  const before = showCustomer(customer, world.db)
  const patched = applyPatch(before, body)
  if ('problem' in patched) return refuse(400, patched.problem)
  const read = readPatched(before, patched.value)
  if ('problems' in read) return refuseFor(read.problems) ?? refuse(400, 'The result is no customer')
  const claim = { accountNumber: read.fields.customerAccountNumber, contractOwnerId: read.fields.contractOwnerId, ownId: customer.id }
  const refused = refuseFor([
    ...customerProblems(read.fields, world.db.reference),
    ...(world.settings.uniqueAccountNumbers ? accountNumberProblems(claim, world.db) : []),
  ])
  return refused ?? save(customer, read, world)
}
