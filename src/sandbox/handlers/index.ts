// One handler for every endpoint of the wire contract: leaving one out does not compile.
import type { Handlers } from '../call.ts'
import { authenticate } from './authenticate.ts'
import { checkCustomers, createCustomer, getCustomer, listCustomers } from './customers.ts'
import * as reference from './reference.ts'
import { checkSites, createSite, getSite, listSites } from './sites.ts'
import { updateCustomer } from './update-customer.ts'

export const handlers: Handlers = {
  ...reference,
  authenticate,
  listCustomers,
  checkCustomers,
  createCustomer,
  getCustomer,
  updateCustomer,
  listSites,
  checkSites,
  createSite,
  getSite,
}
