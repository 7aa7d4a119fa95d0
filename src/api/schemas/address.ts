// siteAddress and siteInvoiceDetails.invoiceAddress. elevate-api.md section 5.2.
import { z } from 'zod'
import { COUNTRY_CODES } from './country-codes.ts'
import { OpenText } from './primitives.ts'

export const AddressRequest = z.strictObject({
  businessName: OpenText.optional(),
  address1: OpenText,
  address2: OpenText.optional(),
  address3: OpenText.optional(),
  town: OpenText,
  county: OpenText.optional(),
  postcode: OpenText,
  country: z.string().refine((code) => COUNTRY_CODES.has(code), 'must be an ISO 3166 alpha-2 code, for example GB'),
})
export type AddressRequest = z.infer<typeof AddressRequest>
