import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { RunSummary } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { DialogBox } from '../../ui/dialog-box.tsx'

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
      <DialogBox title={w.title} role="alertdialog" isOpen={isAsking} onClose={() => setAsking(false)}
        actions={<><Button onPress={() => setAsking(false)}>{w.no}</Button><Button look="danger" onPress={forget}>{w.yes}</Button></>}>
        <p>{w.text(run.file)}</p>
        <p>{w.server}</p>
      </DialogBox>
    </>
  )
}
