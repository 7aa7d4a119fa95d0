// Ids in a body must name something that exists. POST documents 404 for it (elevate-api.md section 4).
import type { AssignedCustomFieldRequest } from '#api/schemas/custom-field.ts'
import type { EntityLevel } from '#api/schemas/custom-field.ts'
import type { InvoiceDetailsRequest } from '#api/schemas/invoice-details.ts'
import type { Id } from '../ids.ts'
import { invalid, type Problem, unknown } from '../problem.ts'
import type { CustomerFields } from '../records.ts'
import type { ReferenceData } from '../seed/reference.ts'

type Row = { readonly id: number }
type Reference = { readonly path: string; readonly what: string; readonly rows: readonly Row[] }

const mustExist = (id: Id | undefined, { path, what, rows }: Reference): readonly Problem[] =>
  id === undefined || rows.some((row) => BigInt(row.id) === BigInt(id)) ? [] : [unknown(path, what, id)]

export function customerReferenceProblems(customer: CustomerFields, reference: ReferenceData): readonly Problem[] {
  const { contractOwnerId, contractOwnerSubBrandId } = customer
  const subBrand = reference.subBrands.find((row) => row.id === contractOwnerSubBrandId)
  return [
    ...mustExist(contractOwnerId, { path: 'contractOwnerId', what: 'contract owner', rows: reference.contractOwners }),
    ...mustExist(contractOwnerSubBrandId, { path: 'contractOwnerSubBrandId', what: 'contract owner sub-brand', rows: reference.subBrands }),
    ...(subBrand !== undefined && subBrand.contractOwnerId !== contractOwnerId
      ? [invalid('contractOwnerSubBrandId', `sub-brand ${subBrand.id} does not belong to contract owner ${contractOwnerId}`)]
      : []),
    ...mustExist(customer.billingCycleId, { path: 'billingCycleId', what: 'billing cycle', rows: reference.billingCycles }),
    ...mustExist(customer.externalCommissionAgentId, { path: 'externalCommissionAgentId', what: 'commission agent', rows: reference.agents }),
    ...mustExist(customer.tripwireId, { path: 'tripwireId', what: 'tripwire plan', rows: reference.tripwirePlans }),
  ]
}

export function invoiceReferenceProblems(details: InvoiceDetailsRequest, path: string, reference: ReferenceData): readonly Problem[] {
  const summaries = details.electronicSummaryTemplateIds ?? []
  const components = details.invoiceSummaryTemplateComponents ?? []
  return [
    ...mustExist(details.invoiceTemplateId, { path: `${path}.invoiceTemplateId`, what: 'invoice template', rows: reference.invoiceTemplates }),
    ...mustExist(details.invoiceSummaryTemplateId, { path: `${path}.invoiceSummaryTemplateId`, what: 'invoice summary template', rows: reference.summaryTemplates }),
    ...summaries.flatMap((id, index) =>
      mustExist(id, { path: `${path}.electronicSummaryTemplateIds[${index}]`, what: 'electronic summary template', rows: reference.electronicSummaryTemplates })),
    ...components.flatMap((component, index) =>
      mustExist(component.id, { path: `${path}.invoiceSummaryTemplateComponents[${index}].id`, what: 'summary template component', rows: reference.components })),
  ]
}

type Assigned = { readonly fields: readonly AssignedCustomFieldRequest[] | undefined; readonly level: EntityLevel; readonly path: string }

/** Section 5.5: a customer takes definitions of level CUSTOMER, a site those of level SITE. */
export const customFieldProblems = ({ fields, level, path }: Assigned, reference: ReferenceData): readonly Problem[] =>
  (fields ?? []).flatMap(({ customFieldDefinitionId }, index) => {
    const idPath = `${path}[${index}].customFieldDefinitionId`
    const definition = reference.definitions.find((row) => row.id === customFieldDefinitionId)
    if (definition === undefined) return [unknown(idPath, 'custom field definition', customFieldDefinitionId)]
    return definition.entityLevel === level ? [] : [invalid(idPath, `definition ${definition.id} is of entity level ${definition.entityLevel}, not ${level}`)]
  })
