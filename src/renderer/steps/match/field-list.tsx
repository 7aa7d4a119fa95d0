import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Autocomplete, Collection, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField, Text } from 'react-aria-components'
import { parseTarget } from '#core/model/mapping.ts'
import { useReference } from '../../app/use-reference.ts'
import { words } from '../../app/wording.ts'
import { SelectBox } from '../../ui/select-box.tsx'
import { filterGroups, pickerGroups, withIndex } from './picker-items.ts'

const w = words.match
const copies = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

interface FieldListProps {
  readonly value: string | null
  readonly header: string
  readonly onPick: (target: string) => void
}

/** The open list of the picker: search on top, fields by group, and which site or contact of the row is meant. */
export function FieldList({ value, header, onPick }: FieldListProps) {
  const definitions = useReference('custom-field-definitions')
  const now = value === null ? null : parseTarget(value)
  const [typed, setTyped] = useState('')
  const [copy, setCopy] = useState(now?.index ?? 0)
  const all = useMemo(() => pickerGroups(definitions.items, header), [definitions.items, header])
  const groups = filterGroups(all, typed)
  const selected = value === null ? [] : [withIndex(value, 0)]
  return (
    <>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField className="picker-search" aria-label={w.search} autoFocus>
          <Search className="icon" aria-hidden />
          <Input placeholder={w.search} />
        </SearchField>
        {/* Chromium makes every scrolling box a tab stop; said here so that it is one everywhere. */}
        <div className="picker-scroll" tabIndex={0}>
        <ListBox className="picker-list" aria-label={w.field} items={groups} selectionMode="single" selectedKeys={selected} disallowEmptySelection={selected.length > 0}
          onAction={(key) => onPick(withIndex(String(key), String(key).startsWith('customer.') ? 0 : copy))} renderEmptyState={() => <p className="list-empty">{w.noField}</p>}>
          {(group) => (
            <ListBoxSection id={group.name} className="list-section">
              <Header className="list-header">{words.levels[group.name]}</Header>
              <Collection items={group.items}>
                {(item) => (
                  <ListBoxItem id={item.id} textValue={item.label} className="list-item is-field">
                    <Text slot="label">{item.label}{item.isRequired ? <span className="needed"> required</span> : null}</Text>
                    <Text slot="description" className="list-help">{item.help}</Text>
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
        </div>
      </Autocomplete>
      <div className="picker-foot">
        <SelectBox label={w.which} value={String(copy)} onChange={(id) => setCopy(Number(id))} choices={copies.map((index) => ({ id: String(index), name: index === 0 ? w.only : `no. ${index}` }))} />
      </div>
    </>
  )
}
