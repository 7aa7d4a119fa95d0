import { useState } from 'react'
import { useSession } from '../app/session.ts'
import type { RunSummary } from '../app/views.ts'
import { words } from '../app/wording.ts'
import { Button } from '../ui/button.tsx'
import { DialogBox } from '../ui/dialog-box.tsx'

const w = words.giveUp

type Given = Pick<RunSummary, 'runId' | 'file' | 'left' | 'open' | 'resumable'>

/** Gives a run up for good, once the operator has read what that means. */
export function GiveUp({ run, size }: { readonly run: Given; readonly size?: 'small' }) {
  const { wizard, act } = useSession()
  const [isAsking, setAsking] = useState(false)
  const giveUp = (): void => {
    setAsking(false)
    void act.close(run)
  }
  return (
    <>
      <Button look="quiet" {...(size === undefined ? {} : { size })} isDisabled={wizard.busy !== null} aria-label={`${words.choose.giveUp} ${run.file}`} onPress={() => setAsking(true)}>{words.choose.giveUp}</Button>
      <DialogBox title={w.title} role="alertdialog" isOpen={isAsking} onClose={() => setAsking(false)}
        actions={<><Button onPress={() => setAsking(false)}>{w.no}</Button><Button look="danger" onPress={giveUp}>{w.yes}</Button></>}>
        <p>{w.text(run.left)}</p>
        {run.open === 0 ? null : <p>{run.resumable ? w.open(run.open) : w.practice}</p>}
      </DialogBox>
    </>
  )
}
