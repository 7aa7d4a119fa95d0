import { Check, ChevronDown, Search } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete, Button, Dialog, DialogTrigger, Input, ListBox, ListBoxItem, Popover, SearchField, Text, useFilter } from 'react-aria-components'
import { SelectBox, type Choice } from './select-box.tsx'

interface ChoiceBoxProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly placeholder: string
  readonly searchLabel: string
  readonly noneText: string
}

/** As many as can be looked over at once; longer lists are searched. */
const shortList = 12

/** One of a list: a plain select while it is short, a search when it is long. */
export function ChoiceBox(props: ChoiceBoxProps) {
  const { label, choices, value, onChange, placeholder } = props
  const [isOpen, setOpen] = useState(false)
  const { contains } = useFilter({ sensitivity: 'base' })
  if (choices.length <= shortList) {
    return <SelectBox label={label} hidesLabel choices={choices} value={value} placeholder={placeholder} onChange={onChange} />
  }
  const chosen = choices.find((choice) => choice.id === value)?.name
  const pick = (id: string): void => {
    setOpen(false)
    onChange(id)
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className={`pick-button${chosen === undefined ? ' is-empty' : ''}`} aria-label={`${label}, ${chosen ?? placeholder}`}>
        <span>{chosen ?? placeholder}</span>
        <ChevronDown className="icon" aria-hidden />
      </Button>
      <Popover className="popover picker is-narrow" placement="bottom start" offset={4}>
        <Dialog className="picker-dialog" aria-label={label}>
          <Autocomplete filter={contains}>
            <SearchField className="picker-search" aria-label={props.searchLabel} autoFocus>
              <Search className="icon" aria-hidden />
              <Input placeholder={props.searchLabel} />
            </SearchField>
            <div className="picker-scroll" tabIndex={0}>
              <ListBox className="picker-list" aria-label={label} items={choices} selectionMode="single" selectedKeys={value === null ? [] : [value]}
                onAction={(key) => pick(String(key))} renderEmptyState={() => <p className="list-empty">{props.noneText}</p>}>
                {(choice) => (
                  <ListBoxItem id={choice.id} textValue={`${choice.name} ${choice.help ?? ''}`} className="list-item">
                    <Check aria-hidden className="icon list-check" />
                    <Text slot="label">{choice.name}</Text>
                    {choice.help === undefined ? null : <Text slot="description" className="list-help">{choice.help}</Text>}
                  </ListBoxItem>
                )}
              </ListBox>
            </div>
          </Autocomplete>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
