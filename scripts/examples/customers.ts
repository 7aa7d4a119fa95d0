// Customers without a fault: every rule that has to hold between cells is kept here, on purpose rather than by luck.
import { type Address, type Person, makeAddress, makeFirmName, makePerson, makeSlug } from './people.ts'
import type { Random } from './random.ts'
import type { Row } from './table.ts'

interface Firm {
  readonly account: string
  readonly name: string
  readonly type: 'RESIDENTIAL' | 'BUSINESS' | 'RESELLER' | 'STAFF_MEMBER'
  readonly domain: string
  readonly startDate: CalendarDate
  /** Of the practice server's: 2 wants an accounts package reference on every site. */
  readonly owner: '1' | '2'
}

interface CalendarDate { readonly year: number; readonly month: number; readonly day: number }

/** Every row of one customer: one for each contact, the customer's and the site's values repeated. */
export function makeCustomer(random: Random, number: number): readonly Row[] {
  const firm = makeFirm(random, number)
  const customer = customerCells(firm, random)
  const count = firm.type === 'RESIDENTIAL' || firm.type === 'STAFF_MEMBER' ? 1 : 1 + random.below(3)
  const pays = payment(random, firm)
  const headOffice = `${firm.account}-01`
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((site) => {
    // The head office receives its own invoices; about half of the other sites send theirs there.
    const route: Row = site > 1 && random.chance(0.5) ? { 'Invoice site': headOffice } : pays
    const cells = { ...customer, ...siteCells({ firm, site, home: count === 1 }, random), ...route }
    const contacts = firm.type === 'RESIDENTIAL' || firm.type === 'STAFF_MEMBER' ? 1 : random.pick([1, 1, 2])
    return Array.from({ length: contacts }, (_unused, index): Row => ({ ...cells, ...contactCells(personFor(firm, random), index === 0, firm) }))
  })
}

function makeFirm(random: Random, number: number): Firm {
  const type = random.pick(['BUSINESS', 'BUSINESS', 'BUSINESS', 'BUSINESS', 'RESIDENTIAL', 'RESIDENTIAL', 'RESELLER', 'STAFF_MEMBER'] as const)
  const account = random.chance(0.2) ? String(40_000 + number).padStart(8, '0') : `HV${10_000 + number}`
  const startDate = { year: 2023 + random.below(3), month: 1 + random.below(12), day: 1 + random.below(28) }
  const isPrivate = type === 'RESIDENTIAL' || type === 'STAFF_MEMBER'
  const firmName = makeFirmName(random)
  const name = isPrivate ? makePerson(random, 'example.com').name : firmName
  const domain = isPrivate ? 'example.com' : `${makeSlug(firmName.split(' ').slice(0, -1).join(' '))}.example.com`
  return { account, name, type, domain, startDate, owner: random.chance(0.2) ? '2' : '1' }
}

/** Dates stand in two usual forms; days beyond the 12th prove the order of day and month. */
const asBritish = ({ year, month, day }: CalendarDate): string => `${twoDigits(day)}/${twoDigits(month)}/${year}`
const asIso = ({ year, month, day }: CalendarDate): string => `${year}-${twoDigits(month)}-${twoDigits(day)}`
const twoDigits = (number: number): string => String(number).padStart(2, '0')

function customerCells(firm: Firm, random: Random): Row {
  const hasContract = firm.type !== 'STAFF_MEMBER' && random.chance(0.6)
  return {
    'Account number': firm.account, 'Customer name': firm.name, 'Customer type': firm.type,
    'Customer start date': asBritish(firm.startDate), 'Contract owner': firm.owner, 'Billing cycle': random.pick(['601', '601', '602', '603']),
    'Contract term (months)': hasContract ? random.pick(['12', '24', '36']) : '',
    'Contract start date': hasContract ? asBritish(firm.startDate) : '',
    'Credit threshold': random.chance(0.4) ? random.pick(['250', '500.00', '1000', '2500.50']) : '',
  }
}

function siteCells({ firm, site, home }: { firm: Firm; site: number; home: boolean }, random: Random): Row {
  const address: Address = makeAddress(random)
  const isPrivate = firm.type === 'RESIDENTIAL' || firm.type === 'STAFF_MEMBER'
  const name = isPrivate ? 'Home' : site === 1 ? (home ? 'Main premises' : 'Head office') : `${address.town} ${random.pick(['branch', 'depot', 'office', 'warehouse'])}`
  return {
    'Site reference': `${firm.account}-${twoDigits(site)}`, 'Site name': name, 'Site start date': asIso(firm.startDate),
    'Address line 1': address.line1, 'Address line 2': address.line2, Town: address.town, County: address.county, Postcode: address.postcode, Country: 'GB',
  }
}

/** What goes with each payment method: bank details, a mandate, a day of collection or terms; never both of the last two. */
function payment(random: Random, firm: Firm): Row {
  const details: Row = {
    'Invoice template': firm.type === 'RESIDENTIAL' ? '203' : random.pick(['201', '201', '202']),
    'Accounts package reference': firm.owner === '2' || random.chance(0.3) ? `AP-${firm.account}` : '',
    'Purchase order number': firm.type === 'BUSINESS' && random.chance(0.25) ? `PO${random.digits(6)}` : '',
  }
  const day: Row = { 'Preferred payment day': String(1 + random.below(28)) }
  const terms: Row = { 'Payment terms (days)': random.pick(['14', '30', '30', '45']) }
  switch (random.pick(['DIRECT_DEBIT', 'DIRECT_DEBIT', 'BACS', 'BACS', 'CHEQUE', 'GO_CARDLESS', 'STRIPE', 'CREDIT_CARD'] as const)) {
    case 'DIRECT_DEBIT':
      return { ...details, ...day, 'Payment method': 'DIRECT_DEBIT', 'Bank account name': firm.name.slice(0, 18).trim(), 'Sort code': `00-00-${random.digits(2)}`, 'Bank account number': `00${random.digits(6)}` }
    case 'GO_CARDLESS': return { ...details, ...day, 'Payment method': 'GO_CARDLESS', 'Mandate reference': `MD000${random.digits(7)}` }
    case 'STRIPE':
      return { ...details, ...day, 'Payment method': 'STRIPE', 'Mandate reference': `mandate_${random.digits(10)}`, 'Third-party customer reference': `cus_${random.digits(10)}` }
    case 'BACS': return { ...details, ...terms, 'Payment method': 'BACS' }
    case 'CHEQUE': return { ...details, ...terms, 'Payment method': 'CHEQUE' }
    case 'CREDIT_CARD': return { ...details, ...terms, 'Payment method': 'CREDIT_CARD' }
  }
}

/** In a home the customer is the contact. */
function personFor(firm: Firm, random: Random): Person {
  const person = makePerson(random, firm.domain)
  if (firm.type !== 'RESIDENTIAL' && firm.type !== 'STAFF_MEMBER') return person
  return { ...person, name: firm.name, email: `${firm.name.split(' ').map(makeSlug).join('.')}@${firm.domain}` }
}

function contactCells(person: Person, isFirst: boolean, firm: Firm): Row {
  return {
    'Contact name': person.name, 'Contact email': person.email, 'Contact telephone': person.telephone,
    'Contact role': isFirst && firm.type !== 'RESIDENTIAL' ? 'ACCOUNTS' : '',
    'Receive invoice by': isFirst ? 'EMAIL' : '', 'Contact appears on invoice': isFirst ? 'Yes' : 'No',
  }
}

/** Exactly that many customers. */
export function makeCustomers(random: Random, count: number): readonly Row[] {
  return Array.from({ length: count }, (_, index) => makeCustomer(random, index + 1)).flat()
}

/** Customers until the rows are exactly that many: one that no longer fits is made again until it does. */
export function makeRows(random: Random, count: number): readonly Row[] {
  const rows: Row[] = []
  for (let number = 1; rows.length < count; number += 1) {
    let customer = makeCustomer(random, number)
    while (rows.length + customer.length > count) customer = makeCustomer(random, number)
    rows.push(...customer)
  }
  return rows
}
