import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { RunSummary } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'

const w = words.forget

/** Deletes what is kept of a run that has ended, once the operator has read what goes with it. */
export function ForgetRun({ run }: { readonly run: Pick<RunSummary, 'runId' | 'file'> }) {
  const { wizard, act } = useSession()
  const [isAsking, setAsking] = useState(false)
  const forget = (): void => {
    setAsking(false)
    void act.forget(run)
  }
  return (
    <>
      <Button size="small" look="quiet" isDisabled={wizard.busy !== null} aria-label={w.button(run.file)} icon={<Trash2 className="icon" aria-hidden />} onPress={() => setAsking(true)} />
      <AskFirst title={w.title} isOpen={isAsking} no={w.no} onNo={() => setAsking(false)} yes={w.yes} onYes={forget}>
        <p>{w.text(run.file)}</p>
        <p>{w.server}</p>
      </AskFirst>
    </>
  )
}
