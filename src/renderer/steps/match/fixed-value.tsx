import { useState } from 'react'
import { findField } from '#core/catalogue/index.ts'
import type { FieldType } from '#core/model/field.ts'
import { useReference } from '../../app/use-reference.ts'
import { words } from '../../app/wording.ts'
import { ChoiceBox } from '../../ui/choice-box.tsx'
import type { Choice } from '../../ui/select-box.tsx'
import { TextBox } from '../../ui/text-box.tsx'
import { countryChoices } from './country-choices.ts'

interface FixedValueProps {
  readonly field: string
  readonly value: string
  readonly onSet: (text: string | null) => void
}

/** The right control for a field's type: a list where the values are known, a date, or plain text. */
export function FixedValue({ field, value, onSet }: FixedValueProps) {
  const entry = findField(field)
  const type: FieldType = entry?.type ?? { kind: 'text' }
  const reference = useReference(type.kind === 'reference' ? type.to : null)
  const label = entry?.label ?? field
  const choices = choicesOf(type, reference.items)
  if (choices !== null) {
    return <ChoiceBox label={label} choices={choices} value={value === '' ? null : value} placeholder={words.match.chooseValue} onChange={onSet} searchLabel={words.match.reference.search} noneText={words.match.values.none} />
  }
  return <TypedValue label={label} value={value} onSet={onSet} isDate={type.kind === 'date'} help={type.kind === 'reference' ? words.match.idHint : entry?.help ?? ''} />
}

interface TypedValueProps {
  readonly label: string
  readonly value: string
  readonly onSet: (text: string | null) => void
  readonly isDate: boolean
  readonly help: string
}

// Told on leaving the box or on Enter, not on every letter: each telling checks the mapping again.
function TypedValue({ label, value, onSet, isDate, help }: TypedValueProps) {
  const [text, setText] = useState(value)
  const [told, setTold] = useState(value)
  if (told !== value) {
    setTold(value)
    setText(value)
  }
  const commit = (): void => {
    if (text.trim() !== value) onSet(text.trim() === '' ? null : text.trim())
  }
  return <TextBox label={label} hidesLabel type={isDate ? 'date' : 'text'} value={text} onChange={setText} onBlur={commit} onEnter={commit} help={help} />
}

function choicesOf(type: FieldType, items: readonly { readonly id: string; readonly name: string }[]): readonly Choice[] | null {
  if (type.kind === 'reference') return items.length === 0 ? null : items.map((item) => ({ id: item.id, name: item.name, help: item.id }))
  if (type.kind === 'enum') return type.values.map(({ value }) => ({ id: value, name: value }))
  if (type.kind === 'boolean') return [{ id: 'yes', name: 'Yes' }, { id: 'no', name: 'No' }]
  return type.kind === 'country' ? countryChoices : null
}
