import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly size?: 'small'
  readonly icon?: ReactNode
  /** The picture stands behind the text: buttons that lead on. */
  readonly iconAtEnd?: boolean
  readonly children?: ReactNode
}

export function Button({ look = 'plain', size, icon, iconAtEnd = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button is-${look}${size === 'small' ? ' is-small' : ''}${children === undefined ? ' is-icon' : ''}`}>
      {iconAtEnd ? null : icon}
      {children === undefined ? null : <span>{children}</span>}
      {iconAtEnd ? icon : null}
    </AriaButton>
  )
}
