import { expect, test } from 'vitest'
import type { PlanUnit } from '../../model/plan.ts'
import { describeWork, fillSiteBody } from './unit-work.ts'

const nestedSite = '{"customerId":0,"siteName":"say \\"customerId\\":0, please","siteReference":"A","repaymentPlanAmount":10.50}'
const dependent = '{"customerId":0,"siteReference":"X","siteIdReceivingInvoice":0}'
const unit: PlanUnit = {
  customer: 'C', customerName: 'Name', contractOwnerId: '1', siteReferences: ['A', 'X'], rows: [],
  steps: [
    { key: 'customer:C', kind: 'create-customer', path: '/customers', body: `{"customerAccountNumber":"C","sites":[${nestedSite}]}`, receivingSite: null },
    { key: 'site:C/X', kind: 'create-site', path: '/sites', body: dependent, receivingSite: 'A' },
  ],
}

test('the sites of the first body are known with their frozen text, those of later steps after them', () => {
  const { sites } = describeWork(unit)
  expect(sites).toEqual([
    { step: 'site:C/A', reference: 'A', body: nestedSite, receivingSite: null, nested: true },
    { step: 'site:C/X', reference: 'X', body: dependent, receivingSite: 'A', nested: false },
  ])
})

test('exactly the open ids are filled, to the digit, and nothing inside a text', () => {
  const [first, second] = describeWork(unit).sites
  expect(fillSiteBody(second!, '9007199254740993', '12')).toBe('{"customerId":9007199254740993,"siteReference":"X","siteIdReceivingInvoice":12}')
  expect(fillSiteBody(first!, '5', null)).toBe(nestedSite.replace('{"customerId":0', '{"customerId":5'))
})

test('a body without the open id is a bug, not something to send', () => {
  const [, site] = describeWork(unit).sites
  expect(() => fillSiteBody({ ...site!, body: '{"customerId":4}' }, '1', null)).toThrow('customerId')
  expect(() => fillSiteBody({ ...site!, body: '{"customerId":0}' }, '1', '2')).toThrow('siteIdReceivingInvoice')
})
