import { Minus, Plus } from 'lucide-react'
import { Button, Group, Input, Label, NumberField } from 'react-aria-components'

interface NumberBoxProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly onChange: (value: number) => void
}

export function NumberBox({ label, value, min, max, step = 1, onChange }: NumberBoxProps) {
  return (
    <NumberField className="field" value={value} minValue={min} maxValue={max} step={step} onChange={(next) => { if (!Number.isNaN(next)) onChange(next) }}>
      <Label className="field-label">{label}</Label>
      <Group className="number-group">
        <Button slot="decrement" className="number-step"><Minus aria-hidden className="icon" /></Button>
        <Input className="number-input" />
        <Button slot="increment" className="number-step"><Plus aria-hidden className="icon" /></Button>
      </Group>
    </NumberField>
  )
}
