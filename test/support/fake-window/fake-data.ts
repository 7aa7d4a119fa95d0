/** A made-up file for looking at the window without an engine: 40 columns' worth of sense in 14, problems in known places. */
export const headers = [
  'Account No', 'Customer Name', 'Start Date', 'Contract Owner', 'Site Ref', 'Site Name', 'Street', 'Town', 'Post Code', 'Country',
  'Contact', 'Email', 'Phone', 'VIP?',
]
export const targets: readonly (string | null)[] = [
  'customer.customerAccountNumber', 'customer.customerName', 'customer.startDate', null, 'site.siteReference', 'site.siteName',
  'site.siteAddress.address1', 'site.siteAddress.town', 'site.siteAddress.postcode', 'site.siteAddress.country', 'siteContact.contactName',
  'siteContact.contactEmailAddress', 'siteContact.contactTelephoneNumber', 'customer.customerIsVip',
]
const names = ['Harbour & Finch Ltd', 'Northgate Dental', 'Bramley Engineering plc', 'St Aldhelm’s School', 'Quayside Hotels', 'Ó Súilleabháin Legal', 'Penhaligon Freight', 'Whitlock & Daughters']
const towns = ['Bristol', 'Leeds', 'Perth', 'Swansea', 'Norwich', 'York', 'Falmouth', 'Carlisle']
const people = ['Amelia Hart', 'Dev Patel', 'Morag Sinclair', 'Rhys Bevan', 'Chloe Adeyemi', 'Tom Ashworth', 'Zoë Kerr', 'Ines Duarte']

/** Row n of the file (2 is the first after the header); any n, always the same. */
export function cellsOf(row: number): string[] {
  const customer = Math.floor((row - 2) / 2)
  const at = customer % 8
  return [
    `ACC${String(1000 + customer)}`, `${names[at]}${customer >= 8 ? ` ${customer}` : ''}`, `${String(1 + (customer % 28)).padStart(2, '0')}/0${1 + (customer % 9)}/2025`,
    'Acme Telecom', `S${row - 1}`, `${towns[at]} ${row % 2 === 0 ? 'office' : 'depot'}`, `${10 + (row % 90)} Castle Street`, towns[at] ?? '',
    row % 23 === 7 ? 'B5 1' : `BS${1 + (row % 9)} ${row % 9}AB`, row % 17 === 3 ? 'Untied Kingdom' : 'GB', people[(row * 3) % 8] ?? '',
    row % 11 === 4 ? 'amelia.hart(at)example.com' : `contact${row}@example.com`, `0117 4960 ${String(100 + (row % 900))}`, row % 29 === 5 ? 'yes' : '',
  ]
}

export interface Mark { column: number; severity: 'error' | 'warning' | 'info'; messages: string[] }

export function marksOf(cells: readonly string[]): Mark[] {
  const marks: Mark[] = []
  if (cells[11] !== undefined && !cells[11].includes('@')) marks.push({ column: 11, severity: 'error', messages: [`“${cells[11]}” is not an email address. Write it as name@company.co.uk, or leave the cell empty.`] })
  if (cells[9] === 'Untied Kingdom') marks.push({ column: 9, severity: 'error', messages: ['“Untied Kingdom” is not a country. Use a two-letter code such as GB, or a country’s full name.'] })
  if (cells[8] === 'B5 1') marks.push({ column: 8, severity: 'warning', messages: ['“B5 1” does not look like a UK postcode. It is sent as it stands; check it.'] })
  if (cells[13] === 'yes') marks.push({ column: 13, severity: 'info', messages: ['“VIP” is no longer used by the billing system: it is sent as the customer marker.'] })
  return marks
}
export const codeOf: Readonly<Record<number, string>> = { 11: 'bad-email', 9: 'bad-country', 8: 'odd-postcode', 13: 'vip-deprecated' }
export const titleOf: Readonly<Record<string, string>> = { 'bad-email': 'Not an email address', 'bad-country': 'Country not recognised', 'odd-postcode': 'Unusual postcode', 'vip-deprecated': 'VIP is sent as the customer marker' }

export const body = '{"customerAccountNumber":"ACC1001","customerName":"Harbour & Finch Ltd","contractOwner":{"id":9007199254740993},"startDate":"2025-03-01","sites":[{"siteReference":"S1","siteName":"Bristol office","siteAddress":{"addressLine1":"12 Castle Street","town":"Bristol","postcode":"BS1 4AB","country":"GB"},"siteInvoiceDetails":{"paymentMethod":"DIRECT_DEBIT","paymentTermsDays":30,"taxExempt":false},"contacts":[{"contactName":"Amelia Hart","contactEmailAddress":"contact2@example.com","contactNameToAppearOnInvoice":true}]}]}'
