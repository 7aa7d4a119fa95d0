import { expect, test } from 'vitest'
import { fieldsByName } from './field-names.ts'
import { headerWords, withoutBrackets, wordsKey } from './header-words.ts'

test.each(['Account number', 'ACCOUNT NUMBER', 'accountNumber', 'account_number', 'A/C No.', 'Acct #', 'Acc. num', ' Account-Numbers '])('%s is the account number', (header) =>
  expect(headerWords(header)).toEqual(['account', 'number']))

test.each([['Post Code', 'postcode'], ['E-mail', 'email'], ['Payment terms', 'payment terms'], ['Contract term', 'contract term'], ['Business', 'business'], ['Countries', 'country'], ['DD Ref', 'direct debit reference'], ['3rd party', 'third party'],
  ['POAddressLine1', 'po address line 1'], ['Contact2Name', 'contact 2 name'], ['Prénom', 'first name'], ['Kunden-Nr.', 'customer number'], ['Rechnung PLZ', 'invoice postcode'], ['N° de téléphone', 'telephone number'], ['Código postal', 'postcode'], ['Land', 'country'], ['Landlord', 'landlord'], ['Default Address Address1', 'default address 1'], ["Customer's name", 'customer name'], ['Start date (dd/mm/yyyy)', 'start date'], ['VIP Y/N', 'vip'], ['Email (required)', 'email'], ['***', '']])(
  '%s is "%s"', (header, words) => expect(headerWords(header).join(' ')).toBe(words))

test('spaces do not count in a look-up', () => expect(wordsKey(headerWords('Account number'))).toBe(wordsKey(headerWords('ACCOUNTNUMBER'))))

test('brackets can be left away', () => expect(withoutBrackets('Terms (days) [net]').trim()).toBe('Terms'))

test('no strong name means two fields, on any level', () => {
  const clashes = [...fieldsByName()].flatMap(([key, named]) => {
    const strong = named.filter(({ kind }) => kind !== 'weak').map(({ entry }) => entry.path)
    return strong.length > 1 ? [`${key}: ${strong.join(', ')}`] : []
  })
  expect(clashes).toEqual([])
})
