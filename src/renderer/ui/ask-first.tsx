import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { DialogBox } from './dialog-box.tsx'

interface AskFirstProps {
  readonly title: string
  readonly isOpen: boolean
  readonly no: string
  readonly onNo: () => void
  readonly yes: string
  readonly onYes: () => void
  /** Nothing that cannot be had again is lost by it. */
  readonly isHarmless?: boolean
  readonly children: ReactNode
}

/** Before something is done: what it means, and the two ways on. */
export function AskFirst({ title, isOpen, no, onNo, yes, onYes, isHarmless = false, children }: AskFirstProps) {
  return (
    <DialogBox title={title} role="alertdialog" isOpen={isOpen} onClose={onNo}
      actions={<><Button onPress={onNo}>{no}</Button><Button look={isHarmless ? 'primary' : 'danger'} onPress={onYes}>{yes}</Button></>}>
      {children}
    </DialogBox>
  )
}
