// Header and values together: how well each column fits each field it may mean.
import type { ColumnProfile } from '#core/model/column-profile.ts'
import { findField } from '#core/catalogue/index.ts'
import type { Reference } from '#core/model/reference.ts'
import { profileOf } from '#core/values/profile-table.ts'
import type { Candidate, ColumnChoices } from './candidate.ts'
import { candidatesOf, isMeaningless } from './header-candidates.ts'
import type { LevelHint } from './header-candidates.ts'
import { headerWords } from './header-words.ts'
import { looksLikeEmail, looksLikePostcode, looksLikeSortCode, shareThatFits } from './value-shape.ts'

interface Context {
  readonly hint: LevelHint
  readonly reference: Reference
}

export interface NamedColumns {
  readonly headers: readonly string[]
  readonly profiles: readonly ColumnProfile[]
}

export function scoreCandidates({ headers, profiles }: NamedColumns, { hint, reference }: Context): readonly ColumnChoices[] {
  const columns = headers.map((header, column) => {
    const sample = profileOf(profiles, column).samples
    const named = [...definedFields(header, reference), ...candidatesOf(header, hint)].map((candidate) => weigh(candidate, sample))
    const candidates = named.length > 0 ? named : byValues(header, sample)
    return { column, header, sample, candidates: candidates.toSorted((left, right) => right.score - left.score) }
  })
  return promoteOnlyNames(columns)
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

/** Values that fit raise a doubtful name; values that do not fit lower it. A clear name stays: bad values are reported, not hidden. */
function weigh(candidate: Candidate, sample: readonly string[]): Candidate {
  if (candidate.entry === null || candidate.kind === 'path') return candidate
  const share = shareThatFits(candidate.entry, sample)
  if (share === null) return candidate
  const strong = candidate.kind === 'name' || candidate.kind === 'near'
  if (share >= 0.8) {
    const gain = strong ? 0.02 : telling.has(candidate.entry.type.kind) && candidate.kind === 'weak' ? 0.2 : 0.05
    return { ...candidate, score: Math.min(candidate.score + gain, 0.99) }
  }
  if (share >= 0.2 || sample.length < 3) return candidate
  return { ...candidate, score: candidate.score - (strong ? 0.1 : 0.3) }
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

/** "Name" is a part of "Customer name": where no other column names that required field, it is taken. */
function promoteOnlyNames(columns: readonly ColumnChoices[]): readonly ColumnChoices[] {
  const named = new Set(columns.flatMap(({ candidates }) => candidates.filter(({ kind }) => kind !== 'weak' && kind !== 'inside').map(({ target }) => target.field)))
  const promote = (candidate: Candidate, header: string): Candidate => {
    const { entry, kind, score } = candidate
    if (kind !== 'weak' || score < 0.6 || entry === null || entry.required !== 'always' || named.has(entry.path)) return candidate
    const label = new Set(headerWords(entry.label))
    return headerWords(header).every((word) => label.has(word)) ? { ...candidate, score: Math.max(score, 0.72) } : candidate
  }
  return columns.map((column) => ({
    ...column,
    candidates: column.candidates.map((candidate) => promote(candidate, column.header)).toSorted((left, right) => right.score - left.score),
  }))
}
