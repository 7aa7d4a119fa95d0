import type { Certainty, FieldEntry } from '#core/model/field.ts'
import type { Issue, IssueCode, Severity } from '#core/model/issue.ts'
import { ExactNumber } from '#core/model/json.ts'
import type { Json } from '#core/model/json.ts'
import type { Reference, ReferenceItem } from '#core/model/reference.ts'
import { compareDecimals } from './compare-decimals.ts'
import { isEmail } from './email.ts'
import { oddCharacters } from './odd-characters.ts'

/** What is wrong with one converted value, as its catalogue entry has it; the place is the caller's. */
export interface Finding {
  readonly code: IssueCode
  readonly severity: Severity
  readonly params: Issue['params']
}

const none: readonly Finding[] = []

/** Whether a value of this type can have anything wrong by itself. A text without bounds cannot. */
export function isJudgedAlone(type: FieldEntry['type']): boolean {
  if (type.kind === 'text') return type.max !== undefined || type.pattern === 'P'
  return !unjudged.has(type.kind)
}

// A postcode needs its country; the others are judged while they are converted, or have no rule of their own.
const unjudged: ReadonlySet<FieldEntry['type']['kind']> = new Set(['postcode', 'date', 'boolean', 'country', 'phone', 'enum', 'site-reference'])

/** The rules of a single value. A known bound is an error, an inferred one a warning. */
export function checkValue(entry: FieldEntry, value: Json, reference: Reference): readonly Finding[] {
  const { type } = entry
  switch (type.kind) {
    case 'text':
      if (typeof value !== 'string') return none
      return join(checkLength(value, type.max, type.bounds ?? entry.certainty), type.pattern === 'P' ? checkCharacters(value) : none)
    case 'email':
      if (typeof value !== 'string') return none
      return join(isEmail(value) ? none : [finding('bad-email', 'error')], checkLength(value, type.max, type.bounds))
    case 'sort-code':
      return typeof value === 'string' && !/^\d{6}$/.test(value) ? [finding('odd-sort-code', 'warning', { length: value.length })] : none
    case 'bank-account-number':
      return typeof value === 'string' && !/^\d{8,10}$/.test(value) ? [finding('odd-account-number', 'warning', { length: value.length })] : none
    case 'integer':
      return checkRange(value, entry, type)
    case 'decimal':
      return checkRange(value, entry, { min: type.min, max: type.max, minBound: type.bounds, maxBound: type.bounds })
    case 'reference':
      return checkId(value, type.to, { reference, entry, max: type.max })
    case 'reference-list':
      return Array.isArray(value) ? value.flatMap((id: Json) => checkId(id, type.to, { reference, entry })) : none
    case 'postcode': case 'date': case 'boolean': case 'country': case 'phone': case 'enum': case 'site-reference':
      return none
  }
}

/** Nearly every value has nothing wrong: then no list is made. */
function join(a: readonly Finding[], b: readonly Finding[]): readonly Finding[] {
  if (a.length === 0) return b
  return b.length === 0 ? a : [...a, ...b]
}

function finding(code: IssueCode, severity: Severity, params: Issue['params'] = {}): Finding {
  return { code, severity, params }
}

function severityOf(certainty: Certainty): Severity {
  return certainty === 'known' ? 'error' : 'warning'
}

/** In UTF-16 units, as most servers count. */
function checkLength(value: string, max: number | undefined, certainty: Certainty): readonly Finding[] {
  return max !== undefined && value.length > max ? [finding('too-long', severityOf(certainty), { limit: max, length: value.length })] : none
}

function checkCharacters(value: string): readonly Finding[] {
  const odd = oddCharacters(value)
  return odd.length === 0 ? none : [finding('odd-character', 'warning', { list: odd.join(' '), count: odd.length })]
}

interface Range {
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly minBound?: Certainty | undefined
  readonly maxBound?: Certainty | undefined
}

function checkRange(value: Json, entry: FieldEntry, { min, max, minBound, maxBound }: Range): readonly Finding[] {
  if (!(value instanceof ExactNumber)) return none
  const isLow = min !== undefined && compareDecimals(value.text, min) < 0
  if (!isLow && (max === undefined || compareDecimals(value.text, max) <= 0)) return none
  const params = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
  return [finding('out-of-range', severityOf((isLow ? minBound : maxBound) ?? entry.certainty), params)]
}

/** Lists do not change; each is turned into a set once and goes when the list does. */
const idSets = new WeakMap<readonly ReferenceItem[], ReadonlySet<string>>()

function idsOf(list: readonly ReferenceItem[]): ReadonlySet<string> {
  const known = idSets.get(list) ?? new Set(list.map((item) => item.id))
  idSets.set(list, known)
  return known
}

const int64 = '9223372036854775807'

/** An id of the target's lists. Nothing is checked against a list that could not be read. */
function checkId(value: Json, kind: keyof Reference['lists'], { reference, entry, max = int64 }: { reference: Reference; entry: FieldEntry; max?: string | undefined }): readonly Finding[] {
  if (!(value instanceof ExactNumber)) return none
  const list = reference.lists[kind]
  if (list === undefined) return checkRange(value, entry, { min: '0', max, minBound: 'known', maxBound: 'known' })
  return idsOf(list).has(value.text) ? none : [finding('unknown-reference', 'error', { reference: kind, other: value.text, count: 0 })]
}
