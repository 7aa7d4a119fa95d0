/** The kind of thing a row may describe. Contacts of a site and contacts of a customer have the same properties. */
export type Level = 'customer' | 'site' | 'siteContact' | 'customerContact'

/** How sure we are of a rule: [K], [I] and [?] of the API notes. Known rules are errors, inferred ones warnings. */
export type Certainty = 'known' | 'inferred' | 'unknown'

/** Reference lists of the target server, by the name of their endpoint. */
export const referenceKinds = [
  'contract-owners', 'contract-owner-sub-brands', 'billing-cycles', 'tripwire-plans', 'commission-agents', 'custom-field-definitions',
  'invoice-templates', 'invoice-summary-templates', 'electronic-summary-templates', 'invoice-summary-template-components',
] as const
export type ReferenceKind = (typeof referenceKinds)[number]

export type FieldType =
  /** `pattern` P: elevate-api.md 4.3. Lengths in UTF-16 units, as most servers count; `bounds` says how sure the lengths are. */
  | { readonly kind: 'text'; readonly min?: number; readonly max?: number; readonly bounds?: Certainty; readonly pattern?: 'P' }
  | { readonly kind: 'email'; readonly max: number; readonly bounds: Certainty }
  | { readonly kind: 'date' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'country' }
  | { readonly kind: 'postcode' }
  | { readonly kind: 'sort-code' }
  | { readonly kind: 'bank-account-number' }
  | { readonly kind: 'phone' }
  /** Whole number. Bounds are decimal text so that 1e17 and int64 stay exact. */
  | { readonly kind: 'integer'; readonly min?: string; readonly max?: string; readonly minBound?: Certainty; readonly maxBound?: Certainty }
  | { readonly kind: 'decimal'; readonly min?: string; readonly max?: string; readonly bounds?: Certainty }
  /** `closed`: every value is known, so another one is an error; otherwise it is a warning and sent as it stands. */
  | { readonly kind: 'enum'; readonly values: readonly EnumValue[]; readonly closed: boolean }
  /** An id of the target's reference data (int64 unless `max` says less, exact), or a name that is looked up there. */
  | { readonly kind: 'reference'; readonly to: ReferenceKind; readonly max?: string }
  /** Several ids in one cell, separated by comma, semicolon or white space. */
  | { readonly kind: 'reference-list'; readonly to: ReferenceKind }
  /** `site.invoiceSite`: the reference of another site of the same customer. */
  | { readonly kind: 'site-reference' }

export interface EnumValue {
  readonly value: string
  /** Other spellings that mean this value, compared without case, spaces and punctuation. */
  readonly aliases: readonly string[]
}

/** One writable field. Matching, validation, templates and documents are made from these entries. */
export interface FieldEntry {
  /** `customer.customerAccountNumber`, `site.siteAddress.postcode`: the level, then the API's own property names. */
  readonly path: string
  readonly level: Level
  /** Property names inside the level's object, in the API's spelling. Empty for fields that exist only here. */
  readonly apiPath: readonly string[]
  /** For people: "Account number". */
  readonly label: string
  /** Header texts that mean this field, in plain lower case. */
  readonly aliases: readonly string[]
  /** Header texts that may mean this field where nothing better does: proposed as a question, or taken when the values agree. */
  readonly weakAliases?: readonly string[]
  readonly type: FieldType
  /** `always`: in every such entity. `with-parent`: when its object (address, invoice details) is given. */
  readonly required: 'always' | 'with-parent' | 'no'
  /** How sure the type and the requirement are. */
  readonly certainty: Certainty
  /** One or two plain sentences for the operator. */
  readonly help: string
  /** Section of elevate-api.md. */
  readonly source: string
}
