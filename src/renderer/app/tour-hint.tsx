import { Route } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { stepNames } from '../wizard/wizard-state.ts'
import { useComfort } from './comfort.ts'
import { useSession } from './session.ts'
import { words } from './wording.ts'

const w = words.tour

/** One hint for each step, in a line of its own above the page: it covers nothing and waits for nothing. */
export function TourHint() {
  const { wizard } = useSession()
  const { isTourOn, leaveTour } = useComfort()
  if (!isTourOn) return null
  const { kind } = wizard.step
  const isLive = kind === 'plan' && wizard.target?.kind === 'live'
  return (
    <section className="banner is-tour" aria-label={w.title}>
      <Route className="icon" aria-hidden />
      <p role="status"><b>{w.step(stepNames.indexOf(kind) + 1)}.</b> {isLive ? w.live : w.hints[kind]}</p>
      <Button size="small" onPress={leaveTour}>{kind === 'report' ? w.done : w.leave}</Button>
    </section>
  )
}
