// The wire contract: every call this product makes, one entry each. No behaviour, so that the client and its judge, the
// sandbox, can share it and nothing else.
import { z } from 'zod'
import type { Endpoint, FilterKind } from './endpoint.ts'
import { AuthenticateRequest, AuthenticateResponse } from './schemas/auth.ts'
import { CustomerRequest, CustomerResponse } from './schemas/customer.ts'
import { JsonPatch } from './schemas/json-patch.ts'
import {
  BillingCycle,
  CommissionAgent,
  ContractOwner,
  ContractOwnerSubBrand,
  CustomFieldDefinition,
  ElectronicSummaryTemplate,
  InvoiceSummaryTemplate,
  InvoiceSummaryTemplateComponent,
  InvoiceTemplate,
  TripwirePlan,
} from './schemas/reference.ts'
import { SiteRequest, SiteResponse } from './schemas/site.ts'

const JSON_TYPE = 'application/json'

type ListEntry<Path, Row extends z.ZodType, Filters> = {
  readonly path: Path
  readonly row: Row
  readonly filters: Filters
  readonly errors?: readonly number[]
  readonly source: string
}

/** GET of a bare array, section 2.1. The default codes are those of CUST-LIST. */
const list = <const Path extends `/${string}`, Row extends z.ZodType, const Filters extends Record<string, FilterKind>>(entry: ListEntry<Path, Row, Filters>) =>
  ({
    method: 'GET',
    path: entry.path,
    needsToken: true,
    paged: true,
    filters: entry.filters,
    headers: [],
    requestType: null,
    request: null,
    response: z.array(entry.row),
    success: [200],
    errors: entry.errors ?? [400, 401, 403],
    source: entry.source,
  }) as const satisfies Endpoint

/** HEAD: 200 when the filters match something, 404 when they do not. Section 2.3. */
const check = <const Path extends `/${string}`, const Filters extends Record<string, FilterKind>>(path: Path, filters: Filters, source: string) =>
  ({
    method: 'HEAD',
    path,
    needsToken: true,
    paged: false,
    filters,
    headers: [],
    requestType: null,
    request: null,
    response: null,
    success: [200],
    errors: [400, 401, 403, 404],
    source,
  }) as const satisfies Endpoint

/** GET of one object by its id. */
const byId = <const Path extends `/${string}`, Row extends z.ZodType>(path: Path, row: Row, source: string) =>
  ({
    method: 'GET',
    path,
    needsToken: true,
    paged: false,
    filters: {},
    headers: [],
    requestType: null,
    request: null,
    response: row,
    success: [200],
    errors: [400, 401, 403, 404],
    source,
  }) as const satisfies Endpoint

/** POST: 200 and 201 are both success, section 2.5. 409 is known to the general guide only, not to these operations. */
const create = <const Path extends `/${string}`, Body extends z.ZodType, Row extends z.ZodType>(path: Path, body: Body, entry: { row: Row; source: string }) =>
  ({
    method: 'POST',
    path,
    needsToken: true,
    paged: false,
    filters: {},
    headers: [],
    requestType: JSON_TYPE,
    request: body,
    response: entry.row,
    success: [200, 201],
    errors: [400, 401, 403, 404],
    source: entry.source,
  }) as const satisfies Endpoint

const customerCheckFilters = {
  contractOwnerId: 'id',
  customerName: 'string',
  customerType: 'string',
  customerAccountNumber: 'string',
  billingCycleId: 'id',
  startDate: 'date',
  endDate: 'date',
} as const

const siteFilters = {
  customerId: 'id',
  siteName: 'string',
  siteReference: 'string',
  createdDate: 'date-time',
  updatedDate: 'date-time',
  mandateStatus: 'string',
  mandateCreatedDate: 'date',
  mandateUpdatedDate: 'date',
  mandateReference: 'string',
} as const

const byName = { name: 'string' } as const

export const endpoints = {
  authenticate: {
    method: 'POST',
    path: '/authenticate',
    needsToken: false,
    paged: false,
    filters: {},
    headers: [],
    requestType: JSON_TYPE,
    request: AuthenticateRequest,
    response: AuthenticateResponse,
    success: [200],
    errors: [401, 403, 404],
    source: '1',
  },
  listCustomers: list({
    path: '/customers',
    row: CustomerResponse,
    filters: { ...customerCheckFilters, createdDate: 'date-time', updatedDate: 'date-time' },
    source: '4',
  }),
  checkCustomers: check('/customers', customerCheckFilters, '2.3, 4'),
  createCustomer: create('/customers', CustomerRequest, { row: CustomerResponse, source: '4.1' }),
  getCustomer: byId('/customers/{customer_id}', CustomerResponse, '4'),
  updateCustomer: {
    method: 'PATCH',
    path: '/customers/{customer_id}',
    needsToken: true,
    paged: false,
    filters: {},
    headers: ['cascade_end_date'],
    requestType: 'application/json-patch+json',
    request: JsonPatch,
    response: CustomerResponse,
    success: [200],
    errors: [400, 401, 403, 404],
    source: '2.4',
  },
  listSites: list({ path: '/sites', row: SiteResponse, filters: siteFilters, errors: [400, 401, 403, 404], source: '5' }),
  checkSites: check('/sites', siteFilters, '2.3, 5'),
  createSite: create('/sites', SiteRequest, { row: SiteResponse, source: '5.1' }),
  getSite: byId('/sites/{site_id}', SiteResponse, '5'),
  listContractOwners: list({ path: '/contract-owners', row: ContractOwner, filters: byName, source: '6.1' }),
  listContractOwnerSubBrands: list({
    path: '/contract-owner-sub-brands',
    row: ContractOwnerSubBrand,
    filters: { name: 'string', contractOwnerId: 'integer' },
    source: '6.2',
  }),
  listBillingCycles: list({ path: '/billing-cycles', row: BillingCycle, filters: byName, source: '6.3' }),
  listTripwirePlans: list({ path: '/tripwire-plans', row: TripwirePlan, filters: byName, source: '6.9' }),
  listCommissionAgents: list({ path: '/commission-agents', row: CommissionAgent, filters: { name: 'string', type: 'string' }, source: '6.8' }),
  listCustomFieldDefinitions: list({ path: '/custom-field-definitions', row: CustomFieldDefinition, filters: { entityLevel: 'string' }, source: '6.7' }),
  // The paths of the next three are inferred from the API's tags, and so is their filter.
  listInvoiceTemplates: list({ path: '/invoice-templates', row: InvoiceTemplate, filters: byName, source: '6.4' }),
  listInvoiceSummaryTemplates: list({ path: '/invoice-summary-templates', row: InvoiceSummaryTemplate, filters: byName, source: '6.5' }),
  listElectronicSummaryTemplates: list({ path: '/electronic-summary-templates', row: ElectronicSummaryTemplate, filters: byName, source: '6.4' }),
  listInvoiceSummaryTemplateComponents: list({
    path: '/invoice-summary-template-components',
    row: InvoiceSummaryTemplateComponent,
    filters: byName,
    source: '6.6',
  }),
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof endpoints
