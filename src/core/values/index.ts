import type { FieldEntry } from '#core/model/field.ts'
import type { Reference } from '#core/model/reference.ts'
import { convertBoolean } from './boolean.ts'
import type { ColumnReading } from './column-reading.ts'
import { converted } from './converted.ts'
import type { Converted } from './converted.ts'
import { convertCountry } from './country.ts'
import { convertDate } from './date.ts'
import { convertBankDigits } from './digits.ts'
import { enumConverter } from './enum.ts'
import { convertDecimal, convertInteger } from './number.ts'
import { referenceConverter, referenceListConverter } from './reference.ts'
import { remember } from './remember.ts'

export type Converter = (text: string) => Converted

/** White space around a text goes; nothing else, and nothing is cut. */
function convertText(text: string): Converted {
  return converted(text.trim())
}

/** Whether the values of a field are its texts without the white space around them: then no converter has to be asked. */
export function isPlainText(entry: FieldEntry | null): boolean {
  const kind = entry?.type.kind ?? 'text'
  return kind === 'text' || kind === 'email' || kind === 'postcode' || kind === 'phone' || kind === 'site-reference'
}

/**
 * How the cells of one column become values, without the table of values that the operator confirmed (`withTable`). A null entry is
 * a custom field: free text (elevate-api.md 6.7).
 */
export function converterOf(entry: FieldEntry | null, { dates, numbers, reference }: ColumnReading & { readonly reference: Reference }): Converter {
  const type = entry?.type
  switch (type?.kind) {
    case undefined:
    case 'text':
    case 'email':
    case 'postcode':
    case 'phone':
    case 'site-reference':
      return convertText
    case 'date':
      return remember((text) => convertDate(text, dates))
    case 'boolean':
      return remember(convertBoolean)
    case 'country':
      return remember(convertCountry)
    case 'sort-code':
    case 'bank-account-number':
      return convertBankDigits
    case 'integer':
      return remember((text) => convertInteger(text, numbers))
    case 'decimal':
      return remember((text) => convertDecimal(text, numbers))
    case 'enum':
      return remember(enumConverter(type))
    case 'reference':
      return remember(referenceConverter(type.to, reference))
    case 'reference-list':
      return referenceListConverter(type.to, reference)
  }
}
