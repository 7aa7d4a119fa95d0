// Reference data of a made-up reseller. The ids of the kinds do not overlap, so that an id used for the wrong thing is found.
import type { EntityLevel } from '#api/schemas/custom-field.ts'

type Named = { readonly id: number; readonly name: string }
type OwnerRow = Named & {
  readonly availableFrom: string
  readonly availableTo: string | null
  readonly mandatoryAccountReferenceForSite: boolean
  readonly prePopulatedFraudPlanId: number | null
  readonly taxRegistrationNumber: string
  readonly invoiceCombiningType: string
}
/** contractOwnerId is kept for the filter and not shown: whether the real row carries it is unknown. */
type SubBrandRow = Named & { readonly contractOwnerId: number; readonly defaultSubBrand: boolean; readonly accountNumberFormat: string }
type CycleRow = Named & {
  readonly startDayOfPeriod: number
  readonly lengthOfPeriod: number
  readonly periodUnit: 'DAILY' | 'WEEKLY' | 'MONTHLY'
  readonly currencyCode: string
  readonly defaultInvoiceDate: string
}
type AgentRow = Named & {
  readonly type: 'INTERNAL' | 'EXTERNAL'
  readonly contractOwnerId: number | null
  readonly availableFromDate: string
  readonly availableToDate: string | null
}
type ComponentRow = Named & { readonly contractOwnerIds: readonly number[] }
type DefinitionRow = { readonly id: number; readonly label: string; readonly entityLevel: EntityLevel }

export type ReferenceData = {
  readonly contractOwners: readonly OwnerRow[]
  readonly subBrands: readonly SubBrandRow[]
  readonly billingCycles: readonly CycleRow[]
  readonly tripwirePlans: readonly Named[]
  readonly agents: readonly AgentRow[]
  readonly definitions: readonly DefinitionRow[]
  readonly invoiceTemplates: readonly Named[]
  readonly summaryTemplates: readonly Named[]
  readonly electronicSummaryTemplates: readonly Named[]
  readonly components: readonly ComponentRow[]
}

const owner = (id: number, name: string, more: Partial<OwnerRow> & { readonly availableFrom: string }): OwnerRow => ({
  id,
  name,
  availableTo: null,
  mandatoryAccountReferenceForSite: false,
  prePopulatedFraudPlanId: null,
  taxRegistrationNumber: `GB9990000${id}`,
  invoiceCombiningType: 'NONE',
  ...more,
})

const cycle = (id: number, name: string, more: Partial<CycleRow>): CycleRow => ({
  id,
  name,
  startDayOfPeriod: 1,
  lengthOfPeriod: 1,
  periodUnit: 'MONTHLY',
  currencyCode: 'GBP',
  defaultInvoiceDate: 'END_OF_BILL_RUN',
  ...more,
})

export const referenceData: ReferenceData = {
  contractOwners: [
    owner(1, 'Harrow Vale Communications', { availableFrom: '2015-04-01', prePopulatedFraudPlanId: 41 }),
    owner(2, 'Tamarside Networks', { availableFrom: '2018-09-01', mandatoryAccountReferenceForSite: true }),
    owner(3, 'Fenwick & Marsh Telecom', { availableFrom: '2010-01-01', availableTo: '2023-12-31' }),
  ],
  subBrands: [
    { id: 11, name: 'Harrow Vale Business', contractOwnerId: 1, defaultSubBrand: true, accountNumberFormat: 'HV0000' },
    { id: 12, name: 'Harrow Vale Home', contractOwnerId: 1, defaultSubBrand: false, accountNumberFormat: 'HH0000' },
    { id: 21, name: 'Tamarside', contractOwnerId: 2, defaultSubBrand: true, accountNumberFormat: 'TS0000' },
    { id: 31, name: 'Fenwick & Marsh', contractOwnerId: 3, defaultSubBrand: true, accountNumberFormat: 'FM0000' },
  ],
  billingCycles: [
    cycle(601, 'Monthly 1st', {}),
    cycle(602, 'Monthly 15th', { startDayOfPeriod: 15 }),
    cycle(603, 'Quarterly', { lengthOfPeriod: 3 }),
    cycle(604, 'Weekly Monday', { periodUnit: 'WEEKLY' }),
  ],
  tripwirePlans: [
    { id: 41, name: 'Standard fraud watch' },
    { id: 42, name: 'High spend alert' },
  ],
  agents: [
    { id: 51, name: 'Harrow Vale Direct Sales', type: 'INTERNAL', contractOwnerId: 1, availableFromDate: '2015-04-01', availableToDate: null },
    { id: 52, name: 'Brightwater Partners', type: 'EXTERNAL', contractOwnerId: null, availableFromDate: '2016-01-01', availableToDate: null },
    { id: 53, name: 'Calder Telecom Brokers', type: 'EXTERNAL', contractOwnerId: 2, availableFromDate: '2018-09-01', availableToDate: '2022-12-31' },
  ],
  definitions: [
    { id: 102, label: 'Customer Tier', entityLevel: 'CUSTOMER' },
    { id: 103, label: 'Account Manager', entityLevel: 'CUSTOMER' },
    { id: 104, label: 'Meter Number', entityLevel: 'SITE' },
    { id: 105, label: 'Handset Serial', entityLevel: 'RENTAL_PRODUCT_INVENTORY' },
  ],
  invoiceTemplates: [
    { id: 201, name: 'Standard invoice' },
    { id: 202, name: 'Detailed invoice' },
    { id: 203, name: 'Residential invoice' },
  ],
  summaryTemplates: [
    { id: 301, name: 'Summary by site' },
    { id: 302, name: 'Summary by service' },
  ],
  electronicSummaryTemplates: [
    { id: 401, name: 'CSV call summary' },
    { id: 402, name: 'Spreadsheet cost summary' },
  ],
  components: [
    { id: 501, name: 'Service charges', contractOwnerIds: [1, 2, 3] },
    { id: 502, name: 'Call charges', contractOwnerIds: [1, 2] },
    { id: 503, name: 'One-off charges', contractOwnerIds: [1] },
  ],
}
