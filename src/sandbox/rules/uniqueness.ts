// Keys that may exist once. The documents leave uniqueness open (elevate-api.md sections 4.2 and 5.1), so both rules can be
// switched off: then doubles are kept, and the ledger shows them.
import type { NestedSiteRequest } from '#api/schemas/site.ts'
import type { Database } from '../db.ts'
import type { Id } from '../ids.ts'
import { invalid, type Problem } from '../problem.ts'

type AccountClaim = { readonly accountNumber: string; readonly contractOwnerId: number; readonly ownId?: Id }

/** Exact, per contract owner. */
export const accountNumberProblems = (claim: AccountClaim, db: Database): readonly Problem[] =>
  db.customersByAccount(claim.accountNumber).some((other) => other.contractOwnerId === claim.contractOwnerId && other.id !== claim.ownId)
    ? [{ status: 409, message: `customerAccountNumber: '${claim.accountNumber}' already exists` }]
    : []

export const siteReferenceProblems = (customerId: Id, siteReference: string, db: Database): readonly Problem[] =>
  db.sitesOf(customerId).some((other) => other.siteReference === siteReference)
    ? [{ status: 409, message: `siteReference: '${siteReference}' already exists for customer ${customerId}` }]
    : []

export function repeatedReferenceProblems(sites: readonly NestedSiteRequest[]): readonly Problem[] {
  const seen = new Set<string>()
  return sites.flatMap(({ siteReference }, index) => {
    const problems = seen.has(siteReference) ? [invalid(`sites[${index}].siteReference`, `'${siteReference}' is given twice`)] : []
    seen.add(siteReference)
    return problems
  })
}
