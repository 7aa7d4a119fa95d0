// All rules of one site across fields, alone or inside a new customer.
import type { NestedSiteRequest, SiteRequest } from '#api/schemas/site.ts'
import type { ReferenceData } from '../seed/reference.ts'
import type { Problem } from '../problem.ts'
import { siteContactProblems } from './contacts.ts'
import { invoiceDetailsProblems, routeProblems } from './invoice-route.ts'
import { customFieldProblems, invoiceReferenceProblems } from './references.ts'
import { addressProblems, blankProblems } from './required-text.ts'

export function siteProblems(site: SiteRequest | NestedSiteRequest, path: string, reference: ReferenceData): readonly Problem[] {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`)
  const details = site.siteInvoiceDetails
  return [
    ...blankProblems({ siteName: site.siteName, siteReference: site.siteReference }, path),
    ...addressProblems(site.siteAddress, at('siteAddress')),
    ...routeProblems(site, path === '' ? 'body' : path),
    ...(details === undefined ? [] : invoiceDetailsProblems(details, at('siteInvoiceDetails'))),
    ...(details === undefined ? [] : invoiceReferenceProblems(details, at('siteInvoiceDetails'), reference)),
    ...siteContactProblems(site.siteContacts, at('siteContacts')),
    ...customFieldProblems({ fields: site.assignedCustomFields, level: 'SITE', path: at('assignedCustomFields') }, reference),
  ]
}
