import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { SourceView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { SelectBox } from '../../ui/select-box.tsx'
import type { RowFilter } from './rows-pane.tsx'
import type { ProblemWalk } from './use-problem-walk.ts'

const w = words.review

interface RowsToolsProps {
  readonly only: RowFilter
  readonly onOnly: (only: RowFilter) => void
  readonly walk: ProblemWalk
  readonly tables: SourceView['tables']
  readonly table: number
  readonly onTable: (table: number) => void
}

export function RowsTools({ only, onOnly, walk, tables, table, onTable }: RowsToolsProps) {
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
        onSelectionChange={(keys) => onOnly(keys.has('problems') ? 'problems' : 'all')}>
        <ToggleButton id="all" className="segment">{w.all}</ToggleButton>
        <ToggleButton id="problems" className="segment">{w.only}</ToggleButton>
      </ToggleButtonGroup>
      {tables.length > 1
        ? <SelectBox label={words.check.sheet} hidesLabel value={String(table)} onChange={(id) => onTable(Number(id))} choices={tables.map((one, index) => ({ id: String(index), name: one.sheet ?? String(index + 1) }))} />
        : null}
      <span className="spring" />
      <Button size="small" look="quiet" icon={<ChevronUp className="icon" aria-hidden />} onPress={walk.previous}>{w.previousProblem}</Button>
      <Button size="small" look="quiet" icon={<ChevronDown className="icon" aria-hidden />} onPress={walk.next}>{w.nextProblem}</Button>
      <kbd className="key">F8</kbd>
    </div>
  )
}
