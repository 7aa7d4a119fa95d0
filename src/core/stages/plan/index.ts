export { planCustomer } from './plan-customer.ts'
export { addCounts, canonicalOrder, countUnit, hashUnit, noPlanCounts, sealPlan } from './seal-plan.ts'
