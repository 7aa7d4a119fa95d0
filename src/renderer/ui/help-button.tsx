import { CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'

interface HelpButtonProps {
  readonly label: string
  readonly title: string
  readonly children: ReactNode
}

/** A question mark beside something. Its text stands in a small dialog, which keyboards and screen readers reach and leave as any other. */
export function HelpButton({ label, title, children }: HelpButtonProps) {
  return (
    <DialogTrigger>
      <Button className="help-button" aria-label={label}><CircleHelp className="icon" aria-hidden /></Button>
      <Popover className="popover help" placement="bottom end" offset={4}>
        <Dialog className="help-dialog">
          <Heading slot="title" className="help-title">{title}</Heading>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
