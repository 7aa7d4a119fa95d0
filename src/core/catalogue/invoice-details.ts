// How the invoices of a site are made and paid: siteInvoiceDetails. elevate-api.md section 5.3; inferred bounds from section 7.
import type { EnumValue, FieldEntry } from '#core/model/field.ts'
import { defineField } from './entry.ts'
import type { EntryInit } from './entry.ts'

const detail = (property: string, init: Omit<EntryInit, 'source'>): FieldEntry => defineField('site', ['siteInvoiceDetails', property], { source: '5.3', ...init })

/** The 17 values of the one shared schema. Which of them a site accepts on creation is not documented. */
const paymentMethods: readonly EnumValue[] = [
  { value: 'CHEQUE', aliases: ['check', 'chq', 'cheques', 'by cheque'] },
  { value: 'DIRECT_DEBIT', aliases: ['dd', 'direct debits', 'd debit', 'by direct debit', 'bacs dd', 'bacs direct debit', 'ddi'] },
  { value: 'CANCELLED_DD', aliases: ['cancelled direct debit', 'canceled direct debit', 'canceled dd'] },
  { value: 'CANCELLED_CARD', aliases: ['canceled card', 'cancelled credit card'] },
  { value: 'CREDIT_CARD', aliases: ['card', 'credit or debit card', 'credit debit card', 'visa', 'mastercard', 'amex'] },
  { value: 'PAYPAL', aliases: ['pay pal'] },
  { value: 'BACS', aliases: ['bank transfer', 'bacs transfer', 'bacs payment', 'bacs credit'] },
  { value: 'POST_OFFICE_PAYMENT_CARD', aliases: ['post office', 'post office card'] },
  { value: 'EZYPAY', aliases: ['ezy pay', 'ezi pay'] },
  { value: 'GO_CARDLESS', aliases: ['gocardless', 'go cardless dd', 'gocardless direct debit'] },
  { value: 'GC_INSTANT_BANK_PAYMENTS', aliases: ['gocardless instant bank payments', 'gocardless instant', 'gc instant bank payment', 'instant bank payment', 'instant bank payments', 'instant bank pay'] },
  { value: 'STRIPE', aliases: [] },
  { value: 'STRIPE_CARD', aliases: ['stripe credit card'] },
  { value: 'STRIPE_DD', aliases: ['stripe direct debit', 'stripe bacs', 'stripe bacs direct debit'] },
  { value: 'FINASTRA', aliases: ['finastra dd', 'finastra direct debit'] },
  { value: 'FAST_PAY', aliases: ['fastpay'] },
  { value: 'OTHER', aliases: ['others', 'other method'] },
]

const templates: readonly FieldEntry[] = [
  detail('invoiceTemplateId', {
    label: 'Invoice template',
    aliases: ['invoice template id', 'invoice template name', 'template', 'template id', 'bill template', 'invoice layout', 'invoice format'],
    type: { kind: 'reference', to: 'invoice-templates' },
    required: 'with-parent',
    help: 'The invoice template in Elevate: its id or its name. Every site that receives its own invoices needs one.',
  }),
  detail('invoiceSummaryTemplateId', {
    label: 'Invoice summary template',
    aliases: ['invoice summary template id', 'summary template', 'summary template id', 'summary template name'],
    type: { kind: 'reference', to: 'invoice-summary-templates' },
    help: 'The invoice summary template in Elevate: its id or its name. It can only be set when the site is created.',
  }),
  detail('electronicSummaryTemplateIds', {
    label: 'Electronic summary templates',
    aliases: ['electronic summary template ids', 'electronic summary template', 'electronic summary template id', 'e summary templates', 'e summary template ids', 'electronic summaries'],
    type: { kind: 'reference-list', to: 'electronic-summary-templates' },
    help: 'One or more electronic summary templates, by id or name, separated by commas.',
  }),
  detail('invoiceSummaryTemplateComponents', {
    label: 'Invoice summary components',
    aliases: ['invoice summary template components', 'summary template components', 'summary components', 'invoice summary component ids', 'summary template component ids'],
    type: { kind: 'reference-list', to: 'invoice-summary-template-components' },
    certainty: 'inferred',
    help: 'The components of the invoice summary, by id or name, separated by commas, in the order in which they are to appear.',
  }),
]

const terms: readonly FieldEntry[] = [
  detail('paymentTermsInDays', {
    label: 'Payment terms (days)',
    aliases: [
      'payment terms in days', 'payment terms', 'terms', 'terms days', 'credit terms', 'credit days', 'due days', 'days to pay', 'payment days', 'invoice terms', 'payment term', 'payment due days',
      'invoice due days', 'days credit', 'credit period', 'credit period days', 'net days', 'pay terms', 'pay term', 'net terms', 'net term days', 'term days', 'terms in days', 'payment due in days',
    ],
    weakAliases: ['due date sales day'],
    // The maximum is read off a generated sample, the minimum is not documented (section 7).
    type: { kind: 'integer', min: '0', max: '400', minBound: 'inferred', maxBound: 'inferred' },
    help: 'Days from the invoice date until payment is due. Give this or the payment day, not both.',
  }),
  detail('preferredPaymentDay', {
    label: 'Preferred payment day',
    aliases: ['payment day', 'payment day of month', 'collection day', 'dd day', 'direct debit day', 'dd collection day', 'direct debit collection day', 'day of month', 'preferred collection day', 'preferred day', 'due day', 'payment date day', 'preferred payment date', 'pay day'],
    type: { kind: 'integer', min: '1', max: '31', minBound: 'inferred', maxBound: 'inferred' },
    help: 'The day of the month on which payment is due or collected. Give this or the payment terms, not both.',
  }),
  detail('paymentMethod', {
    label: 'Payment method',
    aliases: ['payment type', 'method of payment', 'pay method', 'payment', 'paid by', 'pays by', 'preferred payment method', 'payment mechanism', 'how they pay', 'pay type', 'payment by'],
    type: { kind: 'enum', closed: true, values: paymentMethods },
    certainty: 'inferred',
    help: 'How the invoices are paid, for example DIRECT_DEBIT, BACS, CHEQUE or GO_CARDLESS. Which methods a site accepts is not documented.',
  }),
]

const bank: readonly FieldEntry[] = [
  detail('accountName', {
    label: 'Bank account name',
    aliases: ['name on bank account', 'bank account holder', 'account holder', 'name on account', 'bank account holder name', 'bank name on account', 'payer name', 'name on bank', 'account name on bank', 'dd account name', 'direct debit account name'],
    weakAliases: ['account name', 'account holder name'],
    type: { kind: 'text', max: 50, bounds: 'inferred' },
    certainty: 'inferred',
    help: 'The name on the bank account.',
  }),
  detail('sortCode', {
    label: 'Sort code',
    aliases: ['bank sort code', 'sortcode', 'bank sortcode', 'branch sort code', 'dd sort code', 'direct debit sort code', 'bank branch sort code', 'sc'],
    type: { kind: 'sort-code' },
    certainty: 'inferred',
    help: 'The six digits of the bank\'s sort code, with or without hyphens.',
  }),
  detail('accountNumber', {
    label: 'Bank account number',
    aliases: ['bank account no', 'bank account', 'bank a/c number', 'bank a/c no', 'bank a/c', 'bank acc', 'dd account number', 'direct debit account number', 'bank number', 'payer account number', 'bank account num'],
    weakAliases: ['account number', 'account'],
    type: { kind: 'bank-account-number' },
    certainty: 'inferred',
    help: 'The number of the bank account, usually 8 digits. Leading zeros are kept.',
  }),
  detail('directDebitReference', {
    label: 'Direct debit reference',
    aliases: ['dd reference', 'dd ref', 'ddi reference', 'direct debit ref', 'dd number', 'dd originator reference', 'auddis reference', 'auddis ref', 'bacs reference'],
    type: { kind: 'text' },
    certainty: 'unknown',
    help: 'The reference of the direct debit instruction.',
  }),
  detail('mandateReference', {
    label: 'Mandate reference',
    aliases: ['mandate ref', 'mandate id', 'mandate', 'dd mandate reference', 'dd mandate', 'direct debit mandate reference', 'direct debit mandate', 'gocardless mandate', 'gocardless mandate id', 'mandate number', 'mandate no'],
    type: { kind: 'text', min: 0, max: 255, bounds: 'inferred', pattern: 'P' },
    certainty: 'inferred',
    help: 'The mandate at the payment provider. Needed for GO_CARDLESS, FINASTRA and STRIPE payments.',
  }),
  detail('thirdPartyCustomerReference', {
    label: 'Third-party customer reference',
    aliases: ['third party customer ref', 'third party reference', 'third party ref', '3rd party reference', '3rd party customer reference', 'stripe customer id', 'stripe customer', 'stripe id', 'gocardless customer id', 'gocardless customer', 'provider customer id', 'payment provider customer reference'],
    type: { kind: 'text', min: 0, max: 100, bounds: 'inferred', pattern: 'P' },
    certainty: 'inferred',
    help: 'The customer\'s own number at the payment provider. Needed with a Stripe mandate.',
  }),
]

const invoice: readonly FieldEntry[] = [
  detail('accountPackageReference', {
    label: 'Accounts package reference',
    aliases: ['account package reference', 'accounts package ref', 'account package ref', 'accounting reference', 'accounting ref', 'sage reference', 'sage ref', 'sage account', 'sage account number', 'sage account ref', 'xero reference', 'xero id', 'xero contact id', 'quickbooks id', 'accounts system reference', 'finance reference', 'erp reference', 'navision reference', 'accounting package reference'],
    weakAliases: ['nominal code', 'nominal account'],
    type: { kind: 'text' },
    help: 'The number of this site in your accounts package. Some contract owners require it.',
  }),
  detail('purchaseOrderNumber', {
    label: 'Purchase order number',
    aliases: ['po number', 'po no', 'purchase order', 'purchase order no', 'customer po', 'customer po number', 'order number', 'order no', 'po reference', 'po ref', 'po', 'purchase order ref'],
    type: { kind: 'text' },
    certainty: 'inferred',
    help: 'The purchase order number printed on the invoices.',
  }),
  detail('invoiceNotes', {
    label: 'Invoice notes',
    aliases: ['invoice note', 'invoice comments', 'invoice comment', 'invoice message', 'notes on invoice', 'bill notes', 'billing notes', 'invoice text', 'invoice memo'],
    weakAliases: ['notes', 'note', 'comments', 'memo', 'remarks'],
    type: { kind: 'text' },
    certainty: 'inferred',
    help: 'A note printed on the invoices. The customer will see it.',
  }),
  detail('taxExempt', {
    label: 'Tax exempt',
    aliases: ['vat exempt', 'tax exemption', 'exempt from vat', 'exempt from tax', 'is tax exempt', 'zero rated', 'vat exemption'],
    type: { kind: 'boolean' },
    certainty: 'inferred',
    help: 'Yes when no tax is charged.',
  }),
  detail('taxRegistrationNumber', {
    label: 'Tax registration number',
    aliases: ['vat number', 'vat no', 'vat reg no', 'vat reg number', 'vat registration', 'vat registration number', 'tax number', 'tax reg no', 'tax reg number', 'tax id', 'vat id', 'vat', 'tax resale number', 'tax registration code', 'vat registration code', 'vat reg', 'tax reg', 'tax registration', 'sales tax number', 'sales tax registration number', 'gst number', 'tax registration no'],
    // The length is that of the contract owner's field of the same name.
    type: { kind: 'text', max: 50, bounds: 'inferred' },
    certainty: 'inferred',
    help: 'The VAT or tax registration number, for example GB123456789.',
  }),
]

export const invoiceDetailsFields: readonly FieldEntry[] = [...templates, ...terms, ...bank, ...invoice]
