import { expect, test } from 'vitest'
import { formatTarget, parseTarget } from './mapping.ts'

test.each(['site.siteName', 'site[2].siteAddress.postcode', 'siteContact[3].contactName#first', 'siteContact[3]@2.contactName', 'siteContact@2.contactName#last', 'customer.customFields.A @2 (b)'])(
  '%s is read and written alike', (text) => {
    const target = parseTarget(text)
    expect(target).not.toBeNull()
    expect(target === null ? '' : formatTarget(target)).toBe(text)
  })

test('the contact\'s own number and its site\'s number are told apart', () =>
  expect(parseTarget('siteContact[3]@2.contactName')).toEqual({ field: 'siteContact.contactName', index: 3, site: 2 }))

test.each(['', 'site', 'site[0].siteName', 'site@2.siteName', 'customerContact[1]@2.contactName', 'siteContact@0.contactName'])('"%s" is no target', (text) => expect(parseTarget(text)).toBeNull())
