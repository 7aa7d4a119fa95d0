import { RefreshCw } from 'lucide-react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useSession } from '../../app/session.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { NumberBox } from '../../ui/number-box.tsx'
import type { PlanChoice } from '../../wizard/wizard-state.ts'

const w = words.plan

/** What the operator decides before the dry run. A change makes the dry run outdated: it must be run again. */
export function PlanChoices({ choice, isDone }: { readonly choice: PlanChoice; readonly isDone: boolean }) {
  const { act, wizard } = useSession()
  return (
    <section className="plan-choices" aria-label={w.choices}>
      <RadioGroup className="cards" value={choice.skipExisting ? 'skip' : 'hold'} onChange={(value) => act.changeChoice({ ...choice, skipExisting: value === 'skip' })}>
        <Label className="field-label">{w.existing}</Label>
        <Radio value="hold" className="card-radio"><b>{w.hold}</b><span>{w.holdHelp}</span></Radio>
        <Radio value="skip" className="card-radio"><b>{w.skip}</b><span>{w.skipHelp}</span></Radio>
      </RadioGroup>
      <NumberBox label={w.rate} value={choice.requestsPerSecond} min={1} max={200} onChange={(requestsPerSecond) => { if (requestsPerSecond !== choice.requestsPerSecond) act.changeChoice({ ...choice, requestsPerSecond }) }} />
      <NumberBox label={w.lanes} value={choice.lanes} min={1} max={8} onChange={(lanes) => { if (lanes !== choice.lanes) act.changeChoice({ ...choice, lanes }) }} />
      {isDone ? <Button icon={<RefreshCw className="icon" aria-hidden />} isDisabled={wizard.busy !== null} onPress={() => void act.dryRun()}>{w.again}</Button> : null}
    </section>
  )
}
