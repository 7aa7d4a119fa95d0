import { useEffect, useState } from 'react'
import { formatWhen } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import type { HistoryView, SourceId } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { DialogBox } from '../../ui/dialog-box.tsx'

const w = words.mend

interface HistoryDialogProps {
  readonly sourceId: SourceId
  readonly onClose: () => void
}

/** Every step that was ever made, the latest first, and at the bottom the file itself. Each can be gone to. */
export function HistoryDialog({ sourceId, onClose }: HistoryDialogProps) {
  const { client, act, wizard: { version } } = useSession()
  const [history, setHistory] = useState<HistoryView | null>(null)
  useEffect(() => {
    let isWanted = true
    void client.mend.history({ sourceId }).then((answer) => { if (isWanted && answer.ok) setHistory(answer.value) })
    return () => { isWanted = false }
  }, [client, sourceId, version])
  const lines = history?.lines ?? []
  const isAtFile = lines.every(({ state }) => state !== 'current')
  return (
    <DialogBox title={w.history} isOpen onClose={onClose} width="wide" actions={<Button onPress={onClose}>{words.close}</Button>}>
      <p>{w.historyLead}</p>
      {history !== null && !history.isKept ? <p className="mend-warning">{w.notKept}</p> : null}
      <ol className="history" reversed>
        {lines.toReversed().map(({ id, at, label, about, state }) => (
          <li key={id} className={`history-line is-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="history-text"><b>{label}</b>{about === '' ? null : <span className="faint">{about}</span>}</span>
            <span className="faint">{state === 'aside' ? `${w.aside} · ` : ''}{formatWhen(at)}</span>
            {state === 'current' ? <span className="history-here">{w.here}</span>
              : <Button size="small" aria-label={w.goTo(label)} onPress={() => void act.goToStep(id)}>{w.goHere}</Button>}
          </li>
        ))}
        <li className={`history-line ${isAtFile ? 'is-current' : 'is-done'}`} aria-current={isAtFile ? 'step' : undefined}>
          <span className="history-text"><b>{w.file}</b><span className="faint">{w.fileAbout}</span></span>
          {isAtFile ? <span className="history-here">{w.here}</span> : <Button size="small" aria-label={w.fileAbout} onPress={() => void act.goToStep(0)}>{w.goHere}</Button>}
        </li>
      </ol>
    </DialogBox>
  )
}
