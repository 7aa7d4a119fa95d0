import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components'

interface CheckBoxProps {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
  readonly children: ReactNode
}

export function CheckBox({ isSelected, onChange, isDisabled = false, children }: CheckBoxProps) {
  return (
    <Checkbox className="check-box" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <span className="check-mark" aria-hidden><Check className="icon" /></span>
      <span>{children}</span>
    </Checkbox>
  )
}
