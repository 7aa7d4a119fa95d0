// One small set of customers, written in every layout that spreadsheets have.
import fc from 'fast-check'
import { clean, only } from './kit.ts'
import type { Row } from './kit.ts'

export interface Contact {
  readonly fields: Row
}

export interface Site {
  readonly reference: string
  readonly fields: Row
  readonly contacts: readonly Contact[]
}

export interface Customer {
  readonly key: string
  readonly fields: Row
  readonly contacts: readonly Contact[]
  readonly sites: readonly Site[]
}

const account = 'customer.customerAccountNumber'
const reference = 'site.siteReference'
const without = (row: Row, path: string): Row => Object.fromEntries(Object.entries(row).filter(([name]) => name !== path))

/** Now and then something that holds the customer. */
const usually = <Value>(good: fc.Arbitrary<Value>, bad: NoInfer<Value>): fc.Arbitrary<Value> => fc.oneof({ weight: 15, arbitrary: good }, { weight: 1, arbitrary: fc.constant(bad) })

const anyContact = fc.record({
  name: fc.constantFrom('Ann', 'Bob', 'Carol', 'Dan'), email: fc.constantFrom('', 'post@example.com'), role: fc.constantFrom('', 'ACCOUNTS'),
})
const anySite = fc.record({
  address2: fc.constantFrom('', '', 'Unit 1'), town: usually(fc.constantFrom<string[]>('Leeds', 'York'), ''), notes: fc.constantFrom('', 'Ring the bell'),
  contacts: usually(fc.array(anyContact, { minLength: 1, maxLength: 3 }), []),
})
const anyCustomer = fc.record({
  name: fc.constantFrom('Example Ltd', 'Other plc', 'Mill & Co'), threshold: fc.constantFrom('', '5', '12.50'), type: usually(fc.constantFrom<string[]>('BUSINESS', 'RESIDENTIAL'), 'what'),
  contacts: fc.array(anyContact, { maxLength: 2 }), sites: usually(fc.array(anySite, { minLength: 1, maxLength: 3 }), []),
})

/**
 * Optional cells are empty at random, some customers have errors. Each has one leading site and each site a marked contact, so that
 * the order of rows decides nothing.
 */
export const anyCustomers: fc.Arbitrary<readonly Customer[]> = fc.array(anyCustomer, { minLength: 1, maxLength: 5 }).map((all) => all.map((customer, at): Customer => ({
  key: `ACC${at + 1}`,
  fields: {
    ...without(only(clean, 'customer.'), account), 'customer.customerName': customer.name, 'customer.customerType': customer.type, 'customer.creditThreshold': customer.threshold,
  },
  contacts: customer.contacts.map(({ name, email }) => ({ fields: { contactName: name, contactEmailAddress: email } })),
  sites: customer.sites.map((site, index) => ({
    reference: `S${index + 1}`,
    fields: {
      ...without(only(clean, 'site.'), reference), 'site.siteName': `Site ${index + 1}`, 'site.siteAddress.address2': site.address2, 'site.siteAddress.town': site.town,
      ...(index === 0 ? { 'site.siteInvoiceDetails.invoiceNotes': site.notes } : { 'site.invoiceSite': 'S1', 'site.siteInvoiceDetails.invoiceTemplateId': '', 'site.siteInvoiceDetails.paymentTermsInDays': '' }),
    },
    contacts: site.contacts.map(({ name, email, role }, place) => ({
      fields: {
        contactName: name, contactEmailAddress: place === 0 ? 'first@example.com' : email, contactRole: role,
        receiveInvoiceBy: place === 0 ? 'EMAIL' : '', contactNameToAppearOnInvoice: place === 0 ? 'yes' : 'no',
      },
    })),
  })),
})))

const named = (level: string, { fields }: Contact): Row => Object.fromEntries(Object.entries(fields).map(([name, text]) => [`${level}.${name}`, text]))
const contactRow = (contact: Contact | undefined): Row => (contact === undefined ? {} : named('siteContact', contact))
const customerRow = ({ key, fields }: Customer): Row => ({ [account]: key, ...fields })
const siteRow = (site: Site): Row => ({ [reference]: site.reference, ...site.fields })

/** What each row of a customer adds: a contact of the customer, or a site with one of its contacts or none. */
const linesOf = ({ contacts, sites }: Customer): readonly { readonly site: Site | null; readonly isFirst: boolean; readonly contact: Contact | undefined }[] => {
  const own = contacts.map((contact) => ({ site: null, isFirst: false, contact }))
  const ofSites = sites.flatMap((site) => (site.contacts.length === 0 ? [undefined] : site.contacts).map((contact, at) => ({ site, isFirst: at === 0, contact })))
  return own.length + ofSites.length === 0 ? [{ site: null, isFirst: false, contact: undefined }] : [...own, ...ofSites]
}

/** Parent values on each row. */
export const repeated = (customers: readonly Customer[]): readonly Row[] =>
  customers.flatMap((customer) => linesOf(customer).map(({ site, contact }) => ({ ...customerRow(customer), ...(site === null ? {} : siteRow(site)), ...contactRow(contact) })))

/** Parent values, keys too, only on the first row of the customer and of each site. */
export const firstRows = (customers: readonly Customer[]): readonly Row[] =>
  customers.flatMap((customer) => linesOf(customer).map(({ site, isFirst, contact }, at) => ({
    ...(at === 0 ? customerRow(customer) : {}), ...(site !== null && isFirst ? siteRow(site) : {}), ...contactRow(contact),
  })))

const numbered = (row: Row, index: number, suffix = ''): Row => Object.fromEntries(Object.entries(row).map(([path, text]) => [path.replace('.', `[${index}]${suffix}.`), text]))
const wideContacts = (level: string, contacts: readonly Contact[], suffix = ''): Row =>
  Object.assign({}, ...contacts.map((contact, at) => numbered(named(level, contact), at + 1, suffix))) as Row

/** One row for each customer: "Site 2 Postcode", "Site 2 Contact 1 Name", "Contact 1 Name". */
export const wide = (customers: readonly Customer[]): readonly Row[] => customers.map((customer) => ({
  ...customerRow(customer), ...wideContacts('customerContact', customer.contacts),
  ...Object.assign({}, ...customer.sites.map((site, at) => ({ ...numbered(siteRow(site), at + 1), ...wideContacts('siteContact', site.contacts, `@${at + 1}`) }))) as Row,
}))

/** A sheet of customers, one of sites, one of contacts. */
export const sheets = (customers: readonly Customer[]): readonly (readonly Row[])[] => [
  customers.map(customerRow),
  customers.flatMap(({ key, sites }) => sites.map((site) => ({ [account]: key, ...siteRow(site) }))),
  customers.flatMap((customer) => linesOf(customer).flatMap(({ site, contact }) => (contact === undefined ? [] : [{ [account]: customer.key, [reference]: site?.reference ?? '', ...contactRow(contact) }]))),
]

/** A sheet of customers with their contacts side by side, and one of sites with theirs. */
export const mixed = (customers: readonly Customer[]): readonly (readonly Row[])[] => [
  customers.map((customer) => ({ ...customerRow(customer), ...wideContacts('customerContact', customer.contacts) })),
  customers.flatMap(({ key, sites }) => sites.map((site) => ({ [account]: key, ...siteRow(site), ...wideContacts('siteContact', site.contacts) }))),
]

/** A sheet of customers, and one of sites on which the rows below a site hold its further contacts. */
export const mixedFirstRows = (customers: readonly Customer[]): readonly (readonly Row[])[] => [
  customers.map((customer) => ({ ...customerRow(customer), ...wideContacts('customerContact', customer.contacts) })),
  customers.flatMap(({ key, sites }) => sites.flatMap((site) => (site.contacts.length === 0 ? [undefined] : site.contacts).map((contact, at) => ({
    ...(at === 0 ? { [account]: key, ...siteRow(site) } : {}), ...contactRow(contact),
  })))),
]

/** The same rows with their columns in another order. */
export const reordered = (rows: readonly Row[], seed: number): readonly Row[] => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const order = columns.map((column, at) => ({ column, rank: Math.imul(at + 1, seed | 1) >>> 7 })).toSorted((a, b) => a.rank - b.rank)
  return rows.map((row) => Object.fromEntries(order.map(({ column }) => [column, row[column] ?? ''])))
}
