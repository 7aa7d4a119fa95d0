import { expect, test } from 'vitest'
import { clean, issuesOf, issuesWith, only, prepareRows } from '../../../../../test/pipeline/kit.ts'

const existing = { lists: {}, existing: new Map([['ACC1', '77']]) }

test('with all site cells empty a customer has no site, and nothing of the site is called missing', () => {
  expect(issuesOf([{ ...Object.fromEntries(Object.keys(clean).map((path) => [path, ''])), ...only(clean, 'customer.') }])).toEqual(['error no-site row 2'])
})

test('contact cells without a site make a contact of the customer', () => {
  const prepared = prepareRows([{ ...only(clean, 'customer.', 'siteContact.'), 'site.siteReference': '', 'site.siteName': '' }])
  expect(prepared.issues.map(({ code }) => code)).toEqual(['no-site'])
  expect(prepared.customers[0]).toMatchObject({ sites: 0, contacts: 1 })
})

test('a site without contact cells has no contact', () => {
  expect(issuesOf([{ ...clean, ...Object.fromEntries(Object.keys(only(clean, 'siteContact.')).map((path) => [path, ''])) }])).toEqual(['error no-contact row 2'])
})

test('a second site under a reference that has contacts is a duplicate, and not called one without contacts too', () => {
  const depot = { ...clean, ...Object.fromEntries(Object.keys(only(clean, 'siteContact.')).map((path) => [path, ''])), 'site.siteName': 'Depot' }
  expect(issuesOf([clean, { ...depot, 'site.siteAddress.postcode': 'YO1 7HH' }])).toEqual(['error duplicate-site-reference row 3 site.siteReference'])
  expect(issuesOf([clean, { ...depot, 'site.siteReference': 'S2' }])).toEqual(['error no-contact row 3'])
})

test('a customer that the server has is an error', () => {
  expect(issuesWith({}, { reference: existing })).toEqual(['error customer-exists row 2 customer.customerAccountNumber'])
  expect(issuesWith({ 'customer.customerAccountNumber': 'ACC2' }, { reference: existing })).toEqual([])
})

test('a customer that the server has is left out by choice, with a notice and whatever else is wrong with it', () => {
  const prepared = prepareRows([{ ...clean, 'customer.customerName': '' }], { reference: existing, options: { skipExisting: true } })
  expect(prepared.issues.map(({ severity, code }) => [severity, code])).toEqual([['info', 'customer-exists']])
  expect(prepared.counts.rowsByBucket).toMatchObject({ existing: 1, held: 0, ready: 0 })
  expect(prepared.plan.units).toEqual([])
})
