// Three customers that are already there, so that a duplicate can be tried. People and firms of nobody.
import type { CustomerRequest } from '#api/schemas/customer.ts'
import type { NestedSiteRequest } from '#api/schemas/site.ts'

/** When the seeded customers came in: before any test's clock. */
export const SEEDED_AT = '2024-01-02T09:00:00Z'

type SiteText = { readonly siteName: string; readonly siteReference: string; readonly address1: string; readonly town: string; readonly postcode: string }

const site = (text: SiteText, contactName: string, contactEmailAddress: string): NestedSiteRequest => ({
  customerId: 0,
  siteName: text.siteName,
  siteReference: text.siteReference,
  startDate: '2024-01-02',
  siteAddress: { address1: text.address1, town: text.town, postcode: text.postcode, country: 'GB' },
  siteInvoiceDetails: { invoiceTemplateId: 201, paymentTermsInDays: 30, paymentMethod: 'BACS' },
  siteContacts: [{ contactName, contactEmailAddress, contactRole: 'ACCOUNTS', receiveInvoiceBy: 'EMAIL', contactNameToAppearOnInvoice: true }],
})

export const seededCustomers: readonly CustomerRequest[] = [
  {
    contractOwnerId: 1,
    customerType: 'BUSINESS',
    customerName: 'Alderbrook Joinery Ltd',
    customerAccountNumber: 'PRAC-0001',
    startDate: '2024-01-02',
    billingCycleId: 601,
    sites: [
      site({ siteName: 'Workshop', siteReference: 'ALD-1', address1: '14 Quarry Lane', town: 'Otley', postcode: 'LS21 3AB' }, 'Moira Penhale', 'accounts@alderbrook.example'),
      site({ siteName: 'Showroom', siteReference: 'ALD-2', address1: '2 Station Parade', town: 'Ilkley', postcode: 'LS29 8HF' }, 'Tom Arkwright', 'showroom@alderbrook.example'),
    ],
    assignedCustomFields: [{ customFieldDefinitionId: 102, label: 'Customer Tier', value: 'Gold' }],
  },
  {
    contractOwnerId: 1,
    contractOwnerSubBrandId: 12,
    customerType: 'RESIDENTIAL',
    customerName: 'Priya Ranganathan-Cole',
    customerAccountNumber: 'PRAC-0002',
    startDate: '2024-01-02',
    billingCycleId: 602,
    sites: [site({ siteName: 'Home', siteReference: 'COLE-1', address1: '9 Larch Close', town: 'Taunton', postcode: 'TA1 2QP' }, 'Priya Ranganathan-Cole', 'priya@cole.example')],
  },
  {
    contractOwnerId: 2,
    customerType: 'BUSINESS',
    customerName: 'Saltash Marine Supplies',
    customerAccountNumber: 'PRAC-0003',
    startDate: '2024-01-02',
    billingCycleId: 603,
    sites: [site({ siteName: 'Quayside', siteReference: 'SMS-1', address1: 'Unit 5, Fore Quay', town: 'Saltash', postcode: 'PL12 6LG' }, 'Dafydd Trevanion', 'office@saltashmarine.example')],
  },
]
