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
    aliases: ['invoice template id', 'invoice template name', 'template', 'template id', 'bill template', 'invoice layout', 'invoice format', 'invoice style', 'invoice theme', 'bill layout', 'bill style',
      'branding theme', 'invoice design', 'invoice document template', 'bill template name', 'invoice form', 'document layout'],
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
      'invoice due days', 'days credit', 'credit period', 'credit period days', 'net days', 'pay terms', 'pay term', 'net terms', 'net term days', 'term days', 'terms in days', 'payment due in days', 'terms of payment',
      'terms of payment days', 'days due', 'due in days', 'due in', 'pay within', 'pay within days', 'payment within days', 'credit terms days', 'credit term days', 'credit term', 'invoice due in days',
      'invoice due in', 'days till due', 'days until due', 'days terms', 'payment period', 'payment period days', 'payment terms net', 'invoice payment terms', 'payment terms code', 'payment terms name', 'terms code',
      'terms name', 'term name', 'account terms', 'terms agreed days', 'number of days credit', 'trading terms', 'payment deadline days', 'default due days', 
    ],
    weakAliases: ['due date sales day', 'payment due'],
    // The maximum is read off a generated sample, the minimum is not documented (section 7).
    type: { kind: 'integer', min: '0', max: '400', minBound: 'inferred', maxBound: 'inferred' },
    help: 'Days from the invoice date until payment is due. Give this or the payment day, not both.',
  }),
  detail('preferredPaymentDay', {
    label: 'Preferred payment day',
    aliases: ['payment day', 'payment day of month', 'collection day', 'dd day', 'direct debit day', 'dd collection day', 'direct debit collection day', 'day of month', 'preferred collection day', 'preferred day',
      'due day', 'payment date day', 'preferred payment date', 'pay day', 'dd payment day', 'direct debit payment day', 'dd day of month', 'direct debit day of month', 'dd date day of month',
      'direct debit date day of month', 'preferred dd day', 'preferred direct debit day', 'preferred dd date', 'preferred direct debit date', 'preferred collection date', 'collection day of month', 'day of collection',
      'collect on', 'collect on day', 'collected on', 'day collected', 'day of payment', 'day of dd', 'dd pay day', 'payment collection day', 'monthly payment day', 'pay on day', 'pays on day', 'billing payment day',
      'dd collection day of month', 'direct debit run day', 'dd run day', 'payment due day', 'day due', 'collection day number'],
    weakAliases: ['dd date', 'direct debit date', 'dd collection date', 'direct debit collection date', 'collection date', 'payment date', 'billing day', 'bill day', 'invoice day'],
    type: { kind: 'integer', min: '1', max: '31', minBound: 'inferred', maxBound: 'inferred' },
    help: 'The day of the month on which payment is due or collected. Give this or the payment terms, not both.',
  }),
  detail('paymentMethod', {
    label: 'Payment method',
    aliases: ['payment type', 'method of payment', 'pay method', 'payment', 'paid by', 'pays by', 'preferred payment method', 'payment mechanism', 'how they pay', 'pay type', 'payment by', 'how pays', 'how paid',
      'how do they pay', 'how customer pays', 'pays how', 'paying by', 'pay by', 'pays via', 'paid via', 'payment via', 'payment means', 'means of payment', 'payment method type', 'payment method name', 'payment option',
      'payment mode', 'mode of payment', 'payment channel', 'payment gateway', 'default payment', 'default payment type', 'collection method', 'settlement method', 'payment instrument', 'type of payment',
      'payment arrangement', 'payment form', 'form of payment', 'payment route', 'payment plan type', 'tender type'],
    weakAliases: ['gateway', 'dd', 'method'],
    type: { kind: 'enum', closed: true, values: paymentMethods },
    certainty: 'inferred',
    help: 'How the invoices are paid, for example DIRECT_DEBIT, BACS, CHEQUE or GO_CARDLESS. Which methods a site accepts is not documented.',
  }),
]

const bank: readonly FieldEntry[] = [
  detail('accountName', {
    label: 'Bank account name',
    aliases: ['name on bank account', 'bank account holder', 'account holder', 'name on account', 'bank account holder name', 'bank name on account', 'payer name', 'name on bank', 'account name on bank',
      'dd account name', 'direct debit account name', 'account name at bank', 'name at bank', 'bank account name', 'bank a/c name', 'bank acc name', 'name of account holder', 'name of bank account', 'bank holder',
      'bank account holders name', 'account holders name bank', 'name of payer', 'payers name', 'dd payer name', 'dd name', 'direct debit name', 'name on dd', 'bank details account name', 'bank details name',
      'bank payee name', 'beneficiary name', 'bank beneficiary', 'account in name of', 'bank account in name of', 'bank account title', 'card or account holder'],
    weakAliases: ['account name', 'account holder name', 'payer'],
    type: { kind: 'text', max: 50, bounds: 'inferred' },
    certainty: 'inferred',
    help: 'The name on the bank account.',
  }),
  detail('sortCode', {
    label: 'Sort code',
    aliases: ['bank sort code', 'sortcode', 'bank sortcode', 'branch sort code', 'dd sort code', 'direct debit sort code', 'bank branch sort code', 'sc', 'bank sc', 'bank account sort code', 'bank branch code',
      'bank account branch code', 'bank details sort code', 'bank sort', 'dd sort', 'bank branch number', 'branch sortcode', 'account sort code', 'sorting code',
      'payer sort code', 'sort code bank'],
    weakAliases: ['bank code'],
    type: { kind: 'sort-code' },
    certainty: 'inferred',
    help: 'The six digits of the bank\'s sort code, with or without hyphens.',
  }),
  detail('accountNumber', {
    label: 'Bank account number',
    aliases: ['bank account no', 'bank account', 'bank a/c number', 'bank a/c no', 'bank a/c', 'bank acc', 'dd account number', 'direct debit account number', 'bank number', 'payer account number', 'bank account num',
      'bank account id', 'bank details account number', 'bank details account', 'bank acct no', 'dd account', 'dd account no', 'direct debit account', 'account number bank', 'account no bank', 'payer account',
      'bank acc no', 'bank acct', 'customer bank account number', 'customer bank account', 'account number at bank', 'bank account account number'],
    weakAliases: ['account number', 'account'],
    type: { kind: 'bank-account-number' },
    certainty: 'inferred',
    help: 'The number of the bank account, usually 8 digits. Leading zeros are kept.',
  }),
  detail('directDebitReference', {
    label: 'Direct debit reference',
    aliases: ['dd reference', 'dd ref', 'ddi reference', 'direct debit ref', 'dd number', 'dd originator reference', 'auddis reference', 'auddis ref', 'bacs reference', 'bacs ref', 'dd instruction reference',
      'direct debit instruction reference', 'dd id', 'direct debit id', 'direct debit number', 'dd core reference', 'core reference', 'dd unique reference', 'dd reference number', 'ddi unique reference'],
    type: { kind: 'text' },
    certainty: 'unknown',
    help: 'The reference of the direct debit instruction.',
  }),
  detail('mandateReference', {
    label: 'Mandate reference',
    aliases: ['mandate ref', 'mandate id', 'mandate', 'dd mandate reference', 'dd mandate', 'direct debit mandate reference', 'direct debit mandate', 'gocardless mandate', 'gocardless mandate id', 'mandate number',
      'mandate no', 'gocardless mandate reference', 'gocardless mandate number', 'gc mandate', 'gc mandate id', 'gc mandate reference', 'dd mandate id', 'dd mandate number', 'direct debit mandate id',
      'direct debit mandate number', 'bacs mandate', 'bacs mandate reference', 'sepa mandate', 'sepa mandate reference', 'sepa mandate id', 'mandate identifier', 'unique mandate reference', 'umr', 'mandates id',
      'mandates reference', 'payment mandate', 'mandate code', 'core mandate reference', 'dd mandate ref no'],
    type: { kind: 'text', min: 0, max: 255, bounds: 'inferred', pattern: 'P' },
    certainty: 'inferred',
    help: 'The mandate at the payment provider. Needed for GO_CARDLESS, FINASTRA and STRIPE payments.',
  }),
  detail('thirdPartyCustomerReference', {
    label: 'Third-party customer reference',
    aliases: ['third party customer ref', 'third party reference', 'third party ref', '3rd party reference', '3rd party customer reference', 'stripe customer id', 'stripe customer', 'stripe id', 'gocardless customer id',
      'gocardless customer', 'provider customer id', 'payment provider customer reference', 'stripe customer reference', 'stripe cust id', 'stripe ref', 'stripe reference', 'gocardless id', 'gocardless reference',
      'gocardless ref', 'gocardless customer reference', 'gc customer', 'gc customer id', 'gc customer ref', 'gc id', 'paypal id', 'payment gateway customer id', 'payment gateway id', 'gateway customer id',
      'gateway customer reference', 'payment provider id', 'payment provider reference', 'third party id', 'third party customer id', 'external payment reference', 'payment processor id',
      'payment processor customer id'],
    type: { kind: 'text', min: 0, max: 100, bounds: 'inferred', pattern: 'P' },
    certainty: 'inferred',
    help: 'The customer\'s own number at the payment provider. Needed with a Stripe mandate.',
  }),
]

const invoice: readonly FieldEntry[] = [
  detail('accountPackageReference', {
    label: 'Accounts package reference',
    aliases: ['account package reference', 'accounts package ref', 'account package ref', 'accounting reference', 'accounting ref', 'sage reference', 'sage ref', 'sage account', 'sage account number', 'sage account ref',
      'xero reference', 'xero id', 'xero contact id', 'quickbooks id', 'accounts system reference', 'finance reference', 'erp reference', 'navision reference', 'accounting package reference',
      'accounts package reference number', 'accounts package code', 'accounts package id', 'accounts package account', 'accounts system id', 'accounts system code', 'accounts system ref', 'accounts software ref',
      'accounting id', 'accounting code', 'accounting system id', 'accounting system reference', 'accounting system code', 'accounting software id', 'finance system reference', 'finance system id', 'finance system code',
      'finance code', 'finance id', 'erp id', 'erp code', 'erp number', 'erp customer number', 'erp account', 'erp customer id', 'sage code', 'sage id', 'sage number', 'sage customer code', 'sage customer id',
      'sage account code', 'sage a/c ref', 'sage customer reference', 'xero code', 'xero ref', 'xero account', 'xero account number', 'xero number', 'xero customer id', 'quickbooks reference', 'quickbooks ref',
      'quickbooks customer id', 'quickbooks code', 'quickbooks account', 'qb id', 'qb ref', 'qb customer id', 'qbo id', 'netsuite id', 'netsuite internal id', 'netsuite customer id', 'sap id', 'sap number',
      'sap customer number', 'nav code', 'navision code', 'navision id', 'dynamics id', 'dynamics account', 'kashflow code', 'kashflow ref', 'freeagent id', 'exact code', 'exact id', 'accounts ledger code',
      'accounts ledger reference', 'sales ledger ref', 'sales ledger reference'],
    weakAliases: ['nominal code', 'nominal account'],
    type: { kind: 'text' },
    help: 'The number of this site in your accounts package. Some contract owners require it.',
  }),
  detail('purchaseOrderNumber', {
    label: 'Purchase order number',
    aliases: ['po number', 'po no', 'purchase order', 'purchase order no', 'customer po', 'customer po number', 'order number', 'order no', 'po reference', 'po ref', 'po', 'purchase order ref',
      'customer order reference', 'customer order number', 'customer order no', 'customer order', 'your order number', 'your order', 'their order number', 'their po', 'their po number', 'client po', 'client po number',
      'customer purchase order', 'customer purchase order number', 'default po', 'default po number', 'default purchase order number', 'standing po', 'blanket po', 'po no required', 'order reference', 'po to quote',
      'quote po', 'invoice po', 'invoice po number', 'cust po ref', 'po number on invoice', 'purchase order id', 'standing order number po'],
    type: { kind: 'text' },
    certainty: 'inferred',
    help: 'The purchase order number printed on the invoices.',
  }),
  detail('invoiceNotes', {
    label: 'Invoice notes',
    aliases: ['invoice note', 'invoice comments', 'invoice comment', 'invoice message', 'notes on invoice', 'bill notes', 'billing notes', 'invoice text', 'invoice memo', 'notes for invoice', 'message on invoice',
      'invoice footer', 'invoice footer text', 'invoice footnote', 'comments on invoice', 'bill note', 'bill message', 'bill text', 'bill comments', 'billing comments', 'billing note', 'billing instructions',
      'invoice instructions', 'invoice narrative', 'customer message on invoice', 'note on invoice', 'printed on invoice', 'invoice remarks'],
    weakAliases: ['notes', 'note', 'comments', 'comment', 'memo', 'remarks', 'special instructions', 'instructions'],
    type: { kind: 'text' },
    certainty: 'inferred',
    help: 'A note printed on the invoices. The customer will see it.',
  }),
  detail('taxExempt', {
    label: 'Tax exempt',
    aliases: ['vat exempt', 'tax exemption', 'exempt from vat', 'exempt from tax', 'is tax exempt', 'zero rated', 'vat exemption', 'tax exempt flag', 'vat exempt flag', 'is vat exempt', 'exempt from tax flag',
      'vat free', 'tax free', 'no vat', 'exempt vat', 'tax exempted', 'taxexempt', 'tax exempt status', 'exempt'],
    weakAliases: ['taxability', 'taxable', 'vatable', 'charge vat'],
    type: { kind: 'boolean' },
    certainty: 'inferred',
    help: 'Yes when no tax is charged.',
  }),
  detail('taxRegistrationNumber', {
    label: 'Tax registration number',
    aliases: ['vat number', 'vat no', 'vat reg no', 'vat reg number', 'vat registration', 'vat registration number', 'tax number', 'tax reg no', 'tax reg number', 'tax id', 'vat id', 'vat', 'tax resale number',
      'tax registration code', 'vat registration code', 'vat reg', 'tax reg', 'tax registration', 'sales tax number', 'sales tax registration number', 'gst number', 'tax registration no', 'vat registered number',
      'vat registration id', 'vat identification number', 'vat identification', 'vat identifier', 'vat code number', 'vat reference', 'vat ref', 'vat reg ref', 'tax identification number', 'tax identification',
      'tax identifier', 'tax reference', 'tax ref', 'tax reference number', 'tax number 1', 'tax id number', 'tax registration id', 'eu vat number', 'eu vat no', 'eu vat id', 'eu tax number', 'gb vat number',
      'uk vat number', 'company vat number', 'customer vat number', 'vat gst number', 'gst vat number', 'vat tax number', 'vat tax id', 'tax vat number', 'tin', 'tax reg id', 'vat number eu', 'vatin', 'vat tin',
      'sales tax id', 'business tax id', 'abn', 'tax code number'],
    // The length is that of the contract owner's field of the same name.
    type: { kind: 'text', max: 50, bounds: 'inferred' },
    certainty: 'inferred',
    help: 'The VAT or tax registration number, for example GB123456789.',
  }),
]

export const invoiceDetailsFields: readonly FieldEntry[] = [...templates, ...terms, ...bank, ...invoice]
