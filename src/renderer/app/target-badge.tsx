import { FlaskConical, PlugZap, RadioTower } from 'lucide-react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import { useSession } from './session.ts'
import { words } from './wording.ts'

/** Always in sight: does an import leave this computer or not. */
export function TargetBadge({ onPress }: { readonly onPress: () => void }) {
  const { wizard } = useSession()
  const { target, step } = wizard
  const kind = target?.kind ?? 'none'
  const icon = { practice: <FlaskConical className="icon" aria-hidden />, live: <RadioTower className="icon" aria-hidden />, none: <PlugZap className="icon" aria-hidden /> }[kind]
  const isDifficult = target?.difficult === true
  const help = isDifficult ? words.target.difficultOn : kind === 'live' ? words.target.liveHelp : words.target.practiceHelp
  return (
    <TooltipTrigger delay={400}>
      <Button className={`target is-${kind}`} onPress={onPress} isDisabled={step.kind === 'import'} aria-label={`${words.target[kind]}${isDifficult ? `, ${words.target.isDifficult}` : ''}${target?.kind === 'live' ? ` ${target.brand} ${target.label}` : ''}. ${words.target.change}`}>
        {icon}
        <b>{words.target[kind]}</b>
        {isDifficult ? <span className="target-label">{words.target.isDifficult}</span> : null}
        {target?.kind === 'live' ? <span className="target-label">{target.brand} · {target.label}</span> : null}
      </Button>
      <Tooltip className="tooltip" placement="bottom end" offset={6}>{help}</Tooltip>
    </TooltipTrigger>
  )
}
