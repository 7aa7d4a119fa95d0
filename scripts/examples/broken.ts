// One fault at a time: each group of rows is a sound customer with something wrong in it, and says so in its last column.
import { columns, extraColumns, makeTable, renderCsv, type Row } from './table.ts'

interface Fault {
  /** The codes it shows, then what was done, for the column "What is wrong here". */
  readonly shows: string
  readonly rows: readonly Row[]
}

export function renderBrokenCsv(): string {
  const rows = faults.flatMap(({ shows, rows: bad }) => bad.map((row): Row => ({ ...row, 'What is wrong here': shows })))
  return `${renderCsv(makeTable([...columns, ...extraColumns], rows))}${raggedRows()}`
}

/** Rows that no table can hold: one cell too many, too few, and a quote in the middle of a cell. */
function raggedRows(): string {
  const write = (row: Row): string => renderCsv(makeTable([...columns, ...extraColumns], [row])).split('\r\n')[1] ?? ''
  const long = write(good(90, { 'What is wrong here': 'ragged-row: this row has one cell more than the header' }))
  const short = columns.map((label) => good(91, { 'Payment method': 'BACS' })[label] ?? '').join(',')
  const quote = write(good(92, { 'What is wrong here': 'stray-quote: the site name goes on after its closing quote' })).replace(',Main premises,', ',"Main" premises,')
  return [`${long},one too many`, short, quote].map((line) => `${line}\r\n`).join('')
}

/** A customer in one row without a fault. Its contract dates never pass the 12th: no cell proves which number is the month. */
function good(number: number, changes: Row = {}): Row {
  const account = `BRK-${String(number).padStart(3, '0')}`
  return {
    'Account number': account, 'Customer name': `Broken Example ${number} Ltd`, 'Customer type': 'BUSINESS', 'Customer start date': '2025-03-01', 'Contract owner': '1', 'Billing cycle': '601',
    'Site reference': `${account}-01`, 'Site name': 'Main premises', 'Site start date': '2025-03-01',
    'Address line 1': `${number} Chapel Lane`, Town: 'Leeds', County: 'West Yorkshire', Postcode: 'LS92 4AB', Country: 'GB',
    'Invoice template': '201', 'Payment method': 'BACS', 'Payment terms (days)': '30',
    'Contact name': 'Rosalind Quayle', 'Contact email': `accounts${number}@example.com`, 'Contact telephone': '01632 960417', 'Contact role': 'ACCOUNTS',
    'Receive invoice by': 'EMAIL', 'Contact appears on invoice': 'Yes', 'Repayment plan amount': '', 'Email suspended': 'No',
    ...changes,
  }
}

/** One row, one changed cell or a few. */
const one = (number: number, shows: string, changes: Row): Fault => ({ shows, rows: [good(number, changes)] })
/** Two rows of one customer that differ in what is given. */
const two = (number: number, shows: string, [first, second]: readonly [Row, Row]): Fault => ({ shows, rows: [good(number, first), good(number, second)] })

const noInvoiceDetails: Row = { 'Invoice template': '', 'Payment method': '', 'Payment terms (days)': '' }
const noContact: Row = {
  'Contact name': '', 'Contact email': '', 'Contact telephone': '', 'Contact role': '', 'Receive invoice by': '', 'Contact appears on invoice': '', 'Email suspended': '',
}
const noSite: Row = {
  ...noInvoiceDetails, ...noContact,
  'Site reference': '', 'Site name': '', 'Site start date': '', 'Address line 1': '', Town: '', County: '', Postcode: '', Country: '',
}
/** Its number is left. */
const noCustomer: Row = { 'Customer name': '', 'Customer type': '', 'Customer start date': '', 'Contract owner': '', 'Billing cycle': '' }
/** A second site with the number given. */
const site = (number: number, changes: Row): Row => ({ 'Site reference': `BRK-${String(number).padStart(3, '0')}-02`, 'Site name': 'Depot', ...changes })

const values: readonly Fault[] = [
  one(1, 'required-missing: the site has no name', { 'Site name': '' }),
  one(2, 'too-long: the customer name has 101 characters', { 'Customer name': `Very ${'long '.repeat(18)}Ltd (Two)`.padEnd(101, 'x') }),
  one(3, 'not-a-date: February has no 31st', { 'Customer start date': '2025-02-31' }),
  one(4, 'not-a-whole-number: payment terms of 30.5 days', { 'Payment terms (days)': '30.5' }),
  one(5, 'not-a-number: the credit threshold is a word', { 'Credit threshold': 'lots' }),
  one(6, 'not-yes-or-no: "perhaps"', { 'Email suspended': 'perhaps' }),
  one(7, 'out-of-range: a repayment plan starts at 1', { 'Repayment plan amount': '0' }),
  one(8, 'not-in-list: no such customer type', { 'Customer type': 'FRIEND' }),
  one(9, 'bad-email: no address before the @', { 'Contact email': '@example.com' }),
  one(10, 'bad-country: there is no such country', { Country: 'Ruritania' }),
  one(11, 'odd-postcode: not a postcode of this country', { Postcode: '12345' }),
  one(12, 'odd-character: angle brackets may be refused', { 'Customer name': 'Broken <Example> 12' }),
  one(13, 'odd-sort-code: five digits', { 'Payment method': 'DIRECT_DEBIT', 'Sort code': '00-00-1', 'Bank account number': '00012345' }),
  one(14, 'odd-account-number: four digits', { 'Payment method': 'DIRECT_DEBIT', 'Sort code': '00-00-14', 'Bank account number': '0012' }),
  one(15, 'invalid-bytes: a letter was lost before this file was written', { 'Site name': 'Caf\u{FFFD}' }),
  one(16, 'unknown-reference: the practice server has no contract owner 99 (found when the target is asked)', { 'Contract owner': '99' }),
  one(17, 'custom-field-unresolved: a custom field is named, and no target was asked for its id', { 'Customer custom field: Loyalty card': 'Gold' }),
  one(18, 'decimal-sign-open: a thousand, or one with three decimals, and no other number of the column tells', { 'Credit threshold': '1,000' }),
  one(28, 'decimal-sign-mixed: a point stands before the decimals here', { 'Repayment plan amount': '12.50' }),
  one(29, 'decimal-sign-mixed: and here a comma', { 'Repayment plan amount': '12,50' }),
]

const terms: readonly Fault[] = [
  one(20, 'contract-term-without-start', { 'Contract term (months)': '24' }),
  one(21, 'contract-start-without-term; date-order-open: 03/04/2025 may be April or March, and no other date of the column tells', { 'Contract start date': '03/04/2025' }),
  one(22, 'end-before-start: the customer ends before it starts', { 'Customer end date': '2025-01-31' }),
  one(23, 'contract-start-before-customer-start', { 'Contract term (months)': '12', 'Contract start date': '2024-02-01' }),
  one(24, 'vip-deprecated: sent as the customer marker', { 'VIP customer': 'Yes' }),
  one(25, 'welcome-email-scheduled: real mail would go out; date-serials: the date has lost its format in Excel', { 'Welcome email date': '47498' }),
  one(26, 'date-order-mixed: the day stands first here', { 'Site start date': '13/03/2025' }),
  one(27, 'date-order-mixed: and here the month', { 'Site start date': '03/14/2025' }),
]

const structure: readonly Fault[] = [
  two(30, 'conflicting-values: the two rows of this customer disagree about its name', [{}, { 'Customer name': 'Another Name Ltd', 'Contact name': 'Tamsin Yardley', 'Contact appears on invoice': 'No' }]),
  two(31, 'duplicate-customer: one account number, two different customers', [{}, {
    'Customer name': 'Quite Different plc', 'Customer type': 'RESELLER', 'Customer start date': '2024-06-15', 'Contract owner': '2', 'Billing cycle': '603',
    'Site reference': 'OTHER-1', 'Site name': 'Elsewhere', 'Site start date': '2024-06-15',
  }]),
  one(32, 'customer-exists: the practice server has PRAC-0001 already (found when the target is asked)', { 'Account number': 'PRAC-0001', 'Customer name': 'Alderbrook Joinery Ltd' }),
  two(33, 'duplicate-site-reference: one reference, two different sites', [{}, {
    'Site name': 'Warehouse', 'Site start date': '2025-09-01', 'Address line 1': '7 Dock Street', Town: 'Ipswich', County: 'Suffolk', Postcode: 'IP93 1QX',
  }]),
  two(34, 'similar-key: the account numbers differ in upper and lower case only', [{}, { 'Account number': 'brk-034' }]),
  two(35, 'identical-rows-merged: the same row twice counts once', [{}, {}]),
  one(36, 'no-site: the customer has no site', noSite),
  one(37, 'no-contact: the site has no contact', noContact),
  one(38, 'orphan-site: no row says anything of the customer of this site', noCustomer),
  two(39, 'orphan-contact: no row describes the site of the second contact', [{}, { ...noSite, 'Site reference': 'BRK-039-99', 'Contact name': 'Tamsin Yardley', 'Contact email': 'tamsin@example.com', 'Contact appears on invoice': 'No' }]),
]

const contacts: readonly Fault[] = [
  two(40, 'two-invoice-contacts: both contacts are marked', [{}, { 'Contact name': 'Owen Kilbride', 'Contact email': 'owen@example.com' }]),
  one(41, 'invoice-contact-defaulted: nobody is marked, so the first contact will be', { 'Contact appears on invoice': '' }),
  one(42, 'receive-invoice-by-missing: required for the marked contact', { 'Receive invoice by': '' }),
  one(43, 'email-delivery-without-email: invoices by email, but no address', { 'Contact email': '' }),
  one(44, 'email-delivery-suspended: invoices by email, but email is suspended', { 'Email suspended': 'Yes' }),
]

const invoices: readonly Fault[] = [
  one(50, 'invoice-route-missing: neither invoice details nor an invoice site', noInvoiceDetails),
  two(51, 'invoice-route-both: the second site has invoice details and an invoice site', [{}, site(51, { 'Invoice site': 'BRK-051-01' })]),
  two(52, 'invoice-site-unknown: no site NOWHERE of this customer', [{}, site(52, { ...noInvoiceDetails, 'Invoice site': 'NOWHERE' })]),
  two(53, 'invoice-site-self: the second site points at itself', [{}, site(53, { ...noInvoiceDetails, 'Invoice site': 'BRK-053-02' })]),
  {
    shows: 'invoice-site-not-receiving: the third site points at the second, which sends its own invoices elsewhere',
    rows: [
      good(54), good(54, site(54, { ...noInvoiceDetails, 'Invoice site': 'BRK-054-01' })),
      good(54, { 'Site reference': 'BRK-054-03', 'Site name': 'Kiosk', ...noInvoiceDetails, 'Invoice site': 'BRK-054-02' }),
    ],
  },
  two(55, 'invoice-site-cycle: the two sites point at each other', [
    { ...noInvoiceDetails, 'Invoice site': 'BRK-055-02' }, site(55, { ...noInvoiceDetails, 'Invoice site': 'BRK-055-01' }),
  ]),
  one(56, 'invoice-template-missing', { 'Invoice template': '' }),
  one(57, 'payment-timing-missing: neither payment terms nor a payment day', { 'Payment terms (days)': '' }),
  one(58, 'payment-timing-both: payment terms and a payment day', { 'Preferred payment day': '15' }),
  one(59, 'mandate-reference-missing: needed for GoCardless', { 'Payment method': 'GO_CARDLESS' }),
  one(60, 'third-party-reference-missing: needed with a Stripe mandate', { 'Payment method': 'STRIPE', 'Mandate reference': 'mandate_0001' }),
  one(61, 'bank-details-incomplete: direct debit without sort code and account number', { 'Payment method': 'DIRECT_DEBIT' }),
]

const faults: readonly Fault[] = [...values, ...terms, ...structure, ...contacts, ...invoices]
