import { Input, Label, Text, TextField } from 'react-aria-components'

interface TextBoxProps {
  readonly label: string
  readonly hidesLabel?: boolean
  readonly value: string
  readonly onChange: (text: string) => void
  readonly help?: string
  readonly type?: 'text' | 'password' | 'date' | 'url'
  readonly placeholder?: string
  readonly isRequired?: boolean
  readonly onEnter?: () => void
  readonly onBlur?: () => void
  readonly isMono?: boolean
}

export function TextBox(props: TextBoxProps) {
  const { label, hidesLabel = false, value, onChange, help, type = 'text', placeholder, onEnter } = props
  return (
    <TextField className="field" value={value} onChange={onChange} type={type === 'date' ? 'text' : type} isRequired={props.isRequired ?? false} validationBehavior="aria"
      {...(hidesLabel ? { 'aria-label': label } : {})} {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}>
      {hidesLabel ? null : <Label className="field-label">{label}</Label>}
      <Input className={`text-input${props.isMono === true ? ' is-mono' : ''}`} {...(placeholder === undefined ? {} : { placeholder })} {...(type === 'date' ? { type: 'date', max: '9999-12-31' } : {})}
        autoComplete="off" spellCheck={false} onKeyDown={(event) => { if (event.key === 'Enter') onEnter?.() }} />
      {help === undefined ? null : <Text slot="description" className="field-help">{help}</Text>}
    </TextField>
  )
}
