import { ChevronDown, Search } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { describeTarget } from '../../app/field-groups.ts'
import { words } from '../../app/wording.ts'
import { FieldList } from './field-list.tsx'

interface FieldPickerProps {
  readonly label: string
  readonly value: string | null
  readonly header: string
  readonly onPick: (target: string) => void
  readonly text?: string
}

/**
 * A field by search. The list exists only while it is open: forty columns with a hundred and fifty fields each, kept ready,
 * would take the page a second to draw.
 */
export function FieldPicker({ label, value, header, onPick, text }: FieldPickerProps) {
  const [isOpen, setOpen] = useState(false)
  const shown = text ?? (value === null ? words.match.pick : describeTarget(value))
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className={`pick-button${value === null ? ' is-empty' : ''}`} aria-label={`${label}, ${shown}`}>
        {text === undefined ? null : <Search className="icon" aria-hidden />}
        <span>{shown}</span>
        <ChevronDown className="icon" aria-hidden />
      </Button>
      <Popover className="popover picker" placement="bottom start" offset={4}>
        <Dialog className="picker-dialog" aria-label={label}>
          <FieldList value={value} header={header} onPick={(target) => { setOpen(false); onPick(target) }} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
