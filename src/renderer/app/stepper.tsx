import { Check } from 'lucide-react'
import { Button } from 'react-aria-components'
import { reachableSteps } from '../wizard/go-back.ts'
import { stepNames } from '../wizard/wizard-state.ts'
import { useSession } from './session.ts'
import { words } from './wording.ts'

/** Where one is in the seven steps. Earlier steps of the same file are buttons that lead back. */
export function Stepper() {
  const { wizard, act } = useSession()
  const here = stepNames.indexOf(wizard.step.kind)
  const reachable = reachableSteps(wizard.step)
  return (
    <nav className="stepper" aria-label="Steps">
      <ol>
        {stepNames.map((name, index) => {
          const state = index < here ? 'done' : index === here ? 'here' : 'ahead'
          const inside = <><span className="step-number" aria-hidden>{state === 'done' ? <Check className="icon" /> : index + 1}</span><span>{words.steps[name]}</span></>
          return (
            <li key={name} className={`step is-${state}`} aria-current={state === 'here' ? 'step' : undefined}>
              {reachable.includes(name)
                ? <Button className="step-inside" isDisabled={wizard.busy !== null} onPress={() => act.goBack(name)}>{inside}</Button>
                : <span className="step-inside">{inside}</span>}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
