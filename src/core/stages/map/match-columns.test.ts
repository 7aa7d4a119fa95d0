import { expect, test } from 'vitest'
import { fieldEntries } from '#core/catalogue/index.ts'
import { formatTarget } from '#core/model/mapping.ts'
import type { ColumnMatch } from '#core/model/mapping.ts'
import type { SourceTable } from '#core/model/source.ts'
import { matchColumns } from './index.ts'
import type { MatchOptions } from './index.ts'

interface Sheet {
  readonly rows?: readonly (readonly string[])[]
  readonly sheet?: string
  readonly options?: MatchOptions
}

function match(headers: readonly string[], { rows = [], sheet, options }: Sheet = {}): readonly ColumnMatch[] {
  const table: SourceTable = { file: 'x.csv', sheet: sheet ?? null, headerRow: 1, headers, rows: rows.map((cells, at) => ({ row: at + 2, cells })) }
  return matchColumns([table], options).tables[0]?.columns ?? []
}

/** Header to accepted target; a question is marked with `?`, a column without any field is null. */
const shown = (matches: readonly ColumnMatch[]): Record<string, string | null> =>
  Object.fromEntries(matches.map(({ header, target, accepted }) => [header, target === null ? null : `${accepted ? '' : '?'}${formatTarget(target)}`]))

/** `@` stands for the site's address, `$` for its invoice details. */
const full = (target: string | null): string | null => target?.replace('@', 'site.siteAddress.').replace('$', 'site.siteInvoiceDetails.') ?? null

const labelled: readonly (readonly [string, Readonly<Record<string, string | null>>])[] = [
  ['Xero', {
    '*ContactName': 'customer.customerName', AccountNumber: 'customer.customerAccountNumber', EmailAddress: 'siteContact.contactEmailAddress', FirstName: 'siteContact.contactName#first', LastName: 'siteContact.contactName#last',
    POAddressLine1: '$invoiceAddress.address1', POCity: '$invoiceAddress.town', PORegion: '$invoiceAddress.county', POPostalCode: '$invoiceAddress.postcode', POCountry: '$invoiceAddress.country',
    SAAddressLine1: '@address1', SAAddressLine2: '@address2', SACity: '@town', SARegion: '@county', SAPostalCode: '@postcode', SACountry: '@country',
    PhoneNumber: 'siteContact.contactTelephoneNumber', MobileNumber: 'siteContact.contactAlternativeTelephoneNumber', FaxNumber: null, Website: null,
    BankAccountName: '$accountName', BankAccountNumber: '$accountNumber', TaxNumber: '$taxRegistrationNumber', SkypeName: null,
  }],
  ['Sage', {
    'Account Reference': 'customer.customerAccountNumber', 'Account Name': 'customer.customerName', 'Street 1': '@address1', 'Street 2': '@address2', Town: '@town', County: '@county', Postcode: '@postcode', Country: '@country',
    'Contact Name': 'siteContact.contactName', Telephone: 'siteContact.contactTelephoneNumber', 'Telephone 2': 'siteContact.contactAlternativeTelephoneNumber', Fax: null, 'E-mail1': 'siteContact.contactEmailAddress',
    'Credit Limit': 'customer.creditThreshold', 'VAT Reg No': '$taxRegistrationNumber', Terms: '$paymentTermsInDays', 'Sort Code': '$sortCode', 'Bank Account Number': '$accountNumber', 'Account Opened': 'customer.startDate', 'Analysis 1': null,
  }],
  ['QuickBooks', {
    'Customer full name': 'customer.customerName', 'Company name': '?customer.customerName', 'First name': 'siteContact.contactName#first', 'Last name': 'siteContact.contactName#last', Email: 'siteContact.contactEmailAddress',
    Phone: 'siteContact.contactTelephoneNumber', Mobile: 'siteContact.contactAlternativeTelephoneNumber', 'Billing address line 1': '$invoiceAddress.address1', 'Billing city': '$invoiceAddress.town', 'Billing postcode': '$invoiceAddress.postcode',
    'Billing country': '$invoiceAddress.country', 'Shipping address': '@address1', 'Shipping city': '@town', 'Shipping ZIP code': '@postcode', 'Shipping country': '@country', Terms: '$paymentTermsInDays', 'Payment method': '$paymentMethod',
    'Tax resale number': '$taxRegistrationNumber', Notes: '?$invoiceNotes', 'Customer type': 'customer.customerType',
  }],
  ['HubSpot', {
    'Record ID': '?customer.customerAccountNumber', 'Company name': 'customer.customerName', 'Create Date': '?customer.startDate', 'Phone Number': 'siteContact.contactTelephoneNumber', 'Street Address': '@address1', 'Street Address 2': '@address2',
    City: '@town', 'State/Region': '@county', 'Postal Code': '@postcode', 'Country/Region': '@country', Industry: null, 'Contact email': 'siteContact.contactEmailAddress',
  }],
  ['Salesforce', {
    'Account ID': '?customer.customerAccountNumber', 'Account Name': 'customer.customerName', 'Account Number': 'customer.customerAccountNumber', Type: '?customer.customerType', 'Billing Street': '$invoiceAddress.address1',
    'Billing City': '$invoiceAddress.town', 'Billing State/Province': '$invoiceAddress.county', 'Billing Zip/Postal Code': '$invoiceAddress.postcode', 'Billing Country': '$invoiceAddress.country', 'Shipping Street': '@address1',
    'Shipping Zip/Postal Code': '@postcode', 'First Name': 'siteContact.contactName#first', 'Last Name': 'siteContact.contactName#last', Title: '?siteContact.contactRole', Email: 'siteContact.contactEmailAddress', Phone: 'siteContact.contactTelephoneNumber',
    Mobile: 'siteContact.contactAlternativeTelephoneNumber',
  }],
  ['a telecoms export', {
    'A/C No.': 'customer.customerAccountNumber', 'Cust Name': 'customer.customerName', 'Site Ref': 'site.siteReference', 'Site Name': 'site.siteName', 'Addr 1': '@address1', 'Addr 2': '@address2', 'Town/City': '@town', 'Post Code': '@postcode',
    'Start Date': 'customer.startDate', 'Site start date': 'site.startDate', Contact: 'siteContact.contactName', 'Tel No': 'siteContact.contactTelephoneNumber', 'E-mail': 'siteContact.contactEmailAddress', 'Customer contact e-mail': 'customerContact.contactEmailAddress',
    'DD ref': '$directDebitReference', 'Sort Code': '$sortCode', 'Bank A/C No': '$accountNumber', 'PO Number': '$purchaseOrderNumber', 'Payment terms (days)': '$paymentTermsInDays', 'Billing Cycle': 'customer.billingCycleId', 'VIP?': 'customer.customerIsVip',
    'Invoice address line 1': '$invoiceAddress.address1', 'Invoice site': 'site.invoiceSite', 'Inv. by': 'siteContact.receiveInvoiceBy', 'Old postcode': null, 'Account manager email': '?siteContact.contactEmailAddress', 'Custom field: Tier': 'customer.customFields.Tier',
  }],
]

test.each(labelled)('the headers of %s are matched as labelled', (_, columns) => {
  expect(shown(match(Object.keys(columns)))).toEqual(Object.fromEntries(Object.entries(columns).map(([header, target]) => [header, target?.startsWith('?') === true ? `?${full(target.slice(1)) ?? ''}` : full(target)])))
})

test.each(fieldEntries.map((entry) => [entry.path, entry.label] as const))('the path %s and the label "%s" match by themselves', (path, label) => {
  for (const header of [path, label]) {
    const [only] = match([header])
    expect(only).toMatchObject({ target: { field: path }, accepted: true })
  }
})

test('all labels together match, each its own field', () => {
  expect(match(fieldEntries.map((entry) => entry.label)).map(({ target }) => target?.field)).toEqual(fieldEntries.map((entry) => entry.path))
})

test('the API\'s own property names match; a shared one goes to the customer first, then to the site', () => {
  expect(match(['customerAccountNumber', 'startDate', 'siteReference', 'startDate', 'accountNumber', 'contactName', 'postcode']).map(({ target }) => target?.field)).toEqual([
    'customer.customerAccountNumber', 'customer.startDate', 'site.siteReference', 'site.startDate', 'site.siteInvoiceDetails.accountNumber', 'siteContact.contactName', 'site.siteAddress.postcode'])
})

test('two columns never take one field: the second is a question that names the first', () => {
  const [first, second] = match(['Email', 'E-mail address'])
  expect(first).toMatchObject({ accepted: true })
  expect(second).toMatchObject({ accepted: false, target: { field: 'siteContact.contactEmailAddress' } })
  expect(second?.reason).toContain('"Email" (A)')
})

test('numbers in headers count contacts and sites, and the columns without one are the first', () => {
  expect(match(['Contact name', 'Contact 2 name', 'Contact2Email', 'Contact email 3', 'Email', 'Site 2 postcode', 'Postcode', 'Address 2', 'siteContact[4].contactName', 'Customer name']).map(({ target }) => target && formatTarget(target))).toEqual([
    'siteContact[1].contactName', 'siteContact[2].contactName', 'siteContact[2].contactEmailAddress', 'siteContact[3].contactEmailAddress', 'siteContact[1].contactEmailAddress', 'site[2].siteAddress.postcode', 'site[1].siteAddress.postcode',
    'site[1].siteAddress.address2', 'siteContact[4].contactName', 'customer.customerName'])
})

test('a lone number 1 says nothing', () => expect(match(['Contact 1 name'])[0]?.target).toEqual({ field: 'siteContact.contactName' }))

test('a whole name beside its halves leaves the halves as questions', () => {
  const [, whole, half] = match(['Customer name', 'Contact name', 'First name'])
  expect(whole).toMatchObject({ accepted: true })
  expect(half).toMatchObject({ accepted: false, reason: 'The column "Contact name" holds the whole name already. Choose one.' })
})

test('on a sheet of contacts the whole name stays the contact\'s', () => {
  expect(match(['Account number', 'Contact name', 'First name', 'Last name'], { sheet: 'Contacts' })[1]?.target).toEqual({ field: 'siteContact.contactName' })
})

test('the name of a sheet says whose plain columns are', () => {
  const headers = ['Account number', 'Reference', 'Name', 'Start date']
  expect(match(headers, { sheet: 'Sites' }).map(({ target }) => target?.field)).toEqual(['customer.customerAccountNumber', 'site.siteReference', 'site.siteName', 'site.startDate'])
  expect(match(['Name', 'Email'], { sheet: 'Contacts' }).map(({ target }) => target?.field)).toEqual(['siteContact.contactName', 'siteContact.contactEmailAddress'])
  expect(match(['Name', 'Start date'], { sheet: 'Customers' }).map(({ target }) => target?.field)).toEqual(['customer.customerName', 'customer.startDate'])
  expect(match(['Start date'], { sheet: 'Sites and customers' })[0]?.target).toEqual({ field: 'customer.startDate' })
})

test('a misspelt header is found, a header of other words is not', () => {
  expect(match(['Custmer name'])[0]).toMatchObject({ accepted: true, target: { field: 'customer.customerName' }, reason: 'The header looks like "customer name".' })
  expect(match(['Contract name'])[0]).toMatchObject({ target: null, accepted: false, reason: 'No field has a name like this.' })
  expect(match(['Fax number'])[0]?.accepted).toBe(false)
})

const emails = [['a@x.uk'], ['b@x.uk'], ['c@x.uk']]

test('values speak where the header says nothing, and only ask where it says something else', () => {
  expect(match(['Column 1'], { rows: emails })[0]).toMatchObject({ accepted: true, target: { field: 'siteContact.contactEmailAddress' }, reason: 'The values look like email addresses.' })
  expect(match(['Webmaster'], { rows: emails })[0]).toMatchObject({ accepted: false, target: { field: 'siteContact.contactEmailAddress' } })
  expect(match([''], { rows: [['LS1 4AB'], ['M1 1AE'], ['EC1A 1BB']] })[0]?.target).toEqual({ field: 'site.siteAddress.postcode' })
  expect(match([''], { rows: [['Business'], ['Consumer'], ['Ltd']] })[0]?.target).toEqual({ field: 'customer.customerType' })
  expect(match([''], { rows: [['a'], ['b'], ['c']] })[0]).toMatchObject({ target: null, reason: 'The column has no header.' })
})

test('a second account number of eight digits beside a sort code is the bank\'s', () => {
  const rows = [['A1', '12-34-56', '12345678'], ['A2', '12-34-57', '02345678']]
  expect(match(['Customer ref', 'Sort code', 'Account number'], { rows })[2]).toMatchObject({ accepted: true, target: { field: 'site.siteInvoiceDetails.accountNumber' } })
  expect(match(['Name', 'Account number'])[1]?.target).toEqual({ field: 'customer.customerAccountNumber' })
})

test('a clear header keeps its field though its values are wrong: they are reported instead', () => {
  expect(match(['Email'], { rows: [['none'], ['n/a'], ['x']] })[0]).toMatchObject({ accepted: true, target: { field: 'siteContact.contactEmailAddress' } })
})

const column = (...values: readonly string[]): readonly (readonly string[])[] => values.map((value) => [value])

test('a plain "Name" is the customer\'s where its values or the other columns say so, and else a question', () => {
  expect(match(['Name'])[0]).toMatchObject({ accepted: false, target: { field: 'customer.customerName' } })
  expect(match(['Name'], { rows: column('Acme Ltd', 'Moor Lane Garage', 'Weaver & Sons') })[0]).toMatchObject({ accepted: true, target: { field: 'customer.customerName' } })
  expect(match(['Name', 'Contact name'])[0]).toMatchObject({ accepted: true, reason: 'Another column holds the contact\'s name, so this is taken as Customer name.' })
  expect(match(['Name'], { rows: column('Jane Doe', 'Acme Ltd', 'Amir Khan') })[0]?.accepted).toBe(false)
  expect(match(['Name', 'Company name'])[0]?.accepted).toBe(false)
})

test('a plain "Phone" belongs to the contact that other columns name; without one it is shown that it was taken for a contact\'s', () => {
  expect(match(['Company', 'Phone'])[1]).toMatchObject({ accepted: true, confidence: 0.75, reason: 'No column says whose number it is, and only contacts have telephone numbers.' })
  expect(match(['Company', 'Phone', 'Email'])[1]).toMatchObject({ accepted: true, target: { field: 'siteContact.contactTelephoneNumber' } })
  expect(match(['Company', 'Main phone'])[1]?.accepted).toBe(true)
})

test('names that products give their columns are taken apart', () => {
  expect(shown(match(['Account.Name', 'Credit_Limit__c', 'Primary_Contact__r.Email', 'Addresses.POBOX.City', 'Addresses.STREET.City', 'Phones.MOBILE.PhoneNumber', '!CUST']))).toEqual({
    'Account.Name': 'customer.customerName', Credit_Limit__c: 'customer.creditThreshold', 'Primary_Contact__r.Email': 'siteContact.contactEmailAddress', 'Addresses.POBOX.City': 'site.siteInvoiceDetails.invoiceAddress.town',
    'Addresses.STREET.City': 'site.siteAddress.town', 'Phones.MOBILE.PhoneNumber': 'siteContact.contactAlternativeTelephoneNumber', '!CUST': null,
  })
})

test('Xero\'s first further person is the second contact where the contact has a name of its own', () => {
  expect(texts(['ContactName', 'FirstName', 'LastName', 'Person1FirstName', 'Person1LastName', 'Person1Email']).slice(1)).toEqual([
    'siteContact[1].contactName#first', 'siteContact[1].contactName#last', 'siteContact[2].contactName#first', 'siteContact[2].contactName#last', 'siteContact[2].contactEmailAddress'])
  expect(texts(['Company', 'Person1FirstName', 'Person1LastName']).slice(1)).toEqual(['siteContact.contactName#first', 'siteContact.contactName#last'])
})

test('a header that lists values is the field that has them', () => {
  expect(texts(['Ltd / sole trader / private', 'DD or cheque', 'Ltd / sole trader / boat'])).toEqual(['customer.customerType', 'site.siteInvoiceDetails.paymentMethod', null])
})

test('a plain code is the account number where nothing else is, a business name the customer\'s, and a contact number no telephone where it is none', () => {
  const rows = [['Acme Ltd', 'A1001'], ['Weaver & Sons Ltd', 'A1002']]
  expect(texts(['Customer name', 'Reference'], { rows })).toEqual(['customer.customerName', 'customer.customerAccountNumber'])
  expect(texts(['Customer name', 'Reference', 'Account number'], { rows })[1]).toBe('?customer.customerAccountNumber')
  expect(texts(['Business name', 'Account number'])[0]).toBe('customer.customerName')
  expect(texts(['Business name', 'Customer name'])[0]).toBe('site.siteAddress.businessName')
  expect(texts(['ContactNumber'], { rows: [['CRM-22014'], ['CRM-22015']] })[0]).toBe('?siteContact.contactTelephoneNumber')
  expect(texts(['ContactNumber'], { rows: [['01632 960123'], ['01632 960124']] })[0]).toBe('siteContact.contactTelephoneNumber')
})

test('the values decide between a name and a code', () => {
  const target = (header: string, ...values: readonly string[]): string | null => match([header], { rows: column(...values) })[0]?.target?.field ?? null
  expect(target('Account', 'A1001', 'A1002')).toBe('customer.customerAccountNumber')
  expect(target('Account', 'Acme Ltd', 'Weaver & Sons')).toBe('customer.customerName')
  expect(target('Customer', '0000100001', '0000100002')).toBe('customer.customerAccountNumber')
  expect(target('Customer', 'Acme', 'Weaver')).toBe('customer.customerName')
  expect(target('Store', 'S01', 'S02')).toBe('site.siteReference')
  expect(target('Store', 'Leeds depot', 'York')).toBe('site.siteName')
  expect(target('Contact', 'a@x.uk', 'b@x.uk')).toBe('siteContact.contactEmailAddress')
  expect(target('Contact', '0113 496 0123', '0161 496 0789')).toBe('siteContact.contactTelephoneNumber')
  expect(target('ContactName', 'Acme Ltd', 'Weaver & Sons', 'Jane Doe')).toBe('customer.customerName')
  expect(target('Address line 5', 'LS1 4AB', 'M1 1AE')).toBe('site.siteAddress.postcode')
  expect(target('Billing code', 'LS1 4AB', 'M1 1AE')).toBe('site.siteInvoiceDetails.invoiceAddress.postcode')
})

test('beside a sort code the account holder is the bank account\'s', () => {
  expect(match(['Account holder name', 'Sort code'])[0]).toMatchObject({ accepted: true, target: { field: 'site.siteInvoiceDetails.accountName' } })
  expect(match(['Account holder name'])[0]?.accepted).toBe(false)
})

test('cells that hold whole addresses are no address line', () => {
  expect(match(['Address'], { rows: column('1 High Street, Leeds, LS1 4AB', '2 Mill Lane, York, YO1 7HH') })[0]).toMatchObject({ accepted: false, reason: 'The cells hold whole addresses: street, town and postcode need columns of their own.' })
  expect(match(['Address'], { rows: column('1 High Street', 'Unit 4, Dock Road') })[0]).toMatchObject({ accepted: true, target: { field: 'site.siteAddress.address1' } })
})

test('values that no list of the field knows make an alias a question, and not the field\'s own label', () => {
  expect(match(['Payment'], { rows: column('12.50', '99.00') })[0]?.accepted).toBe(false)
  expect(match(['Payment method'], { rows: column('12.50', '99.00') })[0]?.accepted).toBe(true)
  expect(match(['Opened'], { rows: column('yes', 'no') })[0]?.accepted).toBe(false)
})

const texts = (headers: readonly string[], options: Sheet = {}): readonly (string | null)[] => match(headers, options).map(({ target, accepted }) => (target === null ? null : `${accepted ? '' : '?'}${formatTarget(target)}`))

test('owners of all kinds stand before, behind and around the thing', () => {
  expect(texts(['Address 1: City', 'Postcode (billing)', 'Address 1: ZIP/Postal Code', 'Person - Email - Work', 'Default Address Country Code', 'Organization - Name', 'Billing Contact'])).toEqual([
    'site.siteAddress.town', 'site.siteInvoiceDetails.invoiceAddress.postcode', 'site.siteAddress.postcode', 'siteContact.contactEmailAddress', 'site.siteAddress.country', 'customer.customerName', 'siteContact.contactName'])
  expect(texts(['Ship Address City', 'Zip/Postal Code', 'City/town/village'])).toEqual(['?site.siteInvoiceDetails.invoiceAddress.town', 'site.siteAddress.postcode', 'site.siteAddress.town'])
})

test('a word that names something else keeps a header from being taken', () => {
  expect(texts(['Account Owner', 'Phone 1 - Type', 'Card Address Zip', 'Home City', 'Parent account', 'Contact Type Code', 'Sales owner', 'Address 2 Town']).filter((text) => text !== null && !text.startsWith('?'))).toEqual([])
})

const plain = ['Address', 'Town', 'Postcode']
const delivery = plain.map((header) => `Delivery ${header}`)

test('of two addresses the site\'s or the delivery one is taken as a whole, and the other is asked', () => {
  expect(texts([...plain, ...delivery])).toEqual([
    '?site.siteInvoiceDetails.invoiceAddress.address1', '?site.siteInvoiceDetails.invoiceAddress.town', '?site.siteInvoiceDetails.invoiceAddress.postcode',
    'site.siteAddress.address1', 'site.siteAddress.town', 'site.siteAddress.postcode'])
  expect(texts([...plain, 'Site Address', 'Site Postcode', 'Billing Address']).filter((text) => text?.startsWith('?') === false)).toEqual(['site.siteAddress.address1', 'site.siteAddress.postcode', 'site.siteInvoiceDetails.invoiceAddress.address1'])
  expect(match([...plain, ...delivery])[0]?.reason).toBe('Other columns hold the address of the site. This may be the address for invoices, or another site\'s.')
})

test('a delivery address that is not whole does not push a whole one aside, and parts that do not meet are one address', () => {
  expect(texts([...plain, 'County', 'Delivery Postcode'])).toEqual(['site.siteAddress.address1', 'site.siteAddress.town', 'site.siteAddress.postcode', 'site.siteAddress.county', '?site.siteInvoiceDetails.invoiceAddress.postcode'])
  expect(texts(['Site Address', 'Town', 'Postcode'])).toEqual(['site.siteAddress.address1', 'site.siteAddress.town', 'site.siteAddress.postcode'])
})

test('two people who are not counted are not mixed', () => {
  const headers = ['Site contact', 'Billing contact name', 'Billing contact email', 'Site contact tel']
  expect(texts(headers, { rows: [['Jane Doe', 'Amir Khan', 'a@x.uk', '0113 496 0123']] })).toEqual(['siteContact.contactName', '?siteContact.contactName', '?siteContact.contactEmailAddress', 'siteContact.contactTelephoneNumber'])
  expect(texts(headers, { rows: [['Jane Doe', 'Jane Doe', 'a@x.uk', '0113 496 0123']] })[2]).toBe('siteContact.contactEmailAddress')
})

test('ordinals and words count contacts as numbers do', () => {
  expect(texts(['1st Contact Name', '2nd Contact Name', 'Secondary Contact Email', 'Third Contact First Name', 'Contact Phone 2'])).toEqual([
    'siteContact[1].contactName', 'siteContact[2].contactName', 'siteContact[2].contactEmailAddress', 'siteContact[3].contactName#first', 'siteContact[2].contactTelephoneNumber'])
  expect(texts(['Contact Name', 'Contact Phone 2'])).toEqual(['siteContact.contactName', 'siteContact.contactAlternativeTelephoneNumber'])
})

test('a contact of a site is counted with its site, or by it', () => {
  expect(texts(['Site 1 Name', 'Site 2 Name', 'Site 1 Contact', 'Site 2 Contact', 'Site 2 Contact Email'])).toEqual([
    'site[1].siteName', 'site[2].siteName', 'siteContact[1].contactName', 'siteContact[2].contactName', 'siteContact[2].contactEmailAddress'])
  expect(texts(['Site 1 Name', 'Site 2 Name', 'Site 1 Contact 2 Name', 'Site 2 Contact 1 Name', 'Site 2 Contact 3 Name', 'Contact name'])).toEqual([
    'site[1].siteName', 'site[2].siteName', 'siteContact[2]@1.contactName', 'siteContact[1]@2.contactName', 'siteContact[3]@2.contactName', 'siteContact[1].contactName'])
  expect(texts(['Site Name', 'Site 1 Contact 1 Name', 'Site 1 Contact 2 Name'])).toEqual(['site.siteName', 'siteContact[1].contactName', 'siteContact[2].contactName'])
})

test('columns that come to be the same contact by their numbers do not both have it', () => {
  const [, , first, second] = match(['Site 1 Name', 'Site 2 Name', 'Site 2 Contact', 'Contact 2 Name'])
  expect(first).toMatchObject({ accepted: true, target: { field: 'siteContact.contactName', index: 2 } })
  expect(second).toMatchObject({ accepted: false, reason: 'The column "Site 2 Contact" has this field already. Choose one.' })
})

test('halves of names that count by site are taken for the contact of their own site', () => {
  const headers = ['Site 1 Name', 'Site 2 Name', 'Site 1 Contact 2 First Name', 'Site 2 Contact 2 First Name', 'Site 2 Contact 2 Last Name']
  expect(texts(headers).slice(2)).toEqual(['siteContact[2]@1.contactName#first', 'siteContact[2]@2.contactName#first', 'siteContact[2]@2.contactName#last'])
  expect(texts(['Site 1 Name', 'Site 2 Name', 'Site 1 Contact First Name', 'Site 2 Contact First Name']).slice(2)).toEqual(['siteContact[1].contactName#first', 'siteContact[2].contactName#first'])
})

test('what was chosen before goes before what the header says', () => {
  const learned = { columns: new Map([['area', { target: { field: 'site.siteReference' }, times: 1 }], ['email', { target: { field: 'customer.onlineEmailAddress' }, times: 7 }], ['phone', { target: null, times: 1 }], ['gone', { target: { field: 'site.nothing' }, times: 2 }]]), values: new Map() }
  const [area, email, phone, gone, reference] = match([' AREA', 'Email', 'Phone', 'Gone', 'Site reference'], { options: { learned } })
  expect(area).toMatchObject({ target: { field: 'site.siteReference' }, accepted: true, confidence: 0.95, reason: 'You chose this for a column of this name before.' })
  expect(email).toMatchObject({ target: { field: 'customer.onlineEmailAddress' }, accepted: true, confidence: 0.99 })
  expect(phone).toMatchObject({ target: null, accepted: false, reason: 'You left a column of this name out before.' })
  expect(gone).toMatchObject({ target: null, accepted: false })
  expect(reference).toMatchObject({ accepted: false })
  expect(reference?.reason).toContain('"AREA" (A)')
})

test('a date column carries its order and whether it is proven', () => {
  const order = (values: readonly string[], options: MatchOptions = {}): ColumnMatch | undefined => match(['Start date'], { rows: values.map((value) => [value]), options })[0]
  expect(order(['01/02/2026', '13/02/2026'])).toMatchObject({ dateOrder: 'dmy', dateOrderProven: true })
  expect(order(['01/02/2026'])).toMatchObject({ dateOrder: 'dmy', dateOrderProven: false })
  expect(order(['01/02/2026'], { dateOrder: 'mdy' })).toMatchObject({ dateOrder: 'mdy', dateOrderProven: false })
  expect(match(['Customer name'], { rows: [['01/02/2026']] })[0]?.dateOrder).toBeUndefined()
})

test('the threshold decides what is taken without asking', () => {
  expect(match(['Custmer name'], { options: { threshold: 0.9 } })[0]?.accepted).toBe(false)
  expect(match(['Customer name'], { options: { threshold: 0.9 } })[0]?.accepted).toBe(true)
})

test('a header that is a custom field of the target is that field', () => {
  const reference = { existing: null, lists: { 'custom-field-definitions': [{ id: '1', name: 'Meter type', kind: 'SITE' }, { id: '2', name: 'Other', kind: 'USAGE_PRODUCT' }] } }
  expect(match(['meter type', 'Other'], { options: { reference } }).map(({ target }) => target?.field ?? null)).toEqual(['site.customFields.Meter type', null])
})

test('doubled, empty and strange headers are ordinary text', () => {
  expect(match(['__proto__', 'constructor', '', '', 'toString']).every(({ target }) => target === null)).toBe(true)
})

test('columns that an earlier import added are left out unasked, and only in a table that it gave back', () => {
  const match = (headers: readonly string[]) => matchColumns([{ file: 'a.xlsx', sheet: null, headerRow: 1, headers, rows: [{ row: 2, cells: headers.map(() => 'x') }] }]).tables[0]?.columns.map(({ target, confidence }) => [target?.field, confidence])
  expect(match(['Account number', 'Import reason', 'Import run'])).toEqual([['customer.customerAccountNumber', expect.any(Number)], [undefined, 1], [undefined, 1]])
  expect(match(['Account number', 'Import reason'])?.[1]?.[1]).not.toBe(1)
})
