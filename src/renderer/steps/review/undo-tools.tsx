import { History, Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { ReviewView, SourceId } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { backToGrid } from '../../ui/grid/back-to-grid.ts'
import { useWindowKey } from '../../ui/use-window-key.ts'
import { HistoryDialog } from './history-dialog.tsx'

const w = words.mend

interface UndoToolsProps {
  readonly sourceId: SourceId
  readonly review: Pick<ReviewView, 'undo' | 'redo' | 'counts'>
}

/** Back, forth, and the list of all that was done. By keyboard from anywhere but a text box, which has an undo of its own. */
export function UndoTools({ sourceId, review: { undo, redo, counts } }: UndoToolsProps) {
  const { act } = useSession()
  const [isListed, setListed] = useState(false)
  useWindowKey((event) => {
    const key = event.key.toLowerCase()
    if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return false
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, [role="dialog"]') !== null) return false
    if (key === 'y' || event.shiftKey) void act.redo()
    else void act.undo()
    return true
  })
  const go = (act: () => Promise<unknown>): void => {
    backToGrid()
    void act()
  }
  return (
    <div className="undo-tools">
      <Button size="small" look="quiet" isDisabled={undo === null} aria-label={undo === null ? w.undo : w.undoOf(undo)} onPress={() => go(act.undo)} icon={<Undo2 className="icon" aria-hidden />}>{w.undo}</Button>
      <Button size="small" look="quiet" isDisabled={redo === null} aria-label={redo === null ? w.redo : w.redoOf(redo)} onPress={() => go(act.redo)} icon={<Redo2 className="icon" aria-hidden />}>{w.redo}</Button>
      <Button size="small" look="quiet" onPress={() => setListed(true)} icon={<History className="icon" aria-hidden />}>{w.history}</Button>
      <span className="sr-only" role="status">{w.undone(counts.errors, counts.warnings)}</span>
      {isListed ? <HistoryDialog sourceId={sourceId} onClose={() => setListed(false)} /> : null}
    </div>
  )
}
