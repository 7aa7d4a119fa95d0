// What is remembered of the operator's own choices for other files, and how it is offered there.
import type { FieldEntry } from '#core/model/field.ts'
import { findField } from '#core/catalogue/index.ts'
import type { Learned, LearnedColumn } from '#core/model/learned.ts'
import type { ColumnMatch, Mapping } from '#core/model/mapping.ts'
import { formatTarget } from '#core/model/mapping.ts'
import type { Reference } from '#core/model/reference.ts'
import { textKey } from '#core/model/text-key.ts'
import type { ValueProposal } from '#core/values/propose-values.ts'
import { hasOwnHeaders } from './header-key.ts'
import { nameOf } from './keep-mapping.ts'

/**
 * Adds what the operator chose in a mapping. Only choices: what the matching found by itself it will find again. Headers that say
 * nothing by themselves are not learned from: empty or doubled ones, letters, and those that mean one thing in one table and another
 * in the next.
 */
export function learnFrom(mapping: Mapping, learned: Learned, reference: Reference): Learned {
  const columns = new Map(learned.columns)
  const values = new Map([...learned.values].map(([field, texts]) => [field, new Map(texts)]))
  const matches = mapping.tables.flatMap((table) => telling(table.columns))
  for (const match of matches) {
    const key = textKey(match.header)
    const isOneThing = matches.every((other) => textKey(other.header) !== key || textOf(other.target) === textOf(match.target))
    if (match.chosen === true && (match.accepted || match.target === null) && isOneThing) setLast(columns, key, again(learned.columns.get(key), match))
    if (match.accepted && match.target !== null) learnValues(match, { field: match.target.field, values, reference })
  }
  return { columns, values }
}

interface ValuesToLearn {
  readonly field: string
  readonly values: Map<string, Map<string, string>>
  readonly reference: Reference
}

function learnValues(match: ColumnMatch, { field, values, reference }: ValuesToLearn): void {
  for (const [text, value] of Object.entries(match.values ?? {})) {
    const name = nameOf(field, value, reference)
    // An id means something on its own target only.
    if (isReference(findField(field)) && /^[\d\s,;]+$/.test(name)) continue
    const texts = values.get(field) ?? new Map<string, string>()
    setLast(texts, textKey(text), name)
    values.set(field, texts)
  }
}

/** The proposals for a column's texts, with those the operator once confirmed for the field in their place. Still to be confirmed. */
export function offerLearned(proposals: readonly ValueProposal[], learned: Learned, field: string): readonly ValueProposal[] {
  const known = learned.values.get(field)
  if (known === undefined) return proposals
  return proposals.map((proposal) => {
    const value = proposal.taken ? undefined : known.get(textKey(proposal.text))
    return value === undefined ? proposal : { ...proposal, proposed: value, confidence: 0.95, reason: 'You chose this before.' }
  })
}

/** The newest stand last: where there are too many, the oldest go. */
function setLast<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key)
  map.set(key, value)
}

function telling(columns: readonly ColumnMatch[]): readonly ColumnMatch[] {
  if (!hasOwnHeaders({ headers: columns.map(({ header }) => header) })) return []
  const counts = new Map<string, number>()
  for (const { header } of columns) counts.set(textKey(header), (counts.get(textKey(header)) ?? 0) + 1)
  return columns.filter(({ header }) => textKey(header) !== '' && counts.get(textKey(header)) === 1)
}

function again(known: LearnedColumn | undefined, { target }: ColumnMatch): LearnedColumn {
  const isSame = known !== undefined && textOf(known.target) === textOf(target)
  return { target, times: isSame ? known.times + 1 : 1 }
}

const textOf = (target: ColumnMatch['target']): string | null => (target === null ? null : formatTarget(target))

function isReference(entry: FieldEntry | null): boolean {
  return entry?.type.kind === 'reference' || entry?.type.kind === 'reference-list'
}
