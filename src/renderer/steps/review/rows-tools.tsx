import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { memo } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { CauseView, RowFilter, SourceView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { SelectBox } from '../../ui/select-box.tsx'
import { TextBox } from '../../ui/text-box.tsx'
import { useWindowKey } from '../../ui/use-window-key.ts'
import { tableName } from '../table-name.ts'
import type { IssueJump } from './use-issue-jump.ts'
import type { ProblemWalk } from './use-problem-walk.ts'

const w = words.review
const kinds: readonly RowFilter['only'][] = ['all', 'problems', 'errors', 'warnings']
const labels: Readonly<Record<RowFilter['only'], string>> = { all: w.all, problems: w.only, errors: w.errors, warnings: w.warnings }

interface RowsToolsProps {
  readonly place: IssueJump
  readonly walk: ProblemWalk
  readonly tables: SourceView['tables']
  /** The cause in hand: its rows may be listed alone. */
  readonly cause: CauseView | null
  readonly isSent: boolean
  readonly onSent: (isSent: boolean) => void
  /** Back from the rows of one customer to the list before. */
  readonly onAllCustomers: () => void
}

/** Which rows are listed, and the way from problem to problem. */
export const RowsTools = memo(function RowsTools({ place, walk, tables, cause, isSent, onSent, onAllCustomers }: RowsToolsProps) {
  const { filter, setFilter, table, setTable } = place
  useWindowKey(({ key, shiftKey }) => {
    if (key !== 'F8') return false
    if (shiftKey) walk.previous()
    else walk.next()
    return true
  })
  const isOfCause = filter.cause !== undefined
  if (filter.customer !== undefined) {
    return (
      <div className="rows-tools">
        <span className="chip">{w.customerIs(filter.customer)}</span>
        <Button autoFocus size="small" icon={<X className="icon" aria-hidden />} onPress={onAllCustomers}>{w.allCustomers}</Button>
        <span className="spring" />
        <ToggleButton className="segment is-alone" isSelected={isSent} onChange={onSent}>{w.sent}</ToggleButton>
      </div>
    )
  }
  return (
    <div className="rows-tools">
      <ToggleButtonGroup className="segments" aria-label={w.show} selectedKeys={[isOfCause ? 'cause' : filter.only]} disallowEmptySelection
        onSelectionChange={(keys) => {
          const only = kinds.find((kind) => keys.has(kind))
          const { cause: _, ...rest } = filter
          setFilter(only === undefined ? { ...rest, ...(cause === null ? {} : { cause: cause.cause }) } : { ...rest, only })
        }}>
        {kinds.map((kind) => <ToggleButton key={kind} id={kind} className="segment">{labels[kind]}</ToggleButton>)}
        {cause === null ? null : <ToggleButton id="cause" className="segment" aria-label={w.of(cause.title)}>{w.thisCause}</ToggleButton>}
      </ToggleButtonGroup>
      <TextBox label={w.search} hidesLabel placeholder={w.searchHint} value={filter.search ?? ''} onChange={(search) => setFilter({ ...filter, search })} />
      {tables.length > 1
        ? <SelectBox label={words.check.table} hidesLabel value={String(table)} onChange={(id) => setTable(Number(id))} choices={tables.map((one, index) => ({ id: String(index), name: tableName(one, tables) }))} />
        : null}
      <span className="spring" />
      <ToggleButton className="segment is-alone" isSelected={isSent} onChange={onSent}>{w.sent}</ToggleButton>
      <Button size="small" look="quiet" aria-label={w.previousProblem} icon={<ChevronUp className="icon" aria-hidden />} onPress={walk.previous} />
      <Button size="small" look="quiet" icon={<ChevronDown className="icon" aria-hidden />} onPress={walk.next}>{w.nextProblem}</Button>
      <kbd className="key">F8</kbd>
    </div>
  )
})
