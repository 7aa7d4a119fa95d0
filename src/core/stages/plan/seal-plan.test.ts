import { expect, test } from 'vitest'
import { newHash } from '../../../../test/pipeline/kit.ts'
import type { PlanStep, PlanUnit } from '../../model/plan.ts'
import { addCounts, canonicalOrder, countUnit, hashUnit, noPlanCounts, sealPlan } from './seal-plan.ts'

const step = (change: Partial<PlanStep> = {}): PlanStep => ({ key: 'customer:A', kind: 'create-customer', path: '/customers', body: '{}', receivingSite: null, ...change })
const unit = (customer: string, steps: readonly PlanStep[]): PlanUnit => ({ customer, customerName: '', contractOwnerId: '1', siteReferences: ['S'], steps, rows: [] })
const sealed = (...units: readonly PlanUnit[]) => {
  const hashed = { length: units.length, customerAt: (at: number) => units[at]?.customer ?? '', hashAt: (at: number) => hashUnit(units[at] ?? unit('', []), newHash) }
  return { order: canonicalOrder(hashed), ...sealPlan(hashed, units.map((one) => countUnit(one, 1)).reduce(addCounts, noPlanCounts), newHash) }
}
const hashOf = (...units: readonly PlanUnit[]): string => sealed(...units).hash

test('units stand by account number, by code unit', () => {
  const keys = ['b', 'a', 'B', 'a1']
  const { order, counts } = sealed(...keys.map((key) => unit(key, [step()])))
  expect(order.map((at) => keys[at])).toEqual(['B', 'a', 'a1', 'b'])
  expect(counts).toEqual({ createCustomer: 4, createSite: 0, customers: 4, sites: 4, contacts: 4 })
})

test('the hash sees every part of a request and every border between two', () => {
  const base = hashOf(unit('A', [step()]))
  const changes: readonly Partial<PlanStep>[] = [{ key: 'customer:B' }, { path: '/sites' }, { body: '{ }' }, { receivingSite: '' }, { receivingSite: 'S' }]
  const hashes = [base, ...changes.map((change) => hashOf(unit('A', [step(change)]))), hashOf(unit('A', [step({ key: 'customer:A/', path: '/customers', body: '{}' })]))]
  expect(new Set(hashes).size).toBe(hashes.length)
  expect(hashOf(unit('A', [step()]))).toBe(base)
  expect(hashOf(unit('AB', [step()]))).not.toBe(base)
})

test('the order in which units come does not count', () => {
  const [a, b] = [unit('A', [step()]), unit('B', [step({ key: 'customer:B' })])]
  expect(hashOf(a, b)).toBe(hashOf(b, a))
})
