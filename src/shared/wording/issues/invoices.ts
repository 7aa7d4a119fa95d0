// Texts of who receives invoices, where they go and how they are paid.
import type { IssueText } from './facts.ts'
import { quote } from './facts.ts'

export const invoiceTexts = {
  'two-invoice-contacts': {
    title: 'Two contacts on the invoice',
    message: ({ issue, elsewhere }) => {
      const here = issue.place === null ? 'This contact' : `The contact in row ${issue.place.row}`
      return `${here} is to appear on the invoice, and so is the one in ${elsewhere}. Only one contact of a site can: set the others to no.`
    },
  },
  'invoice-contact-defaulted': {
    title: 'First contact appears on the invoice',
    message: ({ param }) => `No contact of the site is marked to appear on the invoice, so the first one will${param('other') === '' ? '' : `, ${quote(param('other'))}`}. Mark another one if that is not meant.`,
  },
  'receive-invoice-by-missing': {
    title: 'Way to receive invoices missing',
    message: ({ issue }) =>
      issue.severity === 'error'
        ? 'This contact is to appear on the invoice, but how it receives invoices is missing. Fill in "Receive invoice by", for example EMAIL.'
        : 'This contact will appear on the invoice because it is the first, but how it receives invoices is missing. Fill in "Receive invoice by", for example EMAIL; Elevate may require it.',
  },
  'email-delivery-without-email': {
    title: 'Email delivery without an address',
    message: ({ param, field2 }) => `${param('field2') === '' ? 'Delivery' : field2} is by email, but the contact has no email address. Fill in the address, or choose another way.`,
  },
  'email-delivery-suspended': {
    title: 'Email delivery while email is suspended',
    message: ({ param, field2 }) => `${param('field2') === '' ? 'Delivery' : field2} is by email, but email to this contact is suspended. Choose another way, or set "Email suspended" to no.`,
  },
  'invoice-route-missing': {
    title: 'Nobody receives the invoices',
    message: ({ issue }) =>
      `The site${issue.site === null || issue.site === '' ? '' : ` ${quote(issue.site)}`} has neither invoice details of its own nor an invoice site. Fill in its invoice details (invoice template and payment terms), or name the site that receives its invoices.`,
  },
  'invoice-route-both': {
    title: 'Invoice details and an invoice site',
    message: ({ field, value, field2, elsewhere, issue }) =>
      `The site names ${field} ${value} and has ${field2} of its own as well${issue.related.length === 0 ? '' : ` (${elsewhere})`}. A site either receives its own invoices or points to another one: clear one of the two.`,
  },
  'invoice-site-unknown': {
    title: 'Invoice site not found',
    message: ({ value }) => `No site of this customer has the reference ${value}. Correct the reference, or add that site.`,
  },
  'invoice-site-self': {
    title: 'Site that points to itself',
    message: ({ value }) => `The site names itself (${value}) as the one that receives its invoices. Clear the invoice site and fill in invoice details, or name another site.`,
  },
  'invoice-site-not-receiving': {
    title: 'Invoice site without invoice details',
    message: ({ value, issue, elsewhere }) =>
      `The invoice site ${value} does not receive invoices itself${issue.related.length === 0 ? '' : ` (${elsewhere})`}. Name a site that has invoice details, or give that one invoice details.`,
  },
  'invoice-site-cycle': {
    title: 'Sites that point to each other in a circle',
    message: ({ param, value }) => `The sites ${param('list') === '' ? value : param('list')} send their invoices to each other in a circle, so nobody receives them. Give one of them invoice details instead of an invoice site.`,
  },
  'invoice-template-missing': {
    title: 'Invoice template missing',
    message: () => 'The site receives its own invoices, but has no invoice template. Fill it in, or set one invoice template for all sites.',
  },
  'payment-timing-missing': {
    title: 'Payment terms missing',
    message: () => 'The site receives its own invoices, but has neither payment terms nor a payment day. Fill in one of the two, or set one value for all sites.',
  },
  'payment-timing-both': {
    title: 'Payment terms and payment day',
    message: () => 'The site has both payment terms and a preferred payment day. Only one of the two is possible: clear the other.',
  },
  'mandate-reference-missing': {
    title: 'Mandate reference missing',
    message: ({ value, issue }) => `${issue.value === null ? 'This payment method' : `The payment method ${value}`} usually needs a mandate reference, and there is none. Fill it in; without it Elevate may refuse the site.`,
  },
  'third-party-reference-missing': {
    title: 'Third-party reference missing',
    message: ({ value, issue }) => `${issue.value === null ? 'This payment method' : `The payment method ${value}`} usually needs the customer's id at the payment provider, and there is none. Fill in the third-party customer reference; without it Elevate may refuse the site.`,
  },
  'bank-details-incomplete': {
    title: 'Bank details incomplete',
    message: () => 'The site pays by direct debit, but its sort code or its bank account number is missing. Fill in both, or choose another payment method.',
  },
} as const satisfies Record<string, IssueText>
