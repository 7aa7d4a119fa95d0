import { Route } from 'lucide-react'
import { useEffect } from 'react'
import { useComfort } from '../../app/comfort.ts'
import { useSession } from '../../app/session.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import type { KnownRuns } from './use-runs.ts'

const w = words.tour

/** To those who have not imported here yet, until it is taken or declined; afterwards it is in the help menu. */
export function TourOffer({ isBusy, known }: { readonly isBusy: boolean; readonly known: KnownRuns }) {
  const { act } = useSession()
  const { settings, change, startTour } = useComfort()
  const isNew = settings.tour !== 'seen'
  const hasImported = known.damaged.some(({ hasEnded }) => hasEnded) || known.runs?.some(({ state }) => state === 'finished') === true
  // Kept beyond the runs themselves, which can be deleted.
  useEffect(() => {
    if (isNew && hasImported) change({ tour: 'seen' })
  }, [isNew, hasImported, change])
  // While it is not known, it would be taken away again from under the pointer.
  if (!isNew || hasImported || known.runs === null) return null
  const start = (): void => {
    startTour()
    void act.openExample('broken')
  }
  return (
    <section className="offer" aria-label={w.offer}>
      <Route className="icon" aria-hidden />
      <p><b>{w.offer}</b> {w.offerText}</p>
      <Button isDisabled={isBusy} onPress={start}>{words.help.tour}</Button>
      <Button look="quiet" onPress={() => change({ tour: 'seen' })}>{w.decline}</Button>
    </section>
  )
}
