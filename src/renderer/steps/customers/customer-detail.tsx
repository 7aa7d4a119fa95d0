import { startTransition, useEffect, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useSession } from '../../app/session.ts'
import type { CustomerRow, CustomerTree, IssueView, SourceId } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { JsonView } from '../../ui/json-view.tsx'
import { SeverityIcon } from '../../ui/severity-icon.tsx'
import { CustomerOutline } from './customer-outline.tsx'

const w = words.customers
const views = ['tree', 'json', 'issues'] as const

export type CustomerViewName = (typeof views)[number]

interface CustomerDetailProps {
  readonly sourceId: SourceId
  readonly customer: CustomerRow
  /** Which of the three is shown; it stays while the operator goes from customer to customer. */
  readonly view: CustomerViewName
  readonly onView: (view: CustomerViewName) => void
  readonly onIssue: ((issue: IssueView) => void) | null
  /** The customer stands on the screen, whole. */
  readonly onDrawn: () => void
}

/** One customer: what it will be, exactly what is sent for it, what is wrong with it. */
export function CustomerDetail({ sourceId, customer, view, onView, onIssue, onDrawn }: CustomerDetailProps) {
  const { client, wizard } = useSession()
  const [tree, setTree] = useState<CustomerTree | null>(null)
  const row = customer.rows[0] ?? 0
  useEffect(() => {
    let isOld = false
    void client.review.customer({ sourceId, key: customer.key, row }).then((answer) => {
      // A customer with many sites is drawn in slices.
      if (!isOld && answer.ok) startTransition(() => setTree(answer.value))
    })
    return () => { isOld = true }
  }, [client, sourceId, customer.key, row, wizard.version])
  const isDrawn = useNextFrame(tree !== null)
  useEffect(() => { if (isDrawn) onDrawn() }, [isDrawn, onDrawn])
  const title = customer.name === '' ? w.noName : customer.name
  return (
    <section className="customer" aria-label={title} aria-busy={!isDrawn}>
      <header className="customer-head">
        <h2>{title}</h2>
        <span className="faint">{customer.key === '' ? w.noKey : customer.key}</span>
        <span className={`chip is-${customer.bucket}`}>{words.buckets[customer.bucket]}</span>
      </header>
      <Tabs className="tabs" selectedKey={view} onSelectionChange={(key) => onView(views.find((one) => one === key) ?? 'tree')}>
        <TabList className="tab-list" aria-label={title}>
          <Tab id="tree" className="tab">{w.contents}</Tab>
          <Tab id="json" className="tab">{w.json}</Tab>
          <Tab id="issues" className="tab">{w.issues}{tree === null || tree.issues.length === 0 ? '' : ` (${tree.issues.length})`}</Tab>
        </TabList>
        <TabPanel id="tree" className="tab-panel is-scrolling">{tree === null ? null : <CustomerOutline tree={tree} onIssue={onIssue} />}</TabPanel>
        <TabPanel id="json" className="tab-panel is-scrolling">{tree === null ? null : <Requests tree={tree} />}</TabPanel>
        <TabPanel id="issues" className="tab-panel is-scrolling">{tree === null ? null : <Problems tree={tree} onIssue={onIssue} />}</TabPanel>
      </Tabs>
    </section>
  )
}

/** True from the frame after `isThere`: a tree draws its lines in a second pass. */
function useNextFrame(isThere: boolean): boolean {
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    if (!isThere) return
    const frame = requestAnimationFrame(() => setDrawn(true))
    return () => cancelAnimationFrame(frame)
  }, [isThere])
  return isDrawn
}

function Requests({ tree }: { readonly tree: CustomerTree }) {
  if (tree.requests.length === 0) return <p className="faint">{w.held}</p>
  return tree.requests.map((request, index) => {
    const label = w.request(index + 1, request.path)
    return <div key={index} className="request"><h3>{label}</h3>{index === 0 ? null : <p className="faint">{w.idsLater}</p>}<JsonView label={label} text={request.body} /></div>
  })
}

function Problems({ tree, onIssue }: { readonly tree: CustomerTree; readonly onIssue: ((issue: IssueView) => void) | null }) {
  if (tree.issues.length === 0) return <p className="faint">{w.noIssues}</p>
  return (
    <ul className="customer-problems">
      {tree.issues.map((issue, index) => {
        const text = <><SeverityIcon severity={issue.severity} /><span><b>{issue.cell ?? (issue.row === null ? '' : `${words.review.row} ${issue.row}`)}</b> {issue.message}</span></>
        return <li key={index}>{onIssue === null ? <span className="problem-plain">{text}</span> : <button type="button" className="problem-link" onClick={() => onIssue(issue)}>{text}</button>}</li>
      })}
    </ul>
  )
}
