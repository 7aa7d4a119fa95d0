// What the values of a column look like, as evidence for or against a field.
import type { FieldEntry, FieldType } from '#core/model/field.ts'
import { bareText } from '#core/values/converted.ts'
import type { Converted } from '#core/values/converted.ts'
import { convertBoolean } from '#core/values/boolean.ts'
import { countryCode } from '#core/values/country.ts'
import { readDateShape } from '#core/values/date.ts'
import { spellingsOf } from '#core/values/enum.ts'
import { convertDecimal, convertInteger } from '#core/values/number.ts'

export const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
export const looksLikePostcode = (text: string): boolean => /^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$/i.test(text)
export const looksLikeSortCode = (text: string): boolean => /^\d{2}[- ]\d{2}[- ]\d{2}$/.test(text)
export const looksLikePhone = (text: string): boolean => /^[+0][\d\s().-]{8,20}$/.test(text)

/** The types stand in the catalogue: there are few of them, and they do not change. */
const spellingsByType = new Map<FieldType, ReadonlyMap<string, string>>()

/** Also one whose decimal sign only its column can tell. */
const isNumber = (result: Converted): boolean => result.kind === 'value' || result.code === 'decimal-sign-open'

function shapeOf(type: FieldType): ((text: string) => boolean) | null {
  switch (type.kind) {
    case 'email':
      return looksLikeEmail
    case 'postcode':
      return looksLikePostcode
    case 'sort-code':
      return (text) => looksLikeSortCode(text) || /^\d{6}$/.test(text)
    case 'bank-account-number':
      return (text) => /^\d{7,10}$/.test(text.replace(/[\s-]/g, ''))
    case 'phone':
      return looksLikePhone
    case 'date':
      return (text) => readDateShape(text) !== null
    case 'boolean':
      return (text) => convertBoolean(text).kind === 'value'
    case 'country':
      return (text) => countryCode(text) !== undefined
    case 'integer':
      return (text) => isNumber(convertInteger(text))
    case 'decimal':
      return (text) => isNumber(convertDecimal(text))
    case 'enum': {
      const spellings = spellingsByType.get(type) ?? spellingsOf(type)
      spellingsByType.set(type, spellings)
      return (text) => spellings.has(bareText(text))
    }
    case 'text':
    case 'reference':
    case 'reference-list':
    case 'site-reference':
      return null
  }
}

/** Part of the values, 0 to 1, that the field could take; null where any text would do or there are no values. */
export function shareThatFits(entry: FieldEntry, sample: readonly string[]): number | null {
  const fits = shapeOf(entry.type)
  return fits === null || sample.length === 0 ? null : sample.filter(fits).length / sample.length
}
