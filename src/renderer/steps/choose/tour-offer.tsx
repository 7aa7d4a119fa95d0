import { Route } from 'lucide-react'
import { useComfort } from '../../app/comfort.ts'
import { useSession } from '../../app/session.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'

const w = words.tour

/** Once, until it is taken or declined; afterwards it is in the help menu. */
export function TourOffer({ isBusy }: { readonly isBusy: boolean }) {
  const { act } = useSession()
  const { settings, change, startTour } = useComfort()
  if (settings.tour === 'seen') return null
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
