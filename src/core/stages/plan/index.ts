export { planCustomer } from './plan-customer.ts'
export { sealPlan } from './seal-plan.ts'
export type { PlannedCustomer } from './seal-plan.ts'
