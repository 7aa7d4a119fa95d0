// What a text of a field may become, and how people spell it.
import type { FieldEntry, ReferenceKind } from '#core/model/field.ts'
import type { Reference } from '#core/model/reference.ts'
import { noWords, yesWords } from './boolean.ts'
import { countries } from './country.ts'
import { fitsField } from './reference.ts'

/** One thing a value may become, for a list to choose from. */
export interface ValueChoice {
  readonly value: string
  readonly label: string
}

export interface SpelledChoice extends ValueChoice {
  readonly spellings: readonly string[]
}

const yesNo: readonly SpelledChoice[] = [
  { value: 'yes', label: 'Yes', spellings: [...yesWords, 'enabled', 'active', 'allowed', 'agreed', 'accepted', 'opted in', 'required', 'receives'] },
  { value: 'no', label: 'No', spellings: [...noWords, 'disabled', 'inactive', 'not allowed', 'refused', 'declined', 'opted out', 'not required', 'never'] },
]

const countryChoices: readonly SpelledChoice[] = countries.map(({ code, alpha3, names }) => ({ value: code, label: `${names[0] ?? code} (${code})`, spellings: [...names, alpha3] }))

/** With their spellings; null for a field that has no list, or whose list was not read. */
export function spelledChoices(entry: FieldEntry, reference: Reference): readonly SpelledChoice[] | null {
  const { type } = entry
  switch (type.kind) {
    case 'boolean':
      return yesNo
    case 'country':
      return countryChoices
    case 'enum':
      return type.values.map(({ value, aliases }) => ({ value, label: value, spellings: [value, ...aliases] }))
    case 'reference':
    case 'reference-list':
      return referenceChoices(type.to, reference)
    case 'text': case 'email': case 'date': case 'postcode': case 'sort-code': case 'bank-account-number': case 'phone': case 'integer': case 'decimal': case 'site-reference':
      return null
  }
}

function referenceChoices(kind: ReferenceKind, reference: Reference): readonly SpelledChoice[] | null {
  return reference.lists[kind]?.filter(fitsField).map(({ id, name }) => ({ value: id, label: `${name} (${id})`, spellings: [name] })) ?? null
}
