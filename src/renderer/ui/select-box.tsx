import { Check, ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components'

export interface Choice { readonly id: string; readonly name: string; readonly help?: string }

interface SelectBoxProps {
  readonly label: string
  readonly hidesLabel?: boolean
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
}

export function SelectBox({ label, hidesLabel = false, choices, value, onChange, placeholder, isDisabled = false }: SelectBoxProps) {
  return (
    <Select className="field" value={value} onChange={(key) => key !== null && onChange(String(key))} isDisabled={isDisabled}
      {...(placeholder === undefined ? {} : { placeholder })} {...(hidesLabel ? { 'aria-label': label } : {})}>
      {hidesLabel ? null : <Label className="field-label">{label}</Label>}
      <Button className="select-button">
        <SelectValue className="select-value" />
        <ChevronDown aria-hidden className="icon" />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="list-box" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.name} className="list-item">
              <Check aria-hidden className="icon list-check" />
              <Text slot="label">{choice.name}</Text>
              {choice.help === undefined ? null : <Text slot="description" className="list-help">{choice.help}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
