import { Minus, Pause, Play, Plus } from 'lucide-react'
import { formatRate } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import type { RunProgress } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import type { RunFacts } from '../../wizard/wizard-state.ts'
import { nextPace } from './run-share.ts'

const w = words.import

export function RunControls({ run, progress }: { readonly run: RunFacts; readonly progress: RunProgress | null }) {
  const { act } = useSession()
  const { pace } = run
  const slower = nextPace(pace.requestsPerSecond, 'slower')
  const faster = nextPace(pace.requestsPerSecond, 'faster')
  const set = (requestsPerSecond: number): void => void act.setPace({ ...pace, requestsPerSecond })
  return (
    <>
      <span className="pace" role="group" aria-label={w.pace}>
        <Button size="small" icon={<Minus className="icon" aria-hidden />} isDisabled={slower === pace.requestsPerSecond} onPress={() => set(slower)}>{w.slower}</Button>
        <span className="pace-now" role="status">{w.paceText(formatRate(pace.requestsPerSecond))}</span>
        <Button size="small" icon={<Plus className="icon" aria-hidden />} isDisabled={faster === pace.requestsPerSecond} onPress={() => set(faster)}>{w.faster}</Button>
      </span>
      {progress?.state === 'paused'
        ? <Button look="primary" icon={<Play className="icon" aria-hidden />} onPress={() => void act.goOn()}>{w.goOn}</Button>
        : <Button icon={<Pause className="icon" aria-hidden />} isDisabled={progress === null} onPress={() => void act.pause()}>{w.pause}</Button>}
    </>
  )
}
