import { expect, test } from 'vitest'
import { changed, clean, issuesOf, issuesWith, prepareRows } from '../../../../../test/pipeline/kit.ts'

const mark = 'siteContact.contactNameToAppearOnInvoice'
const delivery = 'siteContact.receiveInvoiceBy'
const other = changed(clean, { 'siteContact.contactName': 'Bob Other', 'siteContact.contactEmailAddress': 'bob@example.com' })

test('two marked contacts of one site are an error that names both rows', () => {
  const prepared = prepareRows([clean, other])
  expect(prepared.issues).toMatchObject([{ code: 'two-invoice-contacts', severity: 'error', place: { row: 3 }, related: [{ row: 2 }] }])
  expect(issuesOf([clean, changed(other, { [mark]: 'no' })])).toEqual([])
})

test('marked contacts of two sites are none too many', () => {
  expect(issuesOf([clean, changed(other, { 'site.siteReference': 'S2' })])).toEqual([])
})

test('where none is marked the first contact will be, and only that is said', () => {
  expect(issuesOf([changed(clean, { [mark]: '' }), changed(other, { [mark]: 'no' })])).toEqual([`info invoice-contact-defaulted row 2 ${mark}`])
})

test('the marked contact needs a way of delivery, the one marked by default should have one', () => {
  expect(issuesWith({ [delivery]: '' })).toEqual([`error receive-invoice-by-missing row 2 ${delivery}`])
  expect(issuesWith({ [delivery]: '', [mark]: '' })).toEqual([`warning receive-invoice-by-missing row 2 ${delivery}`, `info invoice-contact-defaulted row 2 ${mark}`])
})

test('a contact that is not for the invoice needs no way of delivery', () => {
  expect(issuesOf([clean, changed(other, { [mark]: 'no', [delivery]: '' })])).toEqual([])
})

test('a mark that cannot be read defaults nothing', () => {
  expect(issuesWith({ [mark]: 'perhaps' })).toEqual([`error not-yes-or-no row 2 ${mark}`])
})
