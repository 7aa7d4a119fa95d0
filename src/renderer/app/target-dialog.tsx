import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { Button } from '../ui/button.tsx'
import { CheckBox } from '../ui/check-box.tsx'
import { DialogBox } from '../ui/dialog-box.tsx'
import { TextBox } from '../ui/text-box.tsx'
import { useSession } from './session.ts'
import { words } from './wording.ts'

const w = words.target

/** Practice or live. The password is forgotten by the page as soon as it has been handed over, whatever the answer. */
export function TargetDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { wizard, act } = useSession()
  const [kind, setKind] = useState<'practice' | 'live' | null>(null)
  const [difficult, setDifficult] = useState<boolean | null>(null)
  const [baseUrl, setBaseUrl] = useState('')
  const [brand, setBrand] = useState('')
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const chosen = kind ?? wizard.target?.kind ?? 'practice'
  const isDifficult = difficult ?? wizard.target?.difficult ?? false
  const isComplete = chosen === 'practice' || [baseUrl, brand, username, password].every((text) => text.trim() !== '')
  const isBusy = wizard.busy === 'connecting'

  const close = (): void => {
    setPassword('')
    setKind(null)
    setDifficult(null)
    onClose()
  }
  const connect = async (): Promise<void> => {
    if (!isComplete || isBusy) return
    const secret = password
    setPassword('')
    const isConnected = await act.connect(chosen === 'practice' ? { kind: 'practice', difficult: isDifficult } : { kind: 'live', baseUrl: baseUrl.trim(), brand: brand.trim(), username: username.trim(), password: secret })
    if (isConnected) close()
  }
  const enter = (): void => void connect()
  return (
    <DialogBox title={w.title} isOpen={isOpen} onClose={close}
      actions={<>
        <Button onPress={close}>{words.cancel}</Button>
        <Button look="primary" isDisabled={!isComplete || isBusy} onPress={enter}>{chosen === 'practice' ? w.usePractice : w.connect}</Button>
      </>}>
      <RadioGroup className="cards" value={chosen} onChange={(value) => setKind(value === 'live' ? 'live' : 'practice')}>
        <Label className="field-label">{w.kind}</Label>
        <div className="cards-row">
          <Radio value="practice" className="card-radio"><b>{w.practice}</b><span>{w.practiceHelp}</span></Radio>
          <Radio value="live" className="card-radio"><b>{w.live}</b><span>{w.liveHelp}</span></Radio>
        </div>
      </RadioGroup>
      {chosen === 'live'
        ? <div className="form">
            <TextBox label={w.address} type="url" placeholder={w.addressHint} value={baseUrl} onChange={setBaseUrl} onEnter={enter} isMono />
            <TextBox label={w.brand} value={brand} onChange={setBrand} onEnter={enter} />
            <TextBox label={w.user} value={username} onChange={setUsername} onEnter={enter} />
            <TextBox label={w.password} type="password" help={w.passwordHelp} value={password} onChange={setPassword} onEnter={enter} />
          </div>
        : <CheckBox isSelected={isDifficult} onChange={setDifficult}><b>{w.difficult}</b><span className="check-help">{w.difficultHelp}</span></CheckBox>}
      {wizard.problem === null ? null : <p className="form-problem" role="alert">{wizard.problem.message}</p>}
    </DialogBox>
  )
}
