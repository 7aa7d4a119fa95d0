import { expect, test } from 'vitest'
import { changed, clean, dependent, issuesOf, issuesWith } from '../../../../../test/pipeline/kit.ts'

const path = (property: string): string => `site.siteInvoiceDetails.${property}`

test('invoice details need a template', () => {
  expect(issuesWith({ [path('invoiceTemplateId')]: '' })).toEqual([`error invoice-template-missing row 2 ${path('invoiceTemplateId')}`])
})

test('invoice details need payment terms or a payment day', () => {
  const [terms, day] = [path('paymentTermsInDays'), path('preferredPaymentDay')]
  expect(issuesWith({ [terms]: '', [day]: '15' })).toEqual([])
  expect(issuesWith({ [terms]: '', [day]: '' })).toEqual([`error payment-timing-missing row 2 ${terms}`])
  expect(issuesWith({ [terms]: '30', [day]: '15' })).toEqual([`error payment-timing-both row 2 ${day}`])
  expect(issuesWith({ [terms]: 'soon', [day]: '' })).toEqual([`error not-a-whole-number row 2 ${terms}`])
})

test('a site without details is not asked for them', () => {
  expect(issuesOf([clean, dependent])).toEqual([])
})

test('a fixed template is only for sites that receive their own invoices', () => {
  const rows = [clean, dependent].map((row) => changed(row, { [path('invoiceTemplateId')]: '' }))
  expect(issuesOf(rows, { fixed: { [path('invoiceTemplateId')]: '201' } })).toEqual([])
})

test.each(['GO_CARDLESS', 'FINASTRA'])('%s wants a mandate reference', (method) => {
  expect(issuesWith({ [path('paymentMethod')]: method, [path('mandateReference')]: 'M1' })).toEqual([])
  expect(issuesWith({ [path('paymentMethod')]: method })).toEqual([`warning mandate-reference-missing row 2 ${path('mandateReference')}`])
})

test.each(['STRIPE', 'STRIPE_CARD', 'STRIPE_DD'])('%s wants a mandate and the customer there', (method) => {
  const full = { [path('paymentMethod')]: method, [path('mandateReference')]: 'M1', [path('thirdPartyCustomerReference')]: 'C1' }
  expect(issuesWith(full)).toEqual([])
  expect(issuesWith(changed(full, { [path('mandateReference')]: '' }))).toEqual([`warning mandate-reference-missing row 2 ${path('mandateReference')}`])
  expect(issuesWith(changed(full, { [path('thirdPartyCustomerReference')]: '' }))).toEqual([
    `warning third-party-reference-missing row 2 ${path('thirdPartyCustomerReference')}`,
  ])
})

test('direct debit wants sort code and account number, and says so once', () => {
  const full = { [path('paymentMethod')]: 'DIRECT_DEBIT', [path('sortCode')]: '123456', [path('accountNumber')]: '12345678' }
  expect(issuesWith(full)).toEqual([])
  expect(issuesWith(changed(full, { [path('sortCode')]: '' }))).toEqual([`warning bank-details-incomplete row 2 ${path('sortCode')}`])
  expect(issuesWith(changed(full, { [path('accountNumber')]: '' }))).toEqual([`warning bank-details-incomplete row 2 ${path('accountNumber')}`])
  expect(issuesWith(changed(full, { [path('sortCode')]: '', [path('accountNumber')]: '' }))).toHaveLength(1)
})

test('other methods want nothing', () => {
  for (const method of ['BACS', 'CHEQUE', 'OTHER']) expect(issuesWith({ [path('paymentMethod')]: method })).toEqual([])
})
