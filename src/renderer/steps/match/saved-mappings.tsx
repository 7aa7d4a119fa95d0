import { useEffect, useState } from 'react'
import { formatCount, formatWhen } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import type { MappingView, SavedMapping, SourceId } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { DialogBox } from '../../ui/dialog-box.tsx'
import { TextBox } from '../../ui/text-box.tsx'

const w = words.match.saved

interface SavedMappingsProps {
  readonly sourceId: SourceId
  readonly name: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Another mapping stands on the page now. */
  readonly onApplied: (mapping: MappingView) => void
}

/** Mappings by name: this one saved, an earlier one used or deleted, and files for sharing. */
export function SavedMappings({ sourceId, name: current, isOpen, onClose, onApplied }: SavedMappingsProps) {
  const { wizard, act, client } = useSession()
  const [name, setName] = useState(current)
  const [list, setList] = useState<readonly SavedMapping[]>([])
  const [saved, setSaved] = useState<string | null>(null)
  const isBusy = wizard.busy !== null
  // Raised when the list has changed.
  const [version, setVersion] = useState(0)
  useEffect(() => {
    if (isOpen) void client.mapping.saved({ sourceId }).then((answer) => setList(answer.ok ? answer.value.mappings : []))
  }, [client, sourceId, isOpen, version])
  const save = async (): Promise<void> => {
    if (name.trim() === '' || (await act.saveMappingAs(name.trim())) === null) return
    setSaved(name.trim())
    setVersion(version + 1)
  }
  const apply = (mapping: MappingView | null): void => {
    if (mapping === null) return
    onApplied(mapping)
    onClose()
  }
  const forget = async (id: string): Promise<void> => {
    await client.mapping.forget({ id })
    setVersion(version + 1)
  }
  return (
    <DialogBox title={w.title} isOpen={isOpen} onClose={() => { setSaved(null); onClose() }} width="wide" actions={<Button onPress={() => { setSaved(null); onClose() }}>{words.close}</Button>}>
      <p className="faint">{w.lead}</p>
      <div className="save-line">
        <TextBox label={w.saveAs} value={name} onChange={setName} onEnter={() => void save()} />
        <Button look="primary" isDisabled={isBusy || name.trim() === ''} onPress={() => void save()}>{w.save}</Button>
      </div>
      <p role="status" className="saved-note">{saved === null ? '' : w.done(saved)}</p>
      {list.length === 0
        ? <p className="faint">{w.none}</p>
        : <div className="saved-list" tabIndex={0} role="region" aria-label={w.title}><table className="table">
            <thead><tr><th scope="col">{w.name}</th><th scope="col">{w.when}</th><th scope="col" className="is-number">{w.columns}</th><th scope="col">{w.fitTitle}</th><th scope="col"><span className="sr-only">{w.actions}</span></th></tr></thead>
            <tbody>
              {list.map((each) => (
                <tr key={each.id}>
                  <th scope="row">{each.name}</th>
                  <td>{formatWhen(each.savedAt)}</td>
                  <td className="is-number">{formatCount(each.columns)}</td>
                  <td>{w.fits[each.fits]}</td>
                  <td><div className="table-actions">
                    <Button size="small" isDisabled={isBusy || each.fits === 'other'} aria-label={w.applyFor(each.name)} onPress={() => void act.applyMapping(each.id).then(apply)}>{w.apply}</Button>
                    <Button size="small" look="quiet" isDisabled={isBusy} aria-label={w.forgetFor(each.name)} onPress={() => void forget(each.id)}>{w.forget}</Button>
                  </div></td>
                </tr>
              ))}
            </tbody>
          </table></div>}
      <div className="save-line is-files">
        <span className="faint">{w.share}</span>
        <Button size="small" look="quiet" isDisabled={isBusy} onPress={() => void act.saveMapping()}>{words.match.saveFile}</Button>
        <Button size="small" look="quiet" isDisabled={isBusy} onPress={() => void act.loadMapping().then(apply)}>{words.match.loadFile}</Button>
      </div>
      {wizard.problem === null ? null : <p className="form-problem" role="alert">{wizard.problem.message}</p>}
    </DialogBox>
  )
}
