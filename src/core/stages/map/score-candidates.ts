// Header and values together: how well each column fits each field it may mean.
import type { ColumnProfile } from '#core/model/column-profile.ts'
import { findField } from '#core/catalogue/index.ts'
import type { FieldEntry } from '#core/model/field.ts'
import type { Learned } from '#core/model/learned.ts'
import { formatTarget } from '#core/model/mapping.ts'
import type { Reference } from '#core/model/reference.ts'
import { profileOf } from '#core/values/profile-table.ts'
import { customerName, settleBareNames } from './bare-names.ts'
import { settleBlocks } from './blocks.ts'
import type { Candidate, ColumnChoices } from './candidate.ts'
import { canonical, countFurtherPeople, countWide } from './wide-columns.ts'
import { candidatesOf, isMeaningless } from './header-candidates.ts'
import type { LevelHint } from './header-candidates.ts'
import { headerWords } from './header-words.ts'
import { learnedFor } from './learned.ts'
import { looksLikeEmail, looksLikePostcode, looksLikeSortCode, shareThatFits } from './value-shape.ts'

interface Context {
  readonly hint: LevelHint
  readonly reference: Reference
  readonly learned: Learned
}

export interface NamedColumns {
  readonly headers: readonly string[]
  readonly profiles: readonly ColumnProfile[]
}

export function scoreCandidates({ headers, profiles }: NamedColumns, { hint, reference, learned }: Context): readonly ColumnChoices[] {
  const columns = headers.map((header, column) => {
    const sample = profileOf(profiles, column).samples
    const named = [...definedFields(header, reference), ...candidatesOf(header, hint)].map((candidate) => lessen(weigh(candidate, sample), header))
    const before = learnedFor(header, learned, reference)
    const proposed = named.length > 0 ? named : byValues(header, sample)
    const { candidate: chosen } = before
    const candidates = before.leftOut ? [] : chosen === null ? proposed : [chosen, ...proposed.filter(({ target }) => formatTarget(target) !== formatTarget(chosen.target))]
    return { column, header, sample, ...(before.leftOut ? { leftOut: true } : {}), candidates: candidates.toSorted((left, right) => right.score - left.score) }
  })
  return settleBlocks(settleBareNames(settleBareNames(countFurtherPeople(countWide(columns)), hint), hint).map(({ candidates, ...column }) => ({ ...column, candidates: candidates.map(canonical) })))
}

/** A header that is the label of a custom field definition of the target. */
function definedFields(header: string, reference: Reference): readonly Candidate[] {
  const label = header.trim().toLowerCase()
  const definitions = reference.lists['custom-field-definitions'] ?? []
  return definitions.flatMap(({ name, kind }) => {
    if (label === '' || name.trim().toLowerCase() !== label || (kind !== 'SITE' && kind !== 'CUSTOMER')) return []
    return [{ target: { field: `${kind === 'SITE' ? 'site' : 'customer'}.customFields.${name.trim()}` }, entry: null, kind: 'name', score: 0.9 } as const]
  })
}

/** Kinds whose look says a lot: an 8-digit number or an email is seldom anything else. */
const telling = new Set(['email', 'postcode', 'sort-code', 'bank-account-number', 'phone', 'enum'])

/** From which score on the header is the field's own label. */
const ownName = 0.965

/** Of these kinds no value at all fits: another thing is meant ("Payment" with amounts, "Opened" with yes and no). */
function isContradicted({ type }: FieldEntry, sample: readonly string[]): boolean {
  if (type.kind === 'enum') return type.closed
  if (type.kind === 'boolean' || type.kind === 'date') return true
  return (type.kind === 'integer' || type.kind === 'decimal') && !sample.some((text) => /\d/.test(text))
}

/** Values that fit raise a doubtful name; values that do not fit lower it. A clear name stays: bad values are reported, not hidden. */
function weigh(candidate: Candidate, sample: readonly string[]): Candidate {
  if (candidate.entry === null || candidate.kind === 'path') return candidate
  const share = shareThatFits(candidate.entry, sample)
  if (share === null) return candidate
  if (share === 0 && sample.length >= 2 && isContradicted(candidate.entry, sample) && candidate.score < ownName) return { ...candidate, score: Math.min(candidate.score, 0.6) }
  const strong = candidate.kind === 'name' || candidate.kind === 'composed' || candidate.kind === 'near'
  if (share >= 0.8) {
    const gain = strong ? 0.02 : telling.has(candidate.entry.type.kind) && candidate.kind === 'weak' ? 0.2 : 0.05
    return { ...candidate, score: Math.min(candidate.score + gain, 0.99) }
  }
  if (share >= 0.2 || sample.length < 3) return candidate
  return { ...candidate, score: candidate.score - (strong ? 0.1 : 0.3) }
}

const lesserNames: ReadonlySet<string> = new Set(['legal', 'display', 'trading', 'search', 'registered'])

/** A legal or display name is the customer's where no other column is; a numbered telephone gives way to a mobile. */
function lessen(candidate: Candidate, header: string): Candidate {
  const { field } = candidate.target
  if (candidate.kind === 'path' || candidate.score < 0.85) return candidate
  if (field === customerName && headerWords(header).some((word) => lesserNames.has(word))) return { ...candidate, score: 0.84 }
  return field === 'siteContact.contactAlternativeTelephoneNumber' && /\d/.test(header) ? { ...candidate, score: candidate.score - 0.01 } : candidate
}

/** No name helps: what the values look like is a question, and an answer only where the header says nothing at all. */
function byValues(header: string, sample: readonly string[]): readonly Candidate[] {
  if (sample.length < 3) return []
  const share = (looks: (text: string) => boolean): number => sample.filter(looks).length / sample.length
  const score = isMeaningless(header) ? 0.75 : 0.5
  const shapes = [
    ['siteContact.contactEmailAddress', looksLikeEmail],
    ['site.siteAddress.postcode', looksLikePostcode],
    ['site.siteInvoiceDetails.sortCode', looksLikeSortCode],
  ] as const
  const found = shapes.find(([, looks]) => share(looks) >= 0.9)?.[0] ?? enumOf(sample)
  return found === null ? [] : [{ target: { field: found }, entry: findField(found), kind: 'values', score }]
}

function enumOf(sample: readonly string[]): string | null {
  for (const path of ['customer.customerType', 'site.siteInvoiceDetails.paymentMethod']) {
    const entry = findField(path)
    if (entry !== null && new Set(sample).size > 1 && (shareThatFits(entry, sample) ?? 0) >= 0.95) return path
  }
  return null
}
