export type { RuleContext } from './rule.ts'
export { validateCustomer } from './validate-customer.ts'
export { findSimilarKeys, validateFixed } from './validate-file.ts'
export { keysLike } from './similar-keys.ts'
