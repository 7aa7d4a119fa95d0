import { CircleCheck } from 'lucide-react'
import { memo, useCallback } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { formatCount } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import type { CauseView, IssueView, SourceId } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { usePages } from '../../ui/grid/use-pages.ts'
import { SeverityIcon } from '../../ui/severity-icon.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'

const w = words.review
const everything = 'all'

interface ProblemsPanelProps {
  readonly sourceId: SourceId
  /** Of all problems. */
  readonly count: number
  readonly causes: readonly CauseView[]
  /** How many there are, some of them too rare to be named. */
  readonly total: number
  readonly cause: CauseView | null
  readonly onCause: (cause: CauseView | null) => void
  readonly selected: number | null
  readonly onIssue: (index: number) => void
  readonly version: number
}

/** Causes of problems with their numbers; below, every problem of the chosen one. Not drawn again with each page of rows that comes. */
export const ProblemsPanel = memo(function ProblemsPanel({ sourceId, count, causes, total, cause, onCause, selected, onIssue, version }: ProblemsPanelProps) {
  const { client } = useSession()
  const key = cause?.cause
  const read = useCallback(async (from: number, size: number) => {
    const answer = await client.review.issues({ sourceId, from, count: size, ...(key === undefined ? {} : { cause: key }) })
    return answer.ok ? { total: answer.value.total, rows: answer.value.issues } : null
  }, [client, sourceId, key])
  const pages = usePages<IssueView>(read, `${sourceId}:${key ?? everything}`, version)
  const show = useCallback((first: number, last: number) => pages.want(first, last), [pages])
  if (count === 0) {
    return <aside className="problems is-clean" aria-label={w.problems}><CircleCheck aria-hidden /><b>{w.noProblems}</b><p>{w.noProblemsHelp}</p></aside>
  }
  const lines = [{ key: everything, cause: null }, ...causes.map((one) => ({ key: one.cause, cause: one }))]
  return (
    <aside className="problems" aria-label={w.problems}>
      <h2>{w.problems}</h2>
      <ListBox className="groups" aria-label={w.problems} items={lines} selectionMode="single" disallowEmptySelection
        selectedKeys={[key ?? everything]}
        onSelectionChange={(keys) => onCause(causes.find((one) => keys !== 'all' && keys.has(one.cause)) ?? null)}>
        {(line) => (
          <ListBoxItem id={line.key} textValue={line.cause?.title ?? w.everyRow} className="group">
            {line.cause === null ? <span className="severity" /> : <SeverityIcon severity={line.cause.severity} />}
            <span className="group-title">{line.cause?.title ?? w.everyRow}
              {line.cause === null || (line.cause.where === '' && line.cause.looks === '') ? null
                : <span className="group-where">{[line.cause.where, line.cause.looks].filter((text) => text !== '').join(' · ')}</span>}
            </span>
            <span className="group-count">{formatCount(line.cause?.count ?? count)}</span>
          </ListBoxItem>
        )}
      </ListBox>
      {total > causes.length ? <p className="group-more faint">{w.more(total - causes.length)}</p> : null}
      <VirtualList label={w.each} count={pages.total() ?? 0} lineHeight={76} selected={selected} onPick={onIssue} onShow={show} empty={<p className="faint">{words.busy.loading}</p>}>
        {(index) => <ProblemLine issue={pages.row(index)} />}
      </VirtualList>
    </aside>
  )
})

function ProblemLine({ issue }: { readonly issue: IssueView | undefined }) {
  if (issue === undefined) return <span className="faint">…</span>
  const place = issue.row === null ? w.fileLevel : issue.cell ?? `${w.row} ${issue.row}`
  return (
    <div className="problem-line">
      <span className="problem-place"><SeverityIcon severity={issue.severity} /><b>{place}</b>{issue.column === null ? null : <span className="faint">{issue.column}</span>}</span>
      <span className="problem-text">{issue.message}</span>
    </div>
  )
}
