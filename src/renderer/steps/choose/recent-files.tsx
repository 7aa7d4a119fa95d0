import { FileSpreadsheet } from 'lucide-react'
import { useComfort } from '../../app/comfort.ts'
import { formatAge } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import { useNow } from '../../app/use-now.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'

const w = words.recent

/** Files that were opened before, by name: the page does not know where they are. */
export function RecentFiles({ isBusy }: { readonly isBusy: boolean }) {
  const { act } = useSession()
  const { recent, clearRecent } = useComfort()
  const nowMs = useNow()
  if (recent.length === 0) return null
  return (
    <section className="recent" aria-label={w.title}>
      <div className="recent-head"><h2>{w.title}</h2><Button look="quiet" size="small" onPress={clearRecent}>{w.clear}</Button></div>
      <ul>
        {recent.map(({ id, name, openedAt, isThere }) => (
          <li key={id}>
            <Button look="quiet" isDisabled={isBusy || !isThere} icon={<FileSpreadsheet className="icon" aria-hidden />} onPress={() => void act.openRecent(id)}>{name}</Button>
            <span className="faint">{isThere ? w.opened(formatAge(openedAt, nowMs)) : w.gone}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
