import { ArrowLeft } from 'lucide-react'
import { useSession } from '../app/session.ts'
import { words } from '../app/wording.ts'
import { Button } from '../ui/button.tsx'
import { previousStep } from '../wizard/go-back.ts'

/** To the step before; from the first step of a file, back to choosing one. */
export function BackButton() {
  const { wizard, act } = useSession()
  const to = previousStep(wizard.step)
  return (
    <Button icon={<ArrowLeft className="icon" aria-hidden />} isDisabled={wizard.busy !== null} onPress={() => (to === null ? act.startOver() : act.goBack(to))}>
      {words.back}
    </Button>
  )
}
