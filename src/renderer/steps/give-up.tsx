import { useState } from 'react'
import { useSession } from '../app/session.ts'
import type { RunSummary } from '../app/views.ts'
import { words } from '../app/wording.ts'
import { AskFirst } from '../ui/ask-first.tsx'
import { Button } from '../ui/button.tsx'

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
      <AskFirst title={w.title} isOpen={isAsking} no={w.no} onNo={() => setAsking(false)} yes={w.yes} onYes={giveUp}>
        <p>{w.text(run.left)}</p>
        {run.open === 0 ? null : <p>{run.resumable ? w.open(run.open) : w.practice}</p>}
      </AskFirst>
    </>
  )
}
