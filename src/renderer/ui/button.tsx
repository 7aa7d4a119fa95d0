import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly size?: 'small'
  readonly icon?: ReactNode
  readonly children?: ReactNode
}

export function Button({ look = 'plain', size, icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button is-${look}${size === 'small' ? ' is-small' : ''}${children === undefined ? ' is-icon' : ''}`}>
      {icon}
      {children === undefined ? null : <span>{children}</span>}
    </AriaButton>
  )
}
