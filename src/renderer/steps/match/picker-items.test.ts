import { expect, test } from 'vitest'
import { filterGroups, pickerGroups, withIndex } from './picker-items.ts'

const ids = (groups: ReturnType<typeof pickerGroups>): readonly string[] => groups.flatMap((group) => group.items.map((item) => item.id))

test('every word typed must occur, in any order, in the label, an alias or the group', () => {
  const found = ids(filterGroups(pickerGroups([], ''), 'name site'))
  expect(found).toContain('site.siteName')
  expect(found).not.toContain('customer.customerAccountNumber')
  expect(ids(filterGroups(pickerGroups([], ''), 'zzz'))).toEqual([])
})

test('first and last name are choices of their own', () => {
  expect(ids(pickerGroups([], ''))).toEqual(expect.arrayContaining(['siteContact.contactName', 'siteContact.contactName#first', 'siteContact.contactName#last']))
})

test('custom fields of the target come at their level, and the column may name one', () => {
  const found = ids(pickerGroups([{ id: '1', name: 'Alarm code', kind: 'SITE' }, { id: '2', name: 'Region', kind: 'CUSTOMER' }], 'Depot'))
  expect(found.slice(-4)).toEqual(['site.customFields.Alarm code', 'customer.customFields.Region', 'customer.customFields.Depot', 'site.customFields.Depot'])
})

test('a heading that cannot be a name, or names a known field, offers no second one', () => {
  expect(ids(pickerGroups([], 'a.b')).some((id) => id.includes('a.b'))).toBe(false)
  const known = ids(pickerGroups([{ id: '2', name: 'Region', kind: 'CUSTOMER' }], 'Region'))
  expect(known.filter((id) => id === 'customer.customFields.Region')).toHaveLength(1)
})

test('the n-th of a row is written into the target, none takes it out', () => {
  expect(withIndex('site.siteName', 2)).toBe('site[2].siteName')
  expect(withIndex('site[3].siteName', 0)).toBe('site.siteName')
  expect(withIndex('siteContact.contactName#last', 3)).toBe('siteContact[3].contactName#last')
})
