import { Ban, ListFilter, RotateCcw } from 'lucide-react'
import { memo } from 'react'
import { columnLetters } from '#core/model/place.ts'
import { FieldHelp } from '../../app/field-help.tsx'
import { describeTarget } from '../../app/field-groups.ts'
import type { IssueView, RowView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { SeverityIcon } from '../../ui/severity-icon.tsx'
import type { Step } from '../../wizard/wizard-state.ts'

const w = words.review

interface CellInspectorProps {
  readonly step: Extract<Step, { kind: 'review' }>
  readonly table: number
  readonly row: RowView | undefined
  readonly column: number
  /** An issue of the whole file that was clicked: it has no cell to go to. */
  readonly fileIssue: IssueView | null
  /** Gives the cell the file's text again. */
  readonly onRestore: () => void
  readonly onExclude: (isOut: boolean) => void
  /** Lists the rows of this one's customer alone; null where it is so already, or nobody's row. */
  readonly onOnly: (() => void) | null
}

/** The cell in hand: where it is, what it says, what is wrong with it. Always there and always as high, so that nothing jumps. */
export const CellInspector = memo(function CellInspector({ step, table, row, column, fileIssue, onRestore, onExclude, onOnly }: CellInspectorProps) {
  if (row === undefined) return <section className="inspector" aria-label={w.cell}><p className="faint">{w.hint}</p></section>
  const header = step.work.source.tables[table]?.headers[column] ?? ''
  const match = step.mapping.tables[table]?.columns[column]
  const target = match !== undefined && match.accepted ? match.target : null
  const marks = row.marks.filter((mark) => mark.column === column)
  const others = row.marks.filter((mark) => mark.column < 0)
  const isHeldWithOthers = row.bucket === 'held' && row.marks.every((mark) => mark.severity !== 'error')
  const sent = row.sent.find((one) => one.column === column)
  const isEdited = row.edited.includes(column)
  const isOut = row.bucket === 'excluded'
  return (
    <section className="inspector" aria-label={w.cell}>
      <div className="inspector-head">
        <span className="cell-name">{columnLetters(column)}{row.row}</span>
        <span className="inspector-field"><b>{header}</b><span className="faint">{target === null ? w.noField : describeTarget(target)}</span></span>
        {target === null ? null : <FieldHelp target={target} />}
        <span className="inspector-value">{row.cells[column] ?? ''}{sent === undefined ? null : <span className="inspector-sent"> → <b>{sent.text}</b> <span className="faint">{w.sentAs(sent.how)}</span></span>}</span>
        {isEdited ? <Button size="small" icon={<RotateCcw className="icon" aria-hidden />} onPress={onRestore}>{w.restore}</Button> : null}
        {onOnly === null ? null : <Button size="small" look="quiet" aria-label={w.onlyCustomerOf(row.customer ?? '')} icon={<ListFilter className="icon" aria-hidden />} onPress={onOnly}>{w.onlyCustomer}</Button>}
        {row.bucket === 'blank' ? null : <Button size="small" look="quiet" icon={<Ban className="icon" aria-hidden />} onPress={() => onExclude(!isOut)}>{isOut ? w.include : w.exclude}</Button>}
      </div>
      <div className="inspector-body" aria-live="polite">
        {[...marks, ...others].flatMap((mark) => mark.messages.map((message) => <p key={message}><SeverityIcon severity={mark.severity} />{message}</p>))}
        {fileIssue === null ? null : <p><SeverityIcon severity={fileIssue.severity} />{fileIssue.message}</p>}
        {isHeldWithOthers ? <p className="faint">{w.heldWithOthers(row.customer ?? '')}</p> : null}
        {marks.length === 0 && others.length === 0 && fileIssue === null && !isHeldWithOthers ? <p className="faint">{w.hint}</p> : null}
      </div>
    </section>
  )
})
