import { Check } from 'lucide-react'
import { memo, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import type { CauseView, FixValue, SourceId } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { SelectBox } from '../../ui/select-box.tsx'
import { SeverityIcon } from '../../ui/severity-icon.tsx'
import { TextBox } from '../../ui/text-box.tsx'
import { FixPreviewTable } from './fix-preview.tsx'
import { useFixes, usePreview } from './use-fixes.ts'

const w = words.mend
const own = 'own'

interface FixPanelProps {
  readonly sourceId: SourceId
  readonly cause: CauseView
  readonly version: number
  /** Told how many problems it mends. */
  readonly onApply: (cause: CauseView, fix: FixValue, fitted: number) => Promise<void>
}

/** One cause: what is wrong, what helps, what that changes, and one button that does it. Made anew for each cause. */
export const FixPanel = memo(function FixPanel({ sourceId, cause, version, onApply }: FixPanelProps) {
  const asked = { sourceId, cause: cause.cause, version }
  const offered = useFixes(asked)
  const [picked, setPicked] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const fixes = offered?.fixes ?? []
  // The likeliest is chosen until the operator chooses another one; leaving out is never proposed by itself.
  const first = fixes.findIndex(({ fix }) => fix.kind !== 'leave-out')
  const chosen = picked ?? (first < 0 ? null : String(first))
  const typed: FixValue | null = text.trim() === '' ? null : { kind: 'set', text }
  const fix = chosen === own ? typed : (fixes[Number(chosen ?? -1)]?.fix ?? null)
  const preview = usePreview(asked, fix)
  const apply = async (): Promise<void> => {
    if (fix === null || preview === null) return
    setBusy(true)
    await onApply(cause, fix, preview.fitted)
    setBusy(false)
  }
  const about = [cause.where, cause.looks].filter((part) => part !== '').join(' · ')
  return (
    <section className="mend" aria-label={w.title(cause.title)}>
      <div className="mend-head">
        <h2><SeverityIcon severity={cause.severity} />{cause.title}{about === '' ? null : <span className="mend-about">{about}</span>}</h2>
        <p className="mend-example">{cause.example}</p>
      </div>
      <div className="mend-body">
        {offered === null ? <p className="faint" role="status">{w.trying}</p> : (
          <div className="mend-choice">
            {fixes.length === 0 && !offered.takesText ? <p className="faint">{w.none}</p> : (
              <RadioGroup className="fix-list" aria-label={w.fixes} value={chosen} onChange={setPicked}>
                {fixes.map(({ label }, index) => <Radio key={label} value={String(index)} className="fix"><span className="fix-dot" />{label}</Radio>)}
                {offered.takesText ? <Radio value={own} className="fix"><span className="fix-dot" />{w.own}</Radio> : null}
              </RadioGroup>
            )}
            {chosen !== own ? null : offered.choices.length > 0
              ? <SelectBox label={w.text} value={text === '' ? null : text} placeholder={w.choose} onChange={setText} choices={offered.choices.map((choice) => ({ id: choice, name: choice }))} />
              : <TextBox label={w.text} value={text} onChange={setText} onEnter={() => void apply()} />}
          </div>
        )}
        {fix === null ? null : <FixPreviewTable preview={preview} count={cause.count} />}
      </div>
      {fix === null ? null : (
        <div className="mend-actions">
          <Button look="primary" isDisabled={isBusy || preview === null || preview.fitted === 0} onPress={() => void apply()} icon={<Check className="icon" aria-hidden />}>{w.apply(preview?.fitted ?? cause.count)}</Button>
          {preview?.left.map(({ why, count }) => <span key={why} className="faint">{w.left(count, why)}</span>)}
        </div>
      )}
    </section>
  )
})
