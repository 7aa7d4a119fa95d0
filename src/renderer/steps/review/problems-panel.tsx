import { CircleCheck } from 'lucide-react'
import { useCallback } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { formatCount } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import type { IssueGroup, IssueView, SourceId } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { usePages } from '../../ui/grid/use-pages.ts'
import { SeverityIcon } from '../../ui/severity-icon.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { filterOf, keyOf, type IssueKind } from './issue-kind.ts'

const w = words.review

interface ProblemsPanelProps {
  readonly sourceId: SourceId
  readonly groups: readonly IssueGroup[]
  readonly kind: IssueKind
  readonly onKind: (kind: IssueKind) => void
  readonly selected: number | null
  readonly onIssue: (index: number) => void
  readonly version: number
}

/** Kinds of problem with their numbers; below, every problem of the chosen kind. */
export function ProblemsPanel({ sourceId, groups, kind, onKind, selected, onIssue, version }: ProblemsPanelProps) {
  const { client } = useSession()
  const read = useCallback(async (from: number, count: number) => {
    const answer = await client.review.issues({ sourceId, from, count, ...filterOf(kind) })
    return answer.ok ? { total: answer.value.total, rows: answer.value.issues } : null
  }, [client, sourceId, kind])
  const pages = usePages<IssueView>(read, `${sourceId}:${keyOf(kind)}`, version)
  const show = useCallback((first: number, last: number) => pages.want(first, last), [pages])
  const all = groups.reduce((sum, group) => sum + group.count, 0)
  const lines = [{ key: keyOf(null), severity: null, title: w.everyRow, count: all }, ...groups.map((group) => ({ key: keyOf(group), ...group }))]
  if (all === 0) {
    return <aside className="problems is-clean" aria-label={w.problems}><CircleCheck aria-hidden /><b>{w.noProblems}</b><p>{w.noProblemsHelp}</p></aside>
  }
  return (
    <aside className="problems" aria-label={w.problems}>
      <h2>{w.problems}</h2>
      <ListBox className="groups" aria-label={w.problems} items={lines} selectionMode="single" disallowEmptySelection
        selectedKeys={[keyOf(kind)]}
        onSelectionChange={(keys) => onKind(groups.find((group) => keys !== 'all' && keys.has(keyOf(group))) ?? null)}>
        {(line) => (
          <ListBoxItem id={line.key} textValue={line.title} className="group">
            {line.severity === null ? <span className="severity" /> : <SeverityIcon severity={line.severity} />}
            <span className="group-title">{line.title}</span>
            <span className="group-count">{formatCount(line.count)}</span>
          </ListBoxItem>
        )}
      </ListBox>
      <VirtualList label={w.problems} count={pages.total() ?? 0} lineHeight={76} selected={selected} onPick={onIssue} onShow={show} empty={<p className="faint">{words.busy.loading}</p>}>
        {(index) => <ProblemLine issue={pages.row(index)} />}
      </VirtualList>
    </aside>
  )
}

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
