import { expect, test } from 'vitest'
import { findField } from '#core/catalogue/index.ts'
import type { FieldType } from '#core/model/field.ts'
import { noReference } from '#core/model/reference.ts'
import { convertBoolean } from './boolean.ts'
import { aloneReading } from './column-reading.ts'
import type { Converted } from './converted.ts'
import { convertCountry } from './country.ts'
import { countryRows } from './country-names.ts'
import { convertBankDigits } from './digits.ts'
import { enumConverter } from './enum.ts'
import { converterOf } from './index.ts'

const show = (result: Converted): unknown => (result.kind === 'broken' ? result.code : result.value)

test.each(['yes', 'Y', 'TRUE', 't', '1', ' on ', '✓'])('%s is yes', (text) => expect(show(convertBoolean(text))).toBe(true))
test.each(['no', 'N', 'False', 'f', '0', 'OFF'])('%s is no', (text) => expect(show(convertBoolean(text))).toBe(false))
test.each(['x', 'maybe', '', '2', 'n/a', 'yes please'])('"%s" is neither yes nor no', (text) => expect(show(convertBoolean(text))).toBe('not-yes-or-no'))

test.each(['N. Ireland', 'England & Wales', 'Scotland, UK', 'GB-SCT', 'U.K', 'GB', 'gb', 'GBR', 'UK', 'U.K.', 'United Kingdom', 'united-kingdom', 'The United Kingdom', 'Great Britain', 'England', 'SCOTLAND', 'Wales', 'Northern Ireland'])('%s is GB', (text) =>
  expect(show(convertCountry(text))).toBe('GB'))
test.each([['U.S.A.', 'US'], ['u.s.', 'US'], ['DEU', 'DE'], ['Deutschland', 'DE'], ['Österreich', 'AT'], ['Czech Rep.', null], ['Rep. of Ireland', 'IE'], ['Ireland', 'IE'], ['Eire', 'IE'], ['USA', 'US'], ['Côte d’Ivoire', 'CI'], ['Ivory Coast', 'CI'], ['Åland', null], ['Curacao', 'CW'], ['Türkiye', 'TR'], ['Turkey', 'TR'], ['Bosnia & Herzegovina', 'BA'], ['The Netherlands', 'NL'], ['DEU', 'DE']])(
  '%s is %s', (text, code) => expect(show(convertCountry(text))).toBe(code ?? 'bad-country'))
test.each(['', 'ZZ', 'XK', 'Europe', 'Londonshire', '44'])('"%s" is no country', (text) => expect(show(convertCountry(text))).toBe('bad-country'))

test('every country of ISO 3166 stands once, and no spelling means two of them', () => {
  const lines = countryRows.trim().split('\n').map((line) => /^([A-Z]{2}) ([A-Z]{3}) (.+)$/.exec(line))
  expect(lines).toHaveLength(249)
  for (const line of lines) {
    const [, alpha2 = '', alpha3 = '', names = ''] = line ?? []
    for (const spelling of [alpha2, alpha3, ...names.split('|')]) expect(`${spelling}: ${String(show(convertCountry(spelling)))}`).toBe(`${spelling}: ${alpha2}`)
  }
})

const enumType = (path: string): Extract<FieldType, { kind: 'enum' }> => {
  const type = findField(path)?.type
  if (type?.kind !== 'enum') throw new Error(path)
  return type
}

test('a closed list takes its values and their usual words, however they are written', () => {
  const convert = enumConverter(enumType('customer.customerType'))
  expect(['BUSINESS', 'business', ' Ltd company ', 'LTD.', 'Staff-Member', 'staff_member', 'Consumer'].map((text) => show(convert(text)))).toEqual([
    'BUSINESS', 'BUSINESS', 'BUSINESS', 'BUSINESS', 'STAFF_MEMBER', 'STAFF_MEMBER', 'RESIDENTIAL'])
})

test('a closed list refuses another value and names its own', () => {
  const result = enumConverter(enumType('customer.customerType'))('Martian')
  expect(result).toEqual({ kind: 'broken', code: 'not-in-list', params: { list: 'RESIDENTIAL, BUSINESS, RESELLER, STAFF_MEMBER' } })
})

test('an open list sends another value as it stands, with a remark', () => {
  const convert = enumConverter(enumType('siteContact.contactRole'))
  expect(convert(' Technical ')).toEqual({ kind: 'value', value: 'Technical', remark: { code: 'not-in-list', params: { list: 'ACCOUNTS' } } })
  expect(convert('accounts')).toEqual({ kind: 'value', value: 'ACCOUNTS' })
})

test('payment methods are told apart', () => {
  const convert = enumConverter(enumType('site.siteInvoiceDetails.paymentMethod'))
  expect(['Direct Debit', 'DD', 'GoCardless', 'gc instant bank payments', 'Stripe DD', 'Stripe', 'Bank transfer', 'Credit Card', 'cash'].map((text) => show(convert(text)))).toEqual([
    'DIRECT_DEBIT', 'DIRECT_DEBIT', 'GO_CARDLESS', 'GC_INSTANT_BANK_PAYMENTS', 'STRIPE_DD', 'STRIPE', 'BACS', 'CREDIT_CARD', 'not-in-list'])
})

test('a sort code loses spaces and hyphens, and keeps its zeros', () => {
  expect(['01-02-03', '01 02 03', '010203', '01–02–03'].map((text) => show(convertBankDigits(text)))).toEqual(['010203', '010203', '010203', '010203'])
  expect(show(convertBankDigits('12/34/56'))).toBe('12/34/56')
})

test('a telephone number stays as it is written: how the server wants it is not known', () => {
  const convert = converterOf(findField('siteContact.contactTelephoneNumber'), { ...aloneReading, reference: noReference })
  expect([' 020 7946 0000 ', '+44 (0)20 7946-0000', '01632 960417 ext 12'].map((text) => show(convert(text)))).toEqual(['020 7946 0000', '+44 (0)20 7946-0000', '01632 960417 ext 12'])
})
