import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

interface DialogBoxProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly role?: 'dialog' | 'alertdialog'
  readonly width?: 'wide'
  readonly children: ReactNode
  readonly actions: ReactNode
}

export function DialogBox({ title, isOpen, onClose, role = 'dialog', width, children, actions }: DialogBoxProps) {
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose() }} isDismissable={role === 'dialog'}>
      <Modal className={`modal${width === 'wide' ? ' is-wide' : ''}`}>
        <Dialog className="dialog" role={role}>
          <Heading slot="title" className="dialog-title">{title}</Heading>
          <div className="dialog-body">{children}</div>
          <div className="dialog-actions">{actions}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
