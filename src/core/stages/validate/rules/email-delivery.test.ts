import { expect, test } from 'vitest'
import { issuesWith } from '../../../../../test/pipeline/kit.ts'

const email = 'siteContact.contactEmailAddress'

test('delivery by email wants an address', () => {
  expect(issuesWith({ [email]: '' })).toEqual([`warning email-delivery-without-email row 2 ${email}`])
  expect(issuesWith({ [email]: '', 'siteContact.receiveInvoiceBy': 'POST' }).filter((line) => line.includes('email-delivery'))).toEqual([])
})

test('a summary by email wants an address too', () => {
  const change = { [email]: '', 'siteContact.receiveInvoiceBy': 'POST', 'siteContact.receiveInvoiceSummaryBy': 'EMAIL' }
  expect(issuesWith(change).filter((line) => line.includes('email-delivery'))).toEqual([`warning email-delivery-without-email row 2 ${email}`])
})

test('an address that is none is not called missing as well', () => {
  expect(issuesWith({ [email]: 'ann' })).toEqual([`error bad-email row 2 ${email}`])
})

test('delivery by email to a suspended contact is a warning', () => {
  expect(issuesWith({ 'siteContact.emailSuspended': 'yes' })).toEqual(['warning email-delivery-suspended row 2 siteContact.emailSuspended'])
  expect(issuesWith({ 'siteContact.emailSuspended': 'no' })).toEqual([])
})
