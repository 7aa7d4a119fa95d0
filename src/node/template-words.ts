import type { FieldEntry, FieldType } from '#core/model/field.ts'

const plainKinds = {
  text: 'Text', email: 'Email address', date: 'Date, such as 2026-04-01 or 01/04/2026', boolean: 'Yes or No', country: 'Two-letter country code, such as GB',
  postcode: 'Postcode', 'sort-code': 'Six digits', 'bank-account-number': '8 to 10 digits', phone: 'Telephone number',
  'site-reference': 'Site reference of another site of the same customer',
} as const

/** What may stand in a cell of this type, in words. */
export function describeType(type: FieldType): string {
  switch (type.kind) {
    case 'text': return type.max === undefined ? plainKinds.text : `Text, up to ${type.max} characters`
    case 'email': return `${plainKinds.email}, up to ${type.max} characters`
    case 'integer': return `Whole number${describeBounds(type.min, type.max)}`
    case 'decimal': return `Amount${describeBounds(type.min, type.max)}`
    case 'enum': return `One of: ${type.values.map(({ value }) => value).join(', ')}${type.closed ? '' : ' (others are sent as they stand)'}`
    case 'reference': return `Id or name from the ${type.to.replaceAll('-', ' ')} in Elevate`
    case 'reference-list': return `Ids or names from the ${type.to.replaceAll('-', ' ')} in Elevate, separated by commas`
    case 'date': case 'boolean': case 'country': case 'postcode': case 'sort-code': case 'bank-account-number': case 'phone': case 'site-reference':
      return plainKinds[type.kind]
  }
}

/** Bounds that are only the end of a number's storage say nothing to a person. */
function describeBounds(min: string | undefined, max: string | undefined): string {
  const top = max === undefined || max.length > 9 ? undefined : max
  if (min !== undefined && top !== undefined) return ` from ${min} to ${top}`
  if (min !== undefined) return `, ${min} or more`
  return top === undefined ? '' : `, ${top} at most`
}

export function describeRequired({ required, level, apiPath }: FieldEntry): string {
  if (required === 'always') return 'Yes'
  if (required === 'no') return 'No'
  if (apiPath.includes('invoiceAddress')) return 'When an invoice address is given'
  return level === 'site' ? 'When the site receives its own invoices' : 'When its group is given'
}

export const readMe: readonly string[] = [
  'Fill in the sheet "Customers": one row for each contact. A site with two contacts takes two rows, a customer with two sites takes two rows or more.',
  'Write the account number and the site reference on every row: they tell which rows belong together, in any order. Other values of the customer and of the site may be repeated or left empty on later rows. Repeated values must agree.',
  'Columns with an orange-brown header are required. Those with a purple header are required when their group is used, such as the invoice template of a site that receives its own invoices. Columns with a blue header may stay empty, or be deleted.',
  'Every site either has invoice details of its own (invoice template, and payment terms or a payment day) or names in "Invoice site" the site that receives its invoices. Not both.',
  'All cells are formatted as text, so that zeros in front (telephone numbers, sort codes) stay. Write dates as 2026-04-01 or 01/04/2026.',
  'Point at a header to read what belongs there. The sheet "Fields" explains every field, also those without a column here: to use one, add a column with its label as the header.',
  'Then drop this file on the window, or run: onboarder validate FILE.xlsx. Nothing is sent before you have seen the plan and agreed to it.',
]
