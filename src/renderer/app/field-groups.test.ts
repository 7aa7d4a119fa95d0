import { expect, test } from 'vitest'
import { fieldEntries } from '#core/catalogue/index.ts'
import { describeTarget, fieldGroups } from './field-groups.ts'

test('every field of the catalogue stands in exactly one group', () => {
  expect(fieldGroups.flatMap((group) => group.entries.map((entry) => entry.path)).toSorted()).toEqual(fieldEntries.map((entry) => entry.path).toSorted())
})

test('targets are said in words', () => {
  expect(describeTarget('site.siteName')).toBe('Site · Site name')
  expect(describeTarget('site[2].siteName')).toBe('Site 2 · Site name')
  expect(describeTarget('site.siteInvoiceDetails.paymentMethod')).toMatch(/^Invoice details · /)
  expect(describeTarget('siteContact.contactName#first')).toMatch(/ \(first name\)$/)
  expect(describeTarget('site.customFields.Alarm code')).toBe('Site · custom field Alarm code')
})

test('a target that is none is shown as it stands', () => {
  expect(describeTarget('nonsense')).toBe('nonsense')
  expect(describeTarget('site.noSuchField')).toBe('site.noSuchField')
})
