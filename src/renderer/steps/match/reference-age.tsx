import { RefreshCw } from 'lucide-react'
import { formatAge } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import { useNow } from '../../app/use-now.ts'
import { useReference } from '../../app/use-reference.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'

const w = words.match.reference

/** How old the lists are that ids and names are chosen from, and the way to read them again. */
export function ReferenceAge() {
  const { act, wizard } = useSession()
  const now = useNow()
  const { readAt } = useReference('contract-owners')
  return (
    <div className="reference-age">
      <span className="faint">{readAt === null ? w.never : w.age(formatAge(readAt, Math.max(now, Date.parse(readAt))))}</span>
      <Button size="small" look="quiet" isDisabled={wizard.busy !== null || wizard.target === null} icon={<RefreshCw className="icon" aria-hidden />} onPress={() => void act.refreshReference()}>{w.refresh}</Button>
    </div>
  )
}
