import type { FieldType } from '#core/model/field.ts'
import { bareText, broken, converted } from './converted.ts'
import type { Converted } from './converted.ts'

type EnumType = Extract<FieldType, { kind: 'enum' }>

/** Every spelling of a list without case, spaces and punctuation, to its value. */
export function spellingsOf(type: EnumType): ReadonlyMap<string, string> {
  return new Map(type.values.flatMap(({ value, aliases }) => [...aliases, value].map((spelling) => [bareText(spelling), value] as const)))
}

/**
 * The list's own value for what the cell says. Outside the list: broken where the list is closed; otherwise sent as it
 * stands, with a warning.
 */
export function enumConverter(type: EnumType): (text: string) => Converted {
  const spellings = spellingsOf(type)
  const params = { list: type.values.map(({ value }) => value).join(', ') }
  return (text) => {
    const value = spellings.get(bareText(text))
    if (value !== undefined) return converted(value)
    return type.closed ? broken('not-in-list', params) : { kind: 'value', value: text.trim(), remark: { code: 'not-in-list', params } }
  }
}
