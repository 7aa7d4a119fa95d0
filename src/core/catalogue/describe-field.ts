// What the catalogue says of a field, for people: in the template, in the window's help.
import type { Certainty, FieldEntry, FieldType } from '#core/model/field.ts'

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

/** How sure its limits are (lengths, least and most) where that is said apart from the field; null where there are none. */
export function limitCertainty(type: FieldType): Certainty | null {
  if (type.kind === 'text' || type.kind === 'email' || type.kind === 'decimal') return type.bounds ?? null
  if (type.kind !== 'integer') return null
  return type.minBound === 'inferred' || type.maxBound === 'inferred' ? 'inferred' : type.maxBound ?? type.minBound ?? null
}
