// The reference lists. elevate-api.md section 6.
import type { EndpointName } from '#api/endpoints.ts'
import type { Answer } from '../answer.ts'
import type { Call } from '../call.ts'
import type { JsonObject } from '../json.ts'
import type { SandboxUser } from '../options.ts'
import type { ReferenceData } from '../seed/reference.ts'
import { listAnswer } from './list.ts'

type Pick<Row> = (reference: ReferenceData, user: SandboxUser | null) => readonly Row[]

const propertiesOf = (rows: readonly JsonObject[], hidden: readonly string[]): ReadonlySet<string> =>
  new Set(rows.flatMap((row) => Object.keys(row)).filter((name) => !hidden.includes(name)))

const lists =
  <Row extends JsonObject>(pick: Pick<Row>, hidden: readonly string[] = []) =>
  ({ world, user, query }: Call<EndpointName>): Answer => {
    const rows = pick(world.db.reference, user)
    const show = (row: Row): JsonObject => Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.includes(name)))
    return listAnswer({ rows, resource: { properties: propertiesOf(rows, hidden) }, show }, query)
  }

/** A user tied to one owner sees that one only. Section 1. */
export const listContractOwners = lists((reference, user) =>
  reference.contractOwners.filter((row) => user?.contractOwnerId === undefined || row.id === user.contractOwnerId))
export const listContractOwnerSubBrands = lists((reference) => reference.subBrands, ['contractOwnerId'])
export const listBillingCycles = lists((reference) => reference.billingCycles)
export const listTripwirePlans = lists((reference) => reference.tripwirePlans)
export const listCommissionAgents = lists((reference) => reference.agents)
export const listCustomFieldDefinitions = lists((reference) => reference.definitions)
export const listInvoiceTemplates = lists((reference) => reference.invoiceTemplates)
export const listInvoiceSummaryTemplates = lists((reference) => reference.summaryTemplates)
export const listElectronicSummaryTemplates = lists((reference) => reference.electronicSummaryTemplates)
export const listInvoiceSummaryTemplateComponents = lists((reference) => reference.components)
