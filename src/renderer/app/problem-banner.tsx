import { CircleAlert, X } from 'lucide-react'
import type { Failure } from '#core/model/result.ts'
import { Button } from '../ui/button.tsx'
import { useSession } from './session.ts'
import { words } from './wording.ts'

/** A failure: what, where and what to do, in the engine's own words. Stays until dismissed or until the next thing is tried. */
export function ProblemBanner({ problem }: { readonly problem: Failure }) {
  const { act } = useSession()
  return (
    <div className="banner is-error" role="alert">
      <CircleAlert className="icon" aria-hidden />
      <p><b>{words.failureTitle}.</b> {problem.message}</p>
      <Button look="quiet" size="small" icon={<X className="icon" aria-hidden />} aria-label={words.dismiss} onPress={act.dismissProblem} />
    </div>
  )
}
