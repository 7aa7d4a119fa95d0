/** The columns of the examples: labels a person would write. The matching must know each of them. */
export const columns = [
  'Account number', 'Customer name', 'Customer type', 'Customer start date', 'Contract owner', 'Billing cycle', 'Contract term (months)', 'Contract start date', 'Credit threshold',
  'Site reference', 'Site name', 'Site start date', 'Address line 1', 'Address line 2', 'Town', 'County', 'Postcode', 'Country',
  'Invoice site', 'Invoice template', 'Payment method', 'Payment terms (days)', 'Preferred payment day', 'Bank account name', 'Sort code', 'Bank account number', 'Mandate reference',
  'Third-party customer reference', 'Accounts package reference', 'Purchase order number',
  'Contact name', 'Contact email', 'Contact telephone', 'Contact role', 'Receive invoice by', 'Contact appears on invoice',
] as const

/** Columns that only the broken example needs. */
export const extraColumns = [
  'Customer end date', 'VIP customer', 'Welcome email date', 'Repayment plan amount', 'Email suspended', 'Customer custom field: Loyalty card',
  'What is wrong here',
] as const

type Label = (typeof columns)[number] | (typeof extraColumns)[number]
/** Cells by column; a column that is absent is empty. */
export type Row = Readonly<Partial<Record<Label, string>>>

export interface Table {
  readonly headers: readonly string[]
  readonly records: readonly (readonly string[])[]
}

export function makeTable(labels: readonly Label[], rows: readonly Row[]): Table {
  return { headers: labels, records: rows.map((row) => labels.map((label) => row[label] ?? '')) }
}

/** RFC 4180 with CRLF, quotes only where needed, UTF-8 without byte order mark. */
export function renderCsv({ headers, records }: Table): string {
  return [headers, ...records].map((cells) => `${cells.map(quoteCell).join(',')}\r\n`).join('')
}

function quoteCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
