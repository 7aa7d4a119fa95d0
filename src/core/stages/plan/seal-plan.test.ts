import { expect, test } from 'vitest'
import { newHash } from '../../../../test/pipeline/kit.ts'
import type { PlanStep, PlanUnit } from '../../model/plan.ts'
import { sealPlan } from './seal-plan.ts'

const step = (change: Partial<PlanStep> = {}): PlanStep => ({ key: 'customer:A', kind: 'create-customer', path: '/customers', body: '{}', receivingSite: null, ...change })
const unit = (customer: string, steps: readonly PlanStep[]): PlanUnit => ({ customer, customerName: '', contractOwnerId: '1', siteReferences: ['S'], steps, rows: [] })
const hashOf = (...units: readonly PlanUnit[]): string => sealPlan(units.map((one) => ({ unit: one, contacts: 1 })), newHash).hash

test('units stand by account number, by code unit', () => {
  const plan = sealPlan(['b', 'a', 'B', 'a1'].map((key) => ({ unit: unit(key, [step()]), contacts: 2 })), newHash)
  expect(plan.units.map(({ customer }) => customer)).toEqual(['B', 'a', 'a1', 'b'])
  expect(plan.counts).toEqual({ createCustomer: 4, createSite: 0, customers: 4, sites: 4, contacts: 8 })
})

test('the hash sees every part of a request and every border between two', () => {
  const base = hashOf(unit('A', [step()]))
  const changes: readonly Partial<PlanStep>[] = [{ key: 'customer:B' }, { path: '/sites' }, { body: '{ }' }, { receivingSite: '' }, { receivingSite: 'S' }]
  const hashes = [base, ...changes.map((change) => hashOf(unit('A', [step(change)]))), hashOf(unit('A', [step({ key: 'customer:A/', path: '/customers', body: '{}' })]))]
  expect(new Set(hashes).size).toBe(hashes.length)
  expect(hashOf(unit('A', [step()]))).toBe(base)
})

test('the order in which units come does not count', () => {
  const [a, b] = [unit('A', [step()]), unit('B', [step({ key: 'customer:B' })])]
  expect(hashOf(a, b)).toBe(hashOf(b, a))
})
