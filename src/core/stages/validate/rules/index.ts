import type { Rule } from '../rule.ts'
import { contractTerm } from './contract-term.ts'
import { customFields } from './custom-fields.ts'
import { contractBeforeCustomer, endBeforeStart } from './dates.ts'
import { emailDelivery } from './email-delivery.ts'
import { invoiceContact } from './invoice-contact.ts'
import { invoiceTemplate, paymentMethod, paymentTiming } from './invoice-details.ts'
import { invoiceRoute, invoiceSite } from './invoice-route.ts'
import { postcode } from './postcode.ts'
import { required } from './required.ts'
import { similarSites } from './similar-sites.ts'
import { customerExists, noContact, noSite } from './structure.ts'
import { values } from './values.ts'
import { welcomeEmail } from './welcome-email.ts'

/** Every rule of one customer. */
export const rules: readonly Rule[] = [
  customerExists, required, values, postcode, contractTerm, endBeforeStart, contractBeforeCustomer, welcomeEmail, customFields,
  noSite, noContact, similarSites, invoiceContact, emailDelivery, invoiceRoute, invoiceSite, invoiceTemplate, paymentTiming, paymentMethod,
]
