// Several addresses, or several people, side by side in one row: their parts are never mixed. One block is taken as a whole, the
// columns of another are questions.
import type { Candidate, ColumnChoices } from './candidate.ts'
import { readOwner } from './header-owner.ts'
import { headerWords } from './header-words.ts'

interface Part {
  readonly at: number
  /** Property of the address or contact. */
  readonly property: string
  readonly block: string
}

export function settleBlocks(columns: readonly ColumnChoices[]): readonly ColumnChoices[] {
  return settlePeople(settleAddresses(columns))
}

const siteAddress = 'site.siteAddress.'
const invoiceAddress = 'site.siteInvoiceDetails.invoiceAddress.'

/** The first is the likeliest to be where the site is. A plain "Address" gives way to a site's or a delivery's. */
const placeOrder = [['site', 'premise', 'installation', 'install', 'supply', 'service', 'property', 'location', 'store', 'branch', 'shop', 'trading', 'physical'], ['shipping', 'ship', 'delivery', 'deliver', 'sa'], ['']]

/** Elevate knows one address of the site and one for its invoices (elevate-api.md 5.2, 5.3). */
function settleAddresses(columns: readonly ColumnChoices[]): readonly ColumnChoices[] {
  const parts = partsOf(columns, siteAddress, placeOf)
  const blocks = [...new Set(parts.map(({ block }) => block))].toSorted((left, right) => placeRank(left) - placeRank(right))
  const winner = blocks.find((block) => isWhole(parts, block, blocks)) ?? blocks.at(-1)
  if (winner === undefined || blocks.length < 2) return columns
  const taken = propertiesOf(parts, winner)
  const losers = new Set(blocks.filter((block) => block !== winner && [...propertiesOf(parts, block)].some((property) => taken.has(property))))
  const because = 'Other columns hold the address of the site. This may be the address for invoices, or another site\'s.'
  const hasInvoice = columns.some(({ candidates }) => candidates.some(({ target, score }) => target.field.startsWith(invoiceAddress) && score >= 0.85))
  return columns.map((column, at) => {
    const part = parts.find((one) => one.at === at)
    if (part === undefined || !losers.has(part.block)) return column
    return { ...column, candidates: column.candidates.map((candidate) => asked(hasInvoice ? candidate : movedToInvoice(candidate), because)) }
  })
}

function movedToInvoice(candidate: Candidate): Candidate {
  return candidate.target.field.startsWith(siteAddress) ? { ...candidate, target: { ...candidate.target, field: candidate.target.field.replace(siteAddress, invoiceAddress) } } : candidate
}

const asked = (candidate: Candidate, because: string): Candidate => ({ ...candidate, score: Math.min(candidate.score, 0.6), because })

/** A delivery address of which only two columns are there does not take the place of a full one. */
function isWhole(parts: readonly Part[], block: string, blocks: readonly string[]): boolean {
  const has = propertiesOf(parts, block)
  const most = Math.max(...blocks.map((other) => propertiesOf(parts, other).size))
  return has.has('address1') && (has.has('postcode') || has.has('town')) && (placeRank(block) === 0 || has.size >= 0.6 * most)
}

function propertiesOf(parts: readonly Part[], block: string): ReadonlySet<string> {
  return new Set(parts.flatMap((part) => (part.block === block ? [part.property] : [])))
}

/** The word that says whose address it is; '' for a plain one, the customer's, or the main one. */
function placeOf(header: string): string {
  const words = headerWords(header)
  return words.find((word) => placeOrder.some((names) => names.includes(word))) ?? (/registered|head office/i.test(header) ? 'registered' : '')
}

function placeRank(block: string): number {
  const rank = placeOrder.findIndex((names) => names.includes(block))
  return rank === -1 ? placeOrder.length : rank
}

const contactFields = 'siteContact.'

/**
 * Two contacts that are not numbered ("Site contact", "Billing contact"): the one that stands first is taken, unless the values
 * say that both are the same person.
 */
function settlePeople(columns: readonly ColumnChoices[]): readonly ColumnChoices[] {
  const parts = partsOf(columns, contactFields, personOf).filter(({ property }) => /^contact(?:Name(?!To)|Email|Telephone|Alternative)/.test(property))
  const names = parts.filter(({ property }) => property.startsWith('contactName'))
  const [first] = names
  const other = names.find(({ block }) => block !== first?.block)
  if (first === undefined || other === undefined || (first.property === other.property && sameValues(columns[first.at], columns[other.at]))) return columns
  return columns.map((column, at) => {
    const part = parts.find((one) => one.at === at)
    if (part?.block !== other.block) return column
    return { ...column, candidates: column.candidates.map((candidate) => asked(candidate, `The column "${columns[first.at]?.header.trim() ?? ''}" names another contact. Say which of the two this belongs to.`)) }
  })
}

function personOf(header: string): string {
  const { owners } = readOwner(headerWords(header))
  if (owners.has('invoice') || /\baccounts\b/i.test(header)) return 'invoice'
  return owners.has('site') || owners.has('delivery') ? 'site' : ''
}

function sameValues(one: ColumnChoices | undefined, other: ColumnChoices | undefined): boolean {
  if (one === undefined || other === undefined || one.sample.length === 0) return true
  const values = new Set(one.sample)
  return other.sample.filter((text) => values.has(text)).length >= other.sample.length / 2
}

/** Columns that clearly name a part, of the first site or contact. */
function partsOf(columns: readonly ColumnChoices[], start: string, blockOf: (header: string) => string): readonly Part[] {
  return columns.flatMap(({ header, candidates: [best] }, at) => {
    if (best === undefined || best.score < 0.7 || best.kind === 'path' || best.kind === 'learned' || !best.target.field.startsWith(start) || (best.target.index ?? 1) > 1 || best.target.site !== undefined) return []
    return [{ at, property: `${best.target.field.slice(start.length)}${best.target.part ?? ''}`, block: blockOf(header) }]
  })
}
