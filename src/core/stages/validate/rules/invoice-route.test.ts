import { expect, test } from 'vitest'
import { changed, clean, dependent, issuesOf, issuesWith } from '../../../../../test/pipeline/kit.ts'
import type { Row } from '../../../../../test/pipeline/kit.ts'

const pointer = 'site.invoiceSite'
const noDetails = { 'site.siteInvoiceDetails.invoiceTemplateId': '', 'site.siteInvoiceDetails.paymentTermsInDays': '' }
const site = (reference: string, change: Row): Row => changed(dependent, { 'site.siteReference': reference, 'site.siteName': `Site ${reference}`, ...change })

test('a site that points to one with details is well', () => {
  expect(issuesOf([clean, dependent])).toEqual([])
})

test('a site needs details of its own or a receiving site', () => {
  expect(issuesWith(noDetails)).toEqual(['error invoice-route-missing row 2'])
})

test('any invoice cell beside a receiving site is both', () => {
  expect(issuesOf([clean, changed(dependent, { 'site.siteInvoiceDetails.invoiceNotes': 'x' })])).toEqual([`error invoice-route-both row 3 ${pointer}`])
})

test('a receiving site by server id is a route too, and not beside details', () => {
  expect(issuesWith({ ...noDetails, 'site.siteIdReceivingInvoice': '900719925474099312' })).toEqual([])
  expect(issuesWith({ 'site.siteIdReceivingInvoice': '9' })).toEqual(['error invoice-route-both row 2 site.siteIdReceivingInvoice'])
  expect(issuesOf([clean, changed(dependent, { 'site.siteIdReceivingInvoice': '9' })])).toEqual([`error invoice-route-both row 3 ${pointer}`])
})

test('a receiving site that does not exist is unknown', () => {
  expect(issuesOf([clean, changed(dependent, { [pointer]: 'S9' })])).toEqual([`error invoice-site-unknown row 3 ${pointer}`])
})

test('a receiving site of another customer is unknown', () => {
  expect(issuesOf([clean, changed(dependent, { 'customer.customerAccountNumber': 'ACC2' })])).toEqual([`error invoice-site-unknown row 3 ${pointer}`])
})

test('a receiving site that differs in case is found when only one fits', () => {
  expect(issuesOf([clean, changed(dependent, { [pointer]: ' s1 ' })])).toEqual([])
  const twice = [changed(clean, { 'site.siteReference': 'Ab' }), changed(clean, { 'site.siteReference': 'aB', 'site.siteName': 'Other' }), changed(dependent, { [pointer]: 'ab' })]
  expect(issuesOf(twice).filter((line) => !line.includes('similar-key'))).toEqual([`error invoice-site-unknown row 4 ${pointer}`])
})

test('a site that names itself raises its own code only, with details or without', () => {
  expect(issuesOf([clean, changed(dependent, { [pointer]: 'S2' })])).toEqual([`error invoice-site-self row 3 ${pointer}`])
  expect(issuesWith({ [pointer]: 'S1' })).toEqual([`error invoice-site-self row 2 ${pointer}`])
})

test('a circle raises its own code only', () => {
  expect(issuesOf([clean, site('A', { [pointer]: 'B' }), site('B', { [pointer]: 'A' })])).toEqual([
    `error invoice-site-cycle row 3 ${pointer}`, `error invoice-site-cycle row 4 ${pointer}`,
  ])
})

test('a way into a circle is a chain', () => {
  expect(issuesOf([site('C', { [pointer]: 'A' }), site('A', { [pointer]: 'B' }), site('B', { [pointer]: 'A' })])).toEqual([
    `error invoice-site-not-receiving row 2 ${pointer}`, `error invoice-site-cycle row 3 ${pointer}`, `error invoice-site-cycle row 4 ${pointer}`,
  ])
})

test('a chain is flagged at its first link, whatever its length', () => {
  expect(issuesOf([clean, dependent, site('S3', { [pointer]: 'S2' })])).toEqual([`error invoice-site-not-receiving row 4 ${pointer}`])
  expect(issuesOf([clean, dependent, site('S3', { [pointer]: 'S2' }), site('S4', { [pointer]: 'S3' })])).toEqual([`error invoice-site-not-receiving row 5 ${pointer}`])
})

test('a receiving site without details does not receive', () => {
  expect(issuesOf([changed(clean, noDetails), dependent])).toEqual(['error invoice-route-missing row 2', `error invoice-site-not-receiving row 3 ${pointer}`])
})
