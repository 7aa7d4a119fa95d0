import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { SourceView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { SelectBox } from '../../ui/select-box.tsx'
import { tableName } from '../table-name.ts'
import type { IssueJump } from './use-issue-jump.ts'
import type { ProblemWalk } from './use-problem-walk.ts'

const w = words.review

interface RowsToolsProps {
  readonly place: IssueJump
  readonly walk: ProblemWalk
  readonly tables: SourceView['tables']
}

export function RowsTools({ place, walk, tables }: RowsToolsProps) {
  const { only, setOnly, table, setTable } = place
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F8') return
      event.preventDefault()
      if (event.shiftKey) walk.previous()
      else walk.next()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [walk])
  return (
    <div className="rows-tools">
      <ToggleButtonGroup className="segments" aria-label={w.show} selectedKeys={[only]} disallowEmptySelection
        onSelectionChange={(keys) => setOnly(keys.has('problems') ? 'problems' : 'all')}>
        <ToggleButton id="all" className="segment">{w.all}</ToggleButton>
        <ToggleButton id="problems" className="segment">{w.only}</ToggleButton>
      </ToggleButtonGroup>
      {tables.length > 1
        ? <SelectBox label={words.check.table} hidesLabel value={String(table)} onChange={(id) => setTable(Number(id))} choices={tables.map((one, index) => ({ id: String(index), name: tableName(one, tables) }))} />
        : null}
      <span className="spring" />
      <Button size="small" look="quiet" icon={<ChevronUp className="icon" aria-hidden />} onPress={walk.previous}>{w.previousProblem}</Button>
      <Button size="small" look="quiet" icon={<ChevronDown className="icon" aria-hidden />} onPress={walk.next}>{w.nextProblem}</Button>
      <kbd className="key">F8</kbd>
    </div>
  )
}
