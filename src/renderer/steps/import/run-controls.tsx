import { Minus, Pause, Play, Plus } from 'lucide-react'
import { formatRate } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import type { RunProgress } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { nextPace } from './run-share.ts'

const w = words.import
const mostLanes = 8

/** How fast, how many at a time, and pausing: all of it while the import goes on. */
export function RunControls({ progress }: { readonly progress: RunProgress | null }) {
  const { act } = useSession()
  if (progress === null || progress.state === 'stopping') return null
  const { pace } = progress
  const set = (changed: Partial<typeof pace>): void => void act.setPace({ ...pace, ...changed })
  const rate = (direction: 'slower' | 'faster'): number => nextPace(pace.requestsPerSecond, direction)
  return (
    <>
      <Dial label={w.pace} text={w.paceText(formatRate(pace.requestsPerSecond))} less={{ name: w.slower, value: rate('slower') }} more={{ name: w.faster, value: rate('faster') }}
        value={pace.requestsPerSecond} onChange={(requestsPerSecond) => set({ requestsPerSecond })} />
      <Dial label={w.lanes} text={w.lanesText(pace.lanes)} less={{ name: w.fewer, value: Math.max(1, pace.lanes - 1) }} more={{ name: w.more, value: Math.min(mostLanes, pace.lanes + 1) }}
        value={pace.lanes} onChange={(lanes) => set({ lanes })} />
      {progress.state === 'paused'
        ? <Button look="primary" icon={<Play className="icon" aria-hidden />} onPress={() => void act.goOn()}>{w.goOn}</Button>
        : <Button icon={<Pause className="icon" aria-hidden />} onPress={() => void act.pause()}>{w.pause}</Button>}
    </>
  )
}

interface DialProps {
  readonly label: string
  readonly text: string
  readonly value: number
  readonly less: { readonly name: string; readonly value: number }
  readonly more: { readonly name: string; readonly value: number }
  readonly onChange: (value: number) => void
}

function Dial({ label, text, value, less, more, onChange }: DialProps) {
  return (
    <span className="pace" role="group" aria-label={label}>
      <Button size="small" icon={<Minus className="icon" aria-hidden />} aria-label={less.name} isDisabled={less.value === value} onPress={() => onChange(less.value)} />
      <span className="pace-now" role="status">{text}</span>
      <Button size="small" icon={<Plus className="icon" aria-hidden />} aria-label={more.name} isDisabled={more.value === value} onPress={() => onChange(more.value)} />
    </span>
  )
}
