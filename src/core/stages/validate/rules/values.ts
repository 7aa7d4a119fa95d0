import { fieldEntries } from '#core/catalogue/index.ts'
import type { FieldEntry } from '#core/model/field.ts'
import type { Issue } from '#core/model/issue.ts'
import { ExactNumber } from '#core/model/json.ts'
import type { Json } from '#core/model/json.ts'
import { noReference } from '#core/model/reference.ts'
import type { Reference } from '#core/model/reference.ts'
import { checkValue, isJudgedAlone } from '../check-value.ts'
import type { Finding } from '../check-value.ts'
import { found, nothing } from '../rule.ts'
import type { Rule } from '../rule.ts'

/** A field, and what was said last of a number in it: columns repeat their numbers, and the same text is read as the same number. */
interface Judged {
  readonly entry: FieldEntry
  number: Json
  reference: Reference
  said: readonly Finding[]
}

/** By path: most fields have no rule of their own. */
const judged: ReadonlyMap<string, Judged> = new Map(
  fieldEntries.filter(({ type }) => isJudgedAlone(type)).map((entry) => [entry.path, { entry, number: null, reference: noReference, said: [] }]),
)

function judge(field: Judged, value: Json, reference: Reference): readonly Finding[] {
  if (!(value instanceof ExactNumber)) return checkValue(field.entry, value, reference)
  if (value !== field.number || reference !== field.reference) {
    field.said = checkValue(field.entry, value, reference)
    field.number = value
    field.reference = reference
  }
  return field.said
}

/** The rules of single values. A fixed value is checked once for the whole file, not for every customer. */
export const values: Rule = {
  codes: ['too-long', 'out-of-range', 'bad-email', 'odd-character', 'odd-sort-code', 'odd-account-number', 'unknown-reference'],
  check: ({ all }, context) => {
    let issues: Issue[] | null = null
    for (const scope of all) {
      scope.entity.fields.forEach(({ value, place }, field) => {
        const known = judged.get(field)
        if (known === undefined || place === null) return
        for (const finding of judge(known, value, context.reference)) (issues ??= []).push(found(scope, context, { ...finding, field }))
      })
    }
    return issues ?? nothing
  },
}
