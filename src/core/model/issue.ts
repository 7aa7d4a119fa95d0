import type { CellPlace, RowPlace } from './place.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Every problem the program can find in the operator's data. Texts: `shared/wording/issue-text.ts`, one for each code. */
export const issueCodes = [
  // reading
  'row-unchecked', 'ragged-row', 'stray-quote', 'unclosed-quote', 'invalid-bytes', 'cell-error', 'formula-value', 'imprecise-number', 'number-shown-otherwise',
  // mapping
  'date-order-open', 'date-order-mixed', 'date-order-assumed', 'date-serials', 'decimal-sign-open', 'decimal-sign-mixed', 'unmapped-column',
  // values
  'required-missing', 'too-long', 'not-a-date', 'not-a-whole-number', 'not-a-number', 'not-yes-or-no', 'out-of-range',
  'not-in-list', 'bad-email', 'bad-country', 'odd-postcode', 'odd-character', 'odd-sort-code', 'odd-account-number',
  // terms and dates
  'contract-term-without-start', 'contract-start-without-term', 'end-before-start', 'contract-start-before-customer-start',
  'vip-deprecated', 'welcome-email-scheduled',
  // keys and structure
  'conflicting-values', 'duplicate-customer', 'customer-exists', 'duplicate-site-reference', 'similar-key', 'identical-rows-merged',
  'no-site', 'no-contact', 'orphan-site', 'orphan-contact',
  // layout
  'filled-down', 'fill-down-unsure', 'fill-down-possible', 'contacts-without-site',
  // contacts
  'two-invoice-contacts', 'invoice-contact-defaulted', 'receive-invoice-by-missing', 'email-delivery-without-email',
  'email-delivery-suspended',
  // invoice route and details
  'invoice-route-missing', 'invoice-route-both', 'invoice-site-unknown', 'invoice-site-self', 'invoice-site-not-receiving',
  'invoice-site-cycle', 'invoice-template-missing', 'payment-timing-missing', 'payment-timing-both', 'mandate-reference-missing',
  'third-party-reference-missing', 'bank-details-incomplete',
  // reference data
  'unknown-reference', 'custom-field-unresolved',
] as const

export type IssueCode = (typeof issueCodes)[number]

/**
 * A problem in the operator's data: a value with a place, never thrown. The core says codes and parameters; the sentence is
 * made in `shared/wording`.
 */
export interface Issue {
  readonly code: IssueCode
  readonly severity: Severity
  /** The cell, or the whole row (no `column`), or null where no row can be named (a fixed value, the whole file). */
  readonly place: (RowPlace & { readonly column?: number }) | null
  /** Field path of the catalogue, such as `site.siteAddress.postcode`. */
  readonly field: string | null
  /** The raw text that is wrong, as it stands in the file; never cut. */
  readonly value: string | null
  /** Account number of the customer this belongs to. */
  readonly customer: string | null
  /** Site reference of the site this belongs to. */
  readonly site: string | null
  /** Facts for the sentence: bounds, the other value, the list. */
  readonly params: Readonly<Record<string, string | number>>
  /** Other cells or rows the sentence names: the conflicting one, the other invoice contact. */
  readonly related: readonly (CellPlace | RowPlace)[]
}

/** Shape for building an issue: what is not given is null or empty. */
export type IssueInit = Pick<Issue, 'code' | 'severity'> & Partial<Issue>

export function issue({ place = null, field = null, value = null, customer = null, site = null, params = {}, related = [], code, severity }: IssueInit): Issue {
  // Named one by one, and always in one order: tens of thousands are made, sent to another thread and written.
  return { place, field, value, customer, site, params, related, code, severity }
}
